#include "sitoo/order/fields.hpp"

#include "base/utf8.hpp"
#include "domain/money.hpp"

namespace kassabro::sitoo {

std::string Fields::text(std::initializer_list<std::string_view> names) const {
  for (const auto name : names)
    if (auto value = text_member(object_, name); !value.empty()) return tame_text(value, text_bytes_max);
  return {};
}

Result<void> Fields::check_texts(std::initializer_list<std::string_view> names) const {
  for (const auto name : names)
    if (const auto* value = find_member(object_, name); value != nullptr && value->is_structured())
      return fail(invalid(place(name), "This is not a text."));
  return {};
}

Result<std::optional<std::int64_t>> Fields::amount(std::initializer_list<std::string_view> names) const {
  for (const auto name : names) {
    const auto* value = find_member(object_, name);
    if (value == nullptr) continue;
    const auto written = text_of(*value);
    if (!written) return fail(invalid(place(name), "This is not an amount of money such as \"100.00\"."));
    const auto minor = domain::parse_amount_minor(*written, currency_);
    if (!minor) return fail(invalid(place(name), minor.error().message));
    return *minor;
  }
  return std::nullopt;
}

Result<std::optional<std::int64_t>> Fields::integer(std::string_view name) const {
  if (find_member(object_, name) == nullptr) return std::nullopt;
  const auto number = int_member(object_, name);
  if (!number) return fail(invalid(place(name), "This is not a whole number."));
  return number;
}

Result<json::object> Fields::map(std::string_view name) const {
  const auto* value = find_member(object_, name);
  if (value == nullptr || (value->is_array() && value->get_array().empty())) return json::object{};
  if (!value->is_object()) return fail(invalid(place(name), "This is not an object."));
  return value->get_object();
}

Result<json::array> Fields::list(std::string_view name) const {
  const auto* value = find_member(object_, name);
  if (value == nullptr) return json::array{};
  if (!value->is_array()) return fail(invalid(place(name), "This is not an array."));
  return value->get_array();
}

}  // namespace kassabro::sitoo
