#include "rule/names.hpp"

#include <algorithm>
#include <array>

#include "rule/feeds.hpp"

namespace kassabro::rule {
namespace {

enum class NameKind { group, tag, language };

struct NameRow {
  std::string_view member;
  std::string RuleNames::* place;
  NameKind kind;
};

constexpr std::array<NameRow, 12> name_rows{{
    {"contact_group", &RuleNames::contact_group, NameKind::group},
    {"address_group", &RuleNames::address_group, NameKind::group},
    {"order_group", &RuleNames::order_group, NameKind::group},
    {"customer_tag", &RuleNames::customer_tag, NameKind::tag},
    {"order_tag", &RuleNames::order_tag, NameKind::tag},
    {"refund_tag", &RuleNames::refund_tag, NameKind::tag},
    {"bonus_tag", &RuleNames::bonus_tag, NameKind::tag},
    {"newsletter_tag", &RuleNames::newsletter_tag, NameKind::tag},
    {"retention_tag", &RuleNames::retention_tag, NameKind::tag},
    {"winback_tag", &RuleNames::winback_tag, NameKind::tag},
    {"receipt_name", &RuleNames::receipt_name, NameKind::tag},
    {"language", &RuleNames::language, NameKind::language},
}};

struct SwitchRow {
  std::string_view member;
  bool RuleNames::* place;
};

constexpr std::array<SwitchRow, 4> switch_rows{{
    {"send_personal_id", &RuleNames::send_personal_id},
    {"native_groups", &RuleNames::native_groups},
    {"start_flows", &RuleNames::start_flows},
    {"mirror", &RuleNames::mirror},
}};

std::string field_of(std::string_view member) { return "rule." + std::string(member); }

Result<void> set_name(RuleNames& names, const NameRow& row, const json::value& value) {
  const auto* text = value.if_string();
  if (text == nullptr) return fail(invalid(field_of(row.member), "This must be a text."));
  if (row.kind == NameKind::group && text->empty()) return fail(invalid(field_of(row.member), "A group needs a name."));
  // A field's key is "Group.Field" with exactly one dot (SEEN PHP, SDK).
  if (row.kind == NameKind::group && text->find('.') != json::string::npos)
    return fail(invalid(field_of(row.member), "A group's name must not contain a dot."));
  names.*row.place = std::string(*text);
  return {};
}

Result<void> set_feeds(RuleNames& names, const json::value& value) {
  if (!value.is_object()) return fail(invalid(field_of("feeds"), "This must be an object of feeds, each true or false."));
  for (const auto& [name, on] : value.get_object()) {
    const auto where = field_of("feeds") + "." + std::string(name);
    if (!parse_feed(name)) return fail(invalid(where, "There is no such feed. There are: " + feed_names() + "."));
    if (!on.is_bool()) return fail(invalid(where, "This must be true or false."));
    if (!on.get_bool()) names.off_feeds.emplace(name);
  }
  return {};
}

Result<void> set_member(RuleNames& names, std::string_view member, const json::value& value) {
  if (const auto row = std::ranges::find(name_rows, member, &NameRow::member); row != name_rows.end())
    return set_name(names, *row, value);
  if (member == "feeds") return set_feeds(names, value);
  if (member == "purchase_groups") {
    auto groups = parse_purchase_groups(value);
    if (!groups) return fail(groups.error());
    names.purchase_groups = std::move(*groups);
    return {};
  }
  const auto row = std::ranges::find(switch_rows, member, &SwitchRow::member);
  if (row == switch_rows.end()) return fail(invalid(field_of(member), "There is no such setting."));
  if (!value.is_bool()) return fail(invalid(field_of(member), "This must be true or false."));
  names.*row->place = value.get_bool();
  return {};
}

bool share_a_group(const RuleNames& names) {
  return names.order_group == names.contact_group || names.order_group == names.address_group ||
         names.contact_group == names.address_group;
}

}  // namespace

Result<RuleNames> parse_names(const json::object& settings) {
  RuleNames names;
  for (const auto& [member, value] : settings)
    if (auto done = set_member(names, member, value); !done) return fail(done.error());
  // The order group keeps a record an order, the others one record a person: they cannot be one.
  if (share_a_group(names)) return fail(invalid("rule.order_group", "The three groups must have different names."));
  return names;
}

Result<RuleNames> names_of(const app::Account& account) {
  const auto* settings = find_member(account.settings, "rule");
  if (settings == nullptr) return RuleNames{};
  if (!settings->is_object()) return fail(invalid("rule", "This must be an object."));
  return parse_names(settings->get_object());
}

}  // namespace kassabro::rule
