#include "app/account_changes.hpp"

#include <gtest/gtest.h>

namespace kassabro::app {
namespace {

Account account_with(std::string_view settings) {
  Account account;
  account.name = "Butiken";
  account.settings = parse_json(settings)->get_object();
  return account;
}

std::string text_of_members(const std::vector<ChangedMember>& members) {
  std::string text;
  for (const auto& member : members) {
    for (const auto& name : member.path) text += "/" + name;
    text += " " + to_json_text(member.before) + " -> " + to_json_text(member.after) + (member.secret ? " secret" : "") + "; ";
  }
  return text;
}

AccountChanged change_between(const Account& before, const Account& after) {
  AccountChanged change;
  change.members = changed_members(before, after);
  return change;
}

TEST(AccountChanges, names_what_is_different_down_to_the_member) {
  auto before = account_with(R"({"rule":{"order_tag":"A","mirror":true},"card":{"sections":[1]}})");
  auto after = account_with(R"({"rule":{"order_tag":"B","mirror":true,"language":"sv"},"card":{"sections":[1,2]}})");
  after.country = "NO";
  after.eshop_id = 2;
  EXPECT_EQ(text_of_members(changed_members(before, after)),
            R"(/country "SE" -> "NO"; /eshop_id 1 -> 2; /settings/card/sections [1] -> [1,2]; )"
            R"(/settings/rule/language null -> "sv"; /settings/rule/order_tag "A" -> "B"; )");
  EXPECT_TRUE(changed_members(before, before).empty());
}

TEST(AccountChanges, of_secrets_it_keeps_only_that_they_changed) {
  auto before = account_with("{}");
  auto after = before;
  after.sitoo_password = SecretString("hemligt");
  after.rule_key = SecretString("rk_new");
  const auto text = text_of_members(changed_members(before, after));
  EXPECT_EQ(text, "/sitoo_password null -> null secret; /rule_api_key null -> null secret; ");
  EXPECT_FALSE(with_undone(after, change_between(before, after)));
}

TEST(AccountChanges, undo_puts_back_what_was_there) {
  const auto before = account_with(R"({"rule":{"order_tag":"A"}})");
  auto after = account_with(R"({"rule":{"order_tag":"B"},"card":{"bonus":{"give_back":"any"}}})");
  after.name = "Andra";
  after.eshop_id = 7;
  const auto back = with_undone(after, change_between(before, after));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->name, "Butiken");
  EXPECT_EQ(back->eshop_id, 1);
  EXPECT_EQ(to_json_text(back->settings), to_json_text(before.settings));
}

TEST(AccountChanges, undo_leaves_later_changes_of_other_members_alone) {
  const auto before = account_with(R"({"rule":{"order_tag":"A"}})");
  const auto after = account_with(R"({"rule":{"order_tag":"B"}})");
  const auto later = account_with(R"({"rule":{"order_tag":"B","language":"sv"}})");
  const auto back = with_undone(later, change_between(before, after));
  ASSERT_TRUE(back);
  EXPECT_EQ(to_json_text(back->settings), R"({"rule":{"order_tag":"A","language":"sv"}})");
}

TEST(AccountChanges, what_was_touched_since_is_not_undone) {
  const auto before = account_with(R"({"rule":{"order_tag":"A"}})");
  const auto after = account_with(R"({"rule":{"order_tag":"B"}})");
  EXPECT_FALSE(with_undone(account_with(R"({"rule":{"order_tag":"C"}})"), change_between(before, after)));
  EXPECT_FALSE(with_undone(account_with(R"({"rule":"broken"})"), change_between(before, after)));
}

}  // namespace
}  // namespace kassabro::app
