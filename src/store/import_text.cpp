#include "store/import_text.hpp"

#include "base/json.hpp"

namespace kassabro::store {
namespace {

using app::Import;
using app::ImportCount;
using app::ImportOptions;

// A text that is not ours reads as an empty object: an import's description is no reason to stop a store.
json::object object_of(std::string_view text) {
  const auto parsed = parse_json(text);
  const auto* object = parsed ? parsed->if_object() : nullptr;
  return object == nullptr ? json::object() : *object;
}

std::vector<std::string> texts_of(const json::object& object, std::string_view name) {
  std::vector<std::string> texts;
  const auto* found = find_member(object, name);
  if (found == nullptr || !found->is_array()) return texts;
  for (const auto& entry : found->get_array()) texts.push_back(text_of(entry).value_or(""));
  return texts;
}

std::vector<json::object> objects_of(const json::object& object, std::string_view name) {
  std::vector<json::object> objects;
  const auto* found = find_member(object, name);
  if (found == nullptr || !found->is_array()) return objects;
  for (const auto& entry : found->get_array())
    if (const auto* inner = entry.if_object()) objects.push_back(*inner);
  return objects;
}

json::array array_of(const std::vector<std::string>& texts) {
  json::array array;
  for (const auto& text : texts) array.emplace_back(text);
  return array;
}

}  // namespace

std::string options_text(const ImportOptions& options) {
  json::array mapping;
  for (const auto& [column, field] : options.columns.mapping)
    mapping.push_back(json::object{{"column", column}, {"field", field ? to_text(*field) : std::string_view()}});
  json::object object{{"mapping", std::move(mapping)},
                      {"create_customers", options.unknown_customers == app::UnknownCustomers::create},
                      {"encoding", options.encoding},
                      {"sheet", options.sheet}};
  if (options.columns.header_line) object["header_line"] = *options.columns.header_line;
  return to_json_text(object);
}

ImportOptions options_from_text(std::string_view text) {
  const auto object = object_of(text);
  ImportOptions options;
  for (const auto& entry : objects_of(object, "mapping"))
    options.columns.mapping.push_back({text_member(entry, "column"), app::parse_import_field(text_member(entry, "field"))});
  options.columns.header_line = int_member(object, "header_line");
  if (bool_member(object, "create_customers").value_or(false)) options.unknown_customers = app::UnknownCustomers::create;
  options.encoding = text_member(object, "encoding");
  options.sheet = text_member(object, "sheet");
  return options;
}

std::string about_text(const Import& import) {
  const auto& about = import.about;
  return to_json_text(json::object{{"shape", to_text(import.shape)},
                                   {"format", about.format},
                                   {"sheet", about.sheet},
                                   {"other_sheets", array_of(about.other_sheets)},
                                   {"encoding", about.encoding},
                                   {"delimiter", about.delimiter}});
}

void read_about(std::string_view text, Import& import) {
  const auto object = object_of(text);
  import.shape = app::parse_import_shape(text_member(object, "shape")).value_or(app::ImportShape::checks);
  import.about = {text_member(object, "format"), text_member(object, "sheet"), texts_of(object, "other_sheets"),
                  text_member(object, "encoding"), text_member(object, "delimiter")};
}

std::string columns_text(const Import& import) {
  json::array columns;
  for (const auto& [field, name] : import.columns) columns.push_back(json::object{{"field", to_text(field)}, {"name", name}});
  return to_json_text(json::object{
      {"header_line", import.header_line}, {"columns", std::move(columns)}, {"ignored", array_of(import.ignored_columns)}});
}

void read_columns(std::string_view text, Import& import) {
  const auto object = object_of(text);
  import.header_line = int_member(object, "header_line").value_or(0);
  import.ignored_columns = texts_of(object, "ignored");
  for (const auto& entry : objects_of(object, "columns"))
    if (const auto field = app::parse_import_field(text_member(entry, "field")))
      import.columns.push_back({*field, text_member(entry, "name")});
}

std::string counts_text(const std::vector<ImportCount>& counts) {
  json::array list;
  for (const auto& count : counts)
    list.push_back(json::object{
        {"outcome", to_text(count.outcome)}, {"currency", count.currency}, {"rows", count.rows}, {"value", count.value_minor}});
  return to_json_text(json::object{{"counts", std::move(list)}});
}

std::vector<ImportCount> counts_from_text(std::string_view text) {
  std::vector<ImportCount> counts;
  for (const auto& entry : objects_of(object_of(text), "counts"))
    if (const auto outcome = app::parse_import_outcome(text_member(entry, "outcome")))
      counts.push_back({*outcome, text_member(entry, "currency"), int_member(entry, "rows").value_or(0),
                        int_member(entry, "value").value_or(0)});
  return counts;
}

}  // namespace kassabro::store
