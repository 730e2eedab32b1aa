#include "sitoo/spi/offered_consents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kassabro::sitoo::spi {
namespace {

constexpr std::size_t consents_max = 100;
constexpr std::array<std::string_view, 6> members{"consentid", "consent_id", "id", "name", "description", "value"};

Result<OfferedConsent> parse_consent(const json::value& value, const std::string& where) {
  if (!value.is_object()) return fail(invalid(where, "This must be an object."));
  const auto& object = value.get_object();
  for (const auto& [name, member] : object) {
    const auto place = where + "." + std::string(name);
    if (std::ranges::find(members, std::string_view(name)) == members.end())
      return fail(invalid(place, "There is no such setting."));
    const bool fits = std::string_view(name) == "value" ? member.is_bool() : text_of(member) && !member.is_bool();
    if (!fits) return fail(invalid(place, name == "value" ? "This must be true or false." : "This must be a text."));
  }
  OfferedConsent consent;
  for (const char* name : {"consentid", "consent_id", "id"})
    if (consent.id.empty()) consent.id = text_member(object, name);
  consent.name = text_member(object, "name");
  consent.description = text_member(object, "description");
  consent.value = bool_member(object, "value").value_or(false);
  if (consent.id.empty()) return fail(invalid(where + ".consent_id", "The consent needs an id."));
  if (consent.name.empty()) return fail(invalid(where + ".name", "The consent needs a name."));
  return consent;
}

}  // namespace

Result<std::vector<OfferedConsent>> parse_offered_consents(const json::value& value, const std::string& where) {
  if (!value.is_array() || value.get_array().size() > consents_max)
    return fail(invalid(where, "This must be an array of at most 100 consents."));
  std::vector<OfferedConsent> consents;
  for (std::size_t i = 0; i < value.get_array().size(); ++i) {
    auto consent = parse_consent(value.get_array()[i], fmt::format("{}[{}]", where, i));
    if (!consent) return fail(consent.error());
    if (std::ranges::find(consents, consent->id, &OfferedConsent::id) != consents.end())
      return fail(invalid(fmt::format("{}[{}].consent_id", where, i), "Another consent has this id."));
    consents.push_back(std::move(*consent));
  }
  return consents;
}

std::vector<OfferedConsent> offered_consents(const app::Account& account, std::initializer_list<std::string_view> groups) {
  for (const auto group : groups) {
    const auto* own = account.settings.if_contains(group);
    const auto* list = own != nullptr && own->is_object() ? own->get_object().if_contains("consents") : nullptr;
    if (list == nullptr) continue;
    return parse_offered_consents(*list, "consents").value_or(std::vector<OfferedConsent>{});
  }
  return {};
}

std::string consents_text(const std::vector<OfferedConsent>& consents, std::string_view id_key) {
  json::array items;
  for (const auto& consent : consents)
    items.push_back(
        {{id_key, consent.id}, {"name", consent.name}, {"description", consent.description}, {"value", consent.value}});
  return to_json_text(items);
}

}  // namespace kassabro::sitoo::spi
