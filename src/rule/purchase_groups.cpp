#include "rule/purchase_groups.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kassabro::rule {
namespace {

constexpr std::size_t groups_max = 10;

struct ListRow {
  std::string_view member;
  PurchaseGroup::Names PurchaseGroup::* place;
};

constexpr std::array<ListRow, 8> list_rows{{
    {"number", &PurchaseGroup::number},
    {"date", &PurchaseGroup::date},
    {"total", &PurchaseGroup::total},
    {"currency", &PurchaseGroup::currency},
    {"products", &PurchaseGroup::products},
    {"names", &PurchaseGroup::names},
    {"status", &PurchaseGroup::status},
    {"discount", &PurchaseGroup::discount},
}};

// One name, or a list of names.
Result<PurchaseGroup::Names> parse_names(const json::value& value, const std::string& where) {
  PurchaseGroup::Names names;
  if (const auto* text = value.if_string()) return PurchaseGroup::Names{std::string(*text)};
  const auto* list = value.if_array();
  if (list == nullptr) return fail(invalid(where, "This must be a list of field names."));
  for (const auto& entry : *list) {
    if (!entry.is_string()) return fail(invalid(where, "This must be a list of field names."));
    names.emplace_back(entry.get_string());
  }
  return names;
}

Result<void> set_member(PurchaseGroup& group, std::string_view member, const json::value& value, const std::string& where) {
  if (member == "group" || member == "channel") {
    if (!value.is_string() || value.get_string().empty()) return fail(invalid(where, "This must be a text that is not empty."));
    (member == "group" ? group.group : group.channel) = std::string(value.get_string());
    return {};
  }
  const auto row = std::ranges::find(list_rows, member, &ListRow::member);
  if (row == list_rows.end()) return fail(invalid(where, "There is no such setting."));
  auto names = parse_names(value, where);
  if (!names) return fail(names.error());
  group.*row->place = std::move(*names);
  return {};
}

Result<PurchaseGroup> parse_group(const json::value& value, const std::string& where) {
  const auto* object = value.if_object();
  if (object == nullptr) return fail(invalid(where, "This must be an object with group and channel."));
  PurchaseGroup group;
  for (const auto& [member, content] : *object)
    if (auto done = set_member(group, member, content, where + "." + std::string(member)); !done) return fail(done.error());
  if (group.group.empty()) return fail(invalid(where + ".group", "The group needs a name."));
  if (group.channel.empty()) group.channel = group.group;
  return group;
}

}  // namespace

std::vector<PurchaseGroup> default_purchase_groups() {
  PurchaseGroup web_shop;
  web_shop.group = "Order";
  web_shop.channel = "Webshop";
  return {web_shop};
}

Result<std::vector<PurchaseGroup>> parse_purchase_groups(const json::value& value) {
  const auto* list = value.if_array();
  if (list == nullptr || list->size() > groups_max)
    return fail(invalid("rule.purchase_groups", "This must be an array of at most 10 groups."));
  std::vector<PurchaseGroup> groups;
  for (std::size_t i = 0; i < list->size(); ++i) {
    auto group = parse_group((*list)[i], fmt::format("rule.purchase_groups[{}]", i));
    if (!group) return fail(group.error());
    groups.push_back(std::move(*group));
  }
  return groups;
}

}  // namespace kassabro::rule
