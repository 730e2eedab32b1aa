#include "rule/reference.hpp"

#include <gmock/gmock.h>

#include "rule/contact_fields.hpp"
#include "rule/order_fields.hpp"

namespace kassabro::rule {
namespace {

TEST(Reference, lists_every_field_of_every_group_once_our_own_groups_first) {
  RuleNames all;
  all.native_groups = all.send_personal_id = true;
  std::vector<std::string> listed;
  std::vector<std::string> groups;
  for (const auto& group : list_groups({})) {
    groups.push_back(group.name);
    for (const auto& field : group.fields) listed.push_back(group.name + "." + field.name);
  }
  std::vector<std::string> keys;
  for (const auto& key : contact_keys(all)) keys.push_back(key.text());
  for (const auto& key : order_keys(all)) keys.push_back(key.text());
  EXPECT_THAT(listed, ::testing::UnorderedElementsAreArray(keys));
  EXPECT_THAT(groups, ::testing::ElementsAre("Sitoo-Contact", "Sitoo-Address", "Sitoo-Order", "Subscriber", "Order"));
}

TEST(Reference, lists_every_tag_that_an_account_can_rename) {
  const RuleNames names;
  std::set<std::string> listed;
  for (const auto& tag : list_tags(names)) listed.insert(tag.name);
  EXPECT_THAT(listed, ::testing::UnorderedElementsAre(names.customer_tag, names.order_tag, names.refund_tag, names.bonus_tag,
                                                      names.newsletter_tag, names.retention_tag, names.winback_tag));
}

TEST(Reference, a_consent_is_told_by_no_order) {
  for (const auto& field : list_groups({}).front().fields)
    EXPECT_EQ(field.is_told_by_orders, !field.name.starts_with("accept")) << field.name;
}

}  // namespace
}  // namespace kassabro::rule
