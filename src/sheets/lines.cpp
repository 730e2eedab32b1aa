#include "sheets/lines.hpp"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>

#include "base/json.hpp"
#include "base/name_table.hpp"

namespace kassabro::sheets {

namespace {

constexpr NameTable<CellKind, 5> kind_names{
    {{CellKind::text, "t"}, {CellKind::number, "n"}, {CellKind::date, "d"}, {CellKind::boolean, "b"}, {CellKind::error, "e"}}};

Error broken_line() { return invalid("file", "The program that reads sheets wrote a line that makes no sense."); }

std::string_view text_in(const json::value& value) {
  const auto* text = value.if_string();
  return text == nullptr ? std::string_view{} : std::string_view(text->data(), text->size());
}

Result<Cell> parse_cell(const json::value& value) {
  if (value.is_null()) return Cell{};
  const auto* pair = value.if_array();
  if (pair == nullptr || pair->size() != 2 || !(*pair)[1].is_string()) return fail(broken_line());
  const auto kind = value_in(kind_names, text_in((*pair)[0]));
  if (!kind) return fail(broken_line());
  return Cell{.kind = *kind, .text = std::string(text_in((*pair)[1]))};
}

Result<Line> parse_row(const json::value& line, const json::object& object) {
  const auto* cells = object.if_contains("cells");
  const auto* list = cells == nullptr ? nullptr : cells->if_array();
  if (list == nullptr || !line.is_int64()) return fail(broken_line());
  Row row{.line = line.get_int64(), .cells = {}};
  row.cells.reserve(list->size());
  for (const auto& value : *list) {
    auto cell = parse_cell(value);
    if (!cell) return fail(std::move(cell.error()));
    row.cells.push_back(std::move(*cell));
  }
  return row;
}

Sheet parse_sheet(const json::object& object) {
  Sheet sheet{.format = text_member(object, "format"),
              .sheet = text_member(object, "sheet"),
              .other_sheets = {},
              .encoding = text_member(object, "encoding"),
              .delimiter = text_member(object, "delimiter")};
  if (const auto* others = find_member(object, "other_sheets"); others != nullptr && others->is_array())
    for (const auto& other : others->get_array()) sheet.other_sheets.emplace_back(text_in(other));
  return sheet;
}

ErrorCode code_of(std::string_view reason) {
  for (const char* limit : {"bomb", "too_large", "too_many_rows", "too_many_columns", "cell_too_large", "memory", "time"})
    if (reason == limit) return ErrorCode::too_large;
  return reason == "unavailable" ? ErrorCode::unavailable : ErrorCode::invalid;
}

std::string field_of(std::string_view reason) {
  constexpr std::string_view of_an_option = "no_such_";
  return std::string(reason.starts_with(of_an_option) ? reason.substr(of_an_option.size()) : "file");
}

}  // namespace

Refusal refusal(std::string reason, std::string message) {
  Refusal refused;
  refused.code = code_of(reason);
  refused.field = field_of(reason);
  refused.message = std::move(message);
  refused.reason = std::move(reason);
  return refused;
}

void append_sheet_line(std::string& out, const Sheet& sheet) {
  json::array others;
  for (const auto& other : sheet.other_sheets) others.emplace_back(other);
  const json::value line{{"sheet",
                          {{"format", sheet.format},
                           {"sheet", sheet.sheet},
                           {"other_sheets", others},
                           {"encoding", sheet.encoding},
                           {"delimiter", sheet.delimiter}}}};
  out += to_json_text(line) + "\n";
}

void append_row_line(std::string& out, const Row& row) {
  out.append(R"({"line":)").append(std::to_string(row.line)).append(R"(,"cells":[)");
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const auto& cell = row.cells[i];
    if (i > 0) out += ',';
    if (cell.kind == CellKind::empty) {
      out += "null";
      continue;
    }
    out.append(R"([")").append(name_in(kind_names, cell.kind)).append(R"(",)");
    append_json_string(out, cell.text);
    out += ']';
  }
  out += "]}\n";
}

void append_end_line(std::string& out, End end) { out += R"({"end":true,"rows":)" + std::to_string(end.rows) + "}\n"; }

void append_refusal_line(std::string& out, std::string_view reason, std::string_view message) {
  out += to_json_text({{"error", {{"code", reason}, {"message", message}}}}) + "\n";
}

Result<Line> parse_line(std::string_view text) {
  std::array<unsigned char, 16UL * 1024> buffer;
  json::monotonic_resource memory(buffer.data(), buffer.size());
  boost::system::error_code error;
  const auto value = json::parse({text.data(), text.size()}, error, &memory);
  const auto* object = error ? nullptr : value.if_object();
  if (object == nullptr) return fail(broken_line());
  if (const auto* line = object->if_contains("line")) return parse_row(*line, *object);
  if (const auto* sheet = object->if_contains("sheet"); sheet != nullptr && sheet->is_object())
    return parse_sheet(sheet->get_object());
  if (object->contains("end")) return End{.rows = int_member(*object, "rows").value_or(-1)};
  if (const auto* refused = object->if_contains("error"); refused != nullptr && refused->is_object())
    return refusal(text_member(refused->get_object(), "code"), text_member(refused->get_object(), "message"));
  return fail(broken_line());
}

}  // namespace kassabro::sheets
