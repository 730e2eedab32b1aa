#include "app/till_settings.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace kassabro::app {
namespace {

constexpr const char* where = "sitoo_v2.till";
constexpr std::size_t title_bytes_max = 100;

using Fields = std::map<std::string, std::string>;

Fields default_fields(std::initializer_list<const char*> names) {
  Fields fields;
  for (const auto* name : names) fields.emplace(name, "editable");
  return fields;
}

TillSettings default_settings() {
  TillSettings settings;
  settings.fields_add = default_fields({"email", "name", "mobile", "accepts_email", "accepts_sms", "consents"});
  settings.fields_edit =
      default_fields({"email", "name", "mobile", "invoice_address", "accepts_email", "accepts_sms", "consents"});
  return settings;
}

Result<void> read_title(TillSettings& settings, const json::value& value) {
  const auto text = value.is_string() ? trimmed(value.get_string()) : std::string_view();
  if (text.empty() || text.size() > title_bytes_max || has_control_characters(text))
    return fail(invalid(fmt::format("{}.title", where), "This must be a text of 1 to 100 bytes."));
  settings.title = std::string(text);
  return {};
}

Result<void> read_search_types(TillSettings& settings, const json::value& value) {
  const auto fault = [](std::string_view text) {
    return fail(invalid(fmt::format("{}.search_types", where), std::string(text)));
  };
  if (!value.is_array() || value.get_array().empty()) return fault("This must be an array with one key or more.");
  settings.search_types.clear();
  for (const auto& item : value.get_array()) {
    const auto text = item.is_string() ? std::string(item.get_string()) : "";
    if (std::ranges::find(till_search_types, text) == till_search_types.end())
      return fault(fmt::format("There is no such key. There are: {}.", fmt::join(till_search_types, ", ")));
    if (std::ranges::find(settings.search_types, text) != settings.search_types.end()) return fault("A key stands here twice.");
    settings.search_types.push_back(text);
  }
  return {};
}

// Named ones only; the others stay as they are.
Result<void> read_fields(Fields& fields, const json::value& value, std::string_view name, bool may_be_readonly) {
  const auto own = fmt::format("{}.{}", where, name);
  if (!value.is_object()) return fail(invalid(own, "This must be an object from field to state."));
  for (const auto& [field, state] : value.get_object()) {
    const auto at = fmt::format("{}.{}", own, std::string_view(field));
    if (std::ranges::find(till_fields, std::string_view(field)) == till_fields.end())
      return fail(invalid(at, fmt::format("There is no such field. There are: {}.", fmt::join(till_fields, ", "))));
    const auto text = state.is_string() ? std::string(state.get_string()) : "";
    const bool is_known = text == "editable" || text == "hidden" || (may_be_readonly && text == "readonly");
    if (!is_known)
      return fail(
          invalid(at, may_be_readonly ? "This must be editable, readonly or hidden." : "This must be editable or hidden."));
    if (text == "hidden")
      fields.erase(std::string(field));
    else
      fields[std::string(field)] = text;
  }
  return {};
}

Result<void> read_member(TillSettings& settings, std::string_view name, const json::value& value) {
  if (name == "title") return read_title(settings, value);
  if (name == "search_types") return read_search_types(settings, value);
  if (name == "fields_add") return read_fields(settings.fields_add, value, name, false);
  if (name == "fields_edit") return read_fields(settings.fields_edit, value, name, true);
  return fail(invalid(fmt::format("{}.{}", where, name), "There is no such setting."));
}

}  // namespace

Result<TillSettings> parse_till_settings(const json::value& value) {
  if (!value.is_object()) return fail(invalid(where, "This must be an object."));
  auto settings = default_settings();
  for (const auto& [name, member] : value.get_object())
    if (auto done = read_member(settings, name, member); !done) return fail(done.error());
  return settings;
}

TillSettings till_settings_of(const Account& account) {
  const auto* own = find_member(account.settings, "sitoo_v2");
  const auto* till = own != nullptr && own->is_object() ? find_member(own->get_object(), "till") : nullptr;
  return till == nullptr ? default_settings() : parse_till_settings(*till).value_or(default_settings());
}

}  // namespace kassabro::app
