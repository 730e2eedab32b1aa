#include "rule/automations/decision.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <vector>

#include "base/digest.hpp"

namespace kassabro::rule::automations {
namespace {

json::value in_order(const json::value& value) {
  if (value.is_array()) {
    json::array list;
    for (const auto& entry : value.get_array()) list.push_back(in_order(entry));
    return list;
  }
  if (!value.is_object()) return value;
  std::vector<std::string_view> names;
  for (const auto& [name, _] : value.get_object()) names.push_back(name);
  std::ranges::sort(names);
  json::object out;
  for (const auto name : names) out[name] = in_order(value.get_object().at(name));
  return out;
}

}  // namespace

std::string digest_of(const json::object& content) {
  const auto digest = KeyedDigest(Digest{}).of(to_json_text(in_order(content)));
  std::string out;
  for (const auto byte : digest | std::views::take(16)) out += fmt::format("{:02x}", byte);
  return out;
}

bool fits(const json::value& found, const json::value& wanted) {
  if (wanted.is_null()) return true;
  if (wanted.is_object())
    return found.is_object() && std::ranges::all_of(wanted.get_object(), [&](const auto& member) {
             const auto* own = found.get_object().if_contains(member.key());
             return fits(own == nullptr ? json::value(nullptr) : *own, member.value());
           });
  if (wanted.is_array())
    return found.is_array() && found.get_array().size() == wanted.get_array().size() &&
           std::ranges::equal(found.get_array(), wanted.get_array(), fits);
  return text_of(found) == text_of(wanted);
}

State state_of(const json::object& wanted, const Kept& kept, const std::optional<json::object>& found) {
  if (kept.id == 0) return State::absent;
  if (!found) return State::gone;
  const auto shown = digest_of(*found), asked = digest_of(wanted);
  if (shown == kept.read) return asked == kept.wrote ? State::current : State::outdated;
  if (shown == asked || (!kept.writing.empty() && fits(*found, wanted))) return State::current;
  return State::edited;
}

}  // namespace kassabro::rule::automations
