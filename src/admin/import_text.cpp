#include "admin/import_text.hpp"

#include "base/time_text.hpp"
#include "domain/money.hpp"

namespace kassabro::admin {
namespace {

json::array texts(const std::vector<std::string>& list) {
  json::array array;
  for (const auto& text : list) array.emplace_back(text);
  return array;
}

json::value day_or_null(const std::optional<Date>& day) { return day ? json::value(to_iso_date(*day)) : json::value(); }

json::object check_object(const domain::BonusCheck& check) {
  return {{"id", check.id},
          {"name", check.name},
          {"description", check.description},
          {"value", domain::amount_text(check.value_minor, check.currency)},
          {"remaining", domain::amount_text(check.remaining_minor, check.currency)},
          {"currency", check.currency},
          {"validfrom", day_or_null(check.valid_from)},
          {"validto", day_or_null(check.valid_to)}};
}

}  // namespace

json::object import_object(const app::Import& import) {
  json::array columns;
  for (const auto& [field, name] : import.columns) columns.push_back(json::object{{"field", to_text(field)}, {"column", name}});
  json::array counts;
  for (const auto& count : import.counts)
    counts.push_back(json::object{{"outcome", to_text(count.outcome)},
                                  {"rows", count.rows},
                                  {"currency", count.currency},
                                  {"value", domain::amount_text(count.value_minor, count.currency)}});
  const auto& about = import.about;
  return {{"id", std::to_string(import.id)},
          {"account_id", std::to_string(import.account)},
          {"file_name", import.file_name},
          {"format", about.format},
          {"sheet", about.sheet},
          {"other_sheets", texts(about.other_sheets)},
          {"encoding", about.encoding},
          {"delimiter", about.delimiter},
          {"shape", to_text(import.shape)},
          {"header_line", import.header_line},
          {"columns", std::move(columns)},
          {"ignored_columns", texts(import.ignored_columns)},
          {"state", to_text(import.state)},
          {"reason", import.reason},
          {"rows", import.rows},
          {"done", import.cursor},
          {"kept", import.kept},
          {"counts", std::move(counts)},
          {"created_at", to_iso(import.created_at)},
          {"updated_at", to_iso(import.updated_at)}};
}

json::object import_row_object(const app::ImportRow& row) {
  json::object object{{"line", row.line}, {"outcome", to_text(row.outcome)}};
  std::string who = row.refusal.who;
  for (const auto& key : keys_of(row.item.who)) who += (who.empty() ? "" : " ") + key.text;
  object["customer"] = who;
  if (row.contact) object["contact_id"] = std::to_string(*row.contact);
  if (!row.item.check.id.empty()) object["check"] = check_object(row.item.check);
  if (!row.refusal.reason.empty()) object["column"] = row.refusal.column;
  if (!row.refusal.reason.empty()) object["reason"] = row.refusal.reason;
  return object;
}

Result<app::ImportOptions> parse_import_options(const json::object& body) {
  app::ImportOptions options;
  options.encoding = text_member(body, "encoding");
  options.sheet = text_member(body, "sheet");
  options.columns.header_line = int_member(body, "header_line");
  if (const auto* line = find_member(body, "header_line"); line != nullptr && !options.columns.header_line)
    return fail(invalid("header_line", "This must be the number of a line."));
  if (options.columns.header_line.value_or(0) < 0)
    return fail(invalid("header_line", "Lines are counted from 1; 0 says that there are no titles."));
  const auto unknown = text_member(body, "unknown_customers");
  if (unknown == "create") options.unknown_customers = app::UnknownCustomers::create;
  if (!unknown.empty() && unknown != "create" && unknown != "refuse")
    return fail(invalid("unknown_customers", "This must be \"refuse\" or \"create\"."));
  const auto* mapping = find_member(body, "mapping");
  if (mapping == nullptr) return options;
  if (!mapping->is_object()) return fail(invalid("mapping", "This must be an object of columns and fields."));
  for (const auto& [column, value] : mapping->get_object()) {
    if (!value.is_string() && !value.is_null())
      return fail(invalid("mapping", "Each column is given the name of a field, or an empty text."));
    const auto name = text_of(value).value_or("");
    const auto field = app::parse_import_field(name);
    if (!field && !name.empty())
      return fail(invalid("mapping", "There is no field \"" + name +
                                         "\"; there are email, phone, membernumber, id, name, value, currency, validfrom, "
                                         "validto, description and bonuschecks."));
    options.columns.mapping.push_back({std::string(column), field});
  }
  return options;
}

}  // namespace kassabro::admin
