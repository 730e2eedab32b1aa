#include "main/account_settings.hpp"

#include <algorithm>
#include <array>

#include "app/card_settings.hpp"
#include "app/consent_settings.hpp"
#include "app/programme_settings.hpp"
#include "receipt/settings.hpp"
#include "rule/automations/settings.hpp"
#include "rule/names.hpp"
#include "sitoo/spi/v1/settings.hpp"
#include "sitoo/spi/v2/settings.hpp"

namespace kassabro::main {
namespace {

template <auto parse>
Result<void> check(const json::object& own) {
  const auto parsed = parse(own);
  if (!parsed) return fail(parsed.error());
  return {};
}

struct Member {
  std::string_view name;
  Result<void> (*check)(const json::object& own);
};

constexpr std::array<Member, 8> members{{{"automations", &check<&rule::automations::parse_settings>},
                                         {"card", &check<&app::parse_card_settings>},
                                         {"consent", &check<&app::parse_consent_settings>},
                                         {"programme", &check<&app::parse_programme_settings>},
                                         {"receipt", &check<&receipt::parse_settings>},
                                         {"rule", &check<&rule::parse_names>},
                                         {"sitoo_v1", &check<&sitoo::spi::v1::parse_settings>},
                                         {"sitoo_v2", &check<&sitoo::spi::v2::parse_settings>}}};

}  // namespace

Result<void> check_account_settings(const json::object& settings) {
  for (const auto& [name, value] : settings) {
    const auto member = std::ranges::find(members, std::string_view(name), &Member::name);
    if (member == members.end()) return fail(invalid(std::string(name), "There is no such setting."));
    if (!value.is_object()) return fail(invalid(std::string(name), "This must be an object."));
    if (auto checked = member->check(value.get_object()); !checked) return checked;
  }
  return {};
}

}  // namespace kassabro::main
