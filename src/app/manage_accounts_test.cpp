#include "app/manage_accounts.hpp"

#include "testing/shop.hpp"

namespace kassabro::app {
namespace {

class ManageAccountsTest : public testing::Shop {
 protected:
  Result<Account> change(AccountChange wanted) { return testing::run(manage.change(account.id, std::move(wanted), "pages")); }

  std::string fault_of(AccountChange wanted) {
    const auto changed = change(std::move(wanted));
    return changed ? "" : changed.error().field;
  }

  std::string settings() { return to_json_text(testing::run(manage.get(account.id))->settings); }

  Result<void> set(const std::string& patch) {
    AccountChange wanted;
    wanted.settings = parse_json(patch)->as_object();
    const auto changed = change(std::move(wanted));
    if (!changed) return fail(changed.error());
    return {};
  }

  testing::FakeKeyProbe probe;
  AccountRegistry registry{file->accounts()};
  ManageAccounts manage{registry,
                        file->accounts(),
                        probe,
                        file->unit_of_work(),
                        clock,
                        [](const json::object& own) -> Result<void> {
                          if (own.contains("wrong")) return fail(invalid("wrong", "There is no such setting."));
                          return {};
                        },
                        [](const std::string& url) -> Result<void> {
                          if (url == "https://elsewhere.example") return fail(invalid("sitoo_base_url", "Not there."));
                          return {};
                        }};
};

TEST_F(ManageAccountsTest, a_change_is_known_at_once_and_leaves_the_rest) {
  const auto before = testing::run(registry.find(account.id));
  AccountChange wanted;
  wanted.name = " New name ";
  wanted.country = "fi";
  wanted.time_zone = "Europe/Helsinki";
  wanted.currency = "eur";
  wanted.sitoo_base_url = "https://api.example.com";
  wanted.sitoo_api_id = "1500-1";
  wanted.sitoo_password = "sandbox";
  wanted.eshop_id = 3;
  ASSERT_TRUE(change(std::move(wanted)));
  const auto after = testing::run(registry.find(account.id));
  EXPECT_EQ(after->name, "New name");
  EXPECT_EQ(after->country, "FI");
  EXPECT_EQ(after->time_zone, "Europe/Helsinki");
  EXPECT_EQ(after->currency, "EUR");
  EXPECT_EQ(after->sitoo_base_url, "https://api.example.com");
  EXPECT_EQ(after->sitoo_api_id, "1500-1");
  EXPECT_EQ(after->sitoo_password.reveal(), "sandbox");
  EXPECT_EQ(after->eshop_id, 3);
  EXPECT_EQ(after->rule_key, before->rule_key);
  EXPECT_EQ(after->basic_password, before->basic_password);
  EXPECT_EQ(after->created_at, before->created_at);
}

TEST_F(ManageAccountsTest, a_new_rule_key_of_the_same_account_takes_the_place_of_the_old_one) {
  probe.owners["rk_new"] = {0, "Shop"};
  file.write([&](Tables& tables) { tables.accounts.set_status(account.id, AccountStatus::key_refused); });
  AccountChange wanted;
  wanted.rule_api_key = "rk_new";
  file.write([&](Tables& tables) {
    tables.deliveries.enqueue(testing::sample_delivery(account.id, 7, 10), clock.now() + std::chrono::minutes(10));
  });
  const auto renewed = change(std::move(wanted));
  ASSERT_TRUE(renewed);
  EXPECT_EQ(testing::run(file->deliveries().list_due_accounts(clock.now())), std::vector<AccountId>{account.id})
      << "what the old one was refused is tried at once";
  EXPECT_EQ(renewed->rule_key, SecretString("rk_new"));
  EXPECT_EQ(testing::run(registry.find(account.id))->status, AccountStatus::active);
  EXPECT_EQ(testing::run(registry.find_by_token(SecretString("rk_new")))->id, account.id);
}

TEST_F(ManageAccountsTest, a_rule_key_that_is_not_good_or_another_shops_is_refused) {
  const auto fault = [&](const char* key) {
    AccountChange wanted;
    wanted.rule_api_key = key;
    return change(std::move(wanted));
  };
  EXPECT_EQ(fault("rk_unknown").error().field, "rule_api_key");
  EXPECT_EQ(fault("rk two").error().code, ErrorCode::invalid);
  probe.owners["rk_theirs"] = {77, "Other"};
  auto other = testing::sample_account(2, "other");
  file.write([&](Tables& tables) { EXPECT_TRUE(tables.accounts.insert(other, 77)); });
  EXPECT_EQ(fault("rk_theirs").error().code, ErrorCode::conflict);
  probe.is_down = true;
  EXPECT_EQ(fault("rk_new").error().code, ErrorCode::unavailable);
  EXPECT_EQ(testing::run(registry.find(account.id))->rule_key, account.rule_key);
}

TEST_F(ManageAccountsTest, a_rule_key_of_another_rule_account_is_refused) {
  file.write([&](Tables& tables) { EXPECT_TRUE(tables.accounts.insert(testing::sample_account(3, "third"), 88)); });
  const auto set_key = [&](const char* key, std::int64_t owner) {
    probe.owners[key] = {owner, "Shop"};
    AccountChange wanted;
    wanted.rule_api_key = key;
    return testing::run(manage.change(3, std::move(wanted), "pages"));
  };
  EXPECT_EQ(set_key("rk_of_99", 99).error().code, ErrorCode::conflict);
  EXPECT_TRUE(set_key("rk_of_88", 88));
  EXPECT_TRUE(set_key("rk_of_nobody", 0)) << "Rule does not say whose it is";
}

TEST_F(ManageAccountsTest, settings_are_merged_member_by_member) {
  ASSERT_TRUE(set(R"({"a":{"x":1,"y":{"z":2}},"b":true})"));
  ASSERT_TRUE(set(R"({"a":{"x":null,"y":{"w":[1]},"v":3}})"));
  EXPECT_EQ(settings(), R"({"a":{"y":{"z":2,"w":[1]},"v":3},"b":true})");
  ASSERT_TRUE(set(R"({"a":null,"c":{"d":null}})"));
  EXPECT_EQ(settings(), R"({"b":true,"c":{}})") << "a null never gets in";
}

TEST_F(ManageAccountsTest, what_cannot_be_is_refused_and_nothing_is_changed) {
  const auto with = [](auto member, const char* value) {
    AccountChange wanted;
    wanted.*member = value;
    wanted.settings["a"] = 1;
    return wanted;
  };
  EXPECT_EQ(fault_of(with(&AccountChange::name, " ")), "name");
  EXPECT_EQ(fault_of(with(&AccountChange::name, "Bo\nutik")), "name");
  for (const auto number : {0, -1}) {
    AccountChange wanted;
    wanted.eshop_id = number;
    EXPECT_EQ(fault_of(wanted), "eshop_id");
  }
  EXPECT_EQ(fault_of(with(&AccountChange::country, "XX")), "country");
  EXPECT_EQ(fault_of(with(&AccountChange::time_zone, "Europe/Atlantis")), "time_zone");
  EXPECT_EQ(fault_of(with(&AccountChange::currency, "kronor")), "currency");
  EXPECT_EQ(fault_of(with(&AccountChange::sitoo_base_url, "api.example.com")), "sitoo_base_url");
  EXPECT_EQ(fault_of(with(&AccountChange::sitoo_base_url, "https://elsewhere.example")), "sitoo_base_url");
  EXPECT_EQ(set(R"({"wrong":1})").error().field, "wrong");
  EXPECT_EQ(settings(), "{}");
  EXPECT_EQ(testing::run(manage.change(4711, {}, "pages")).error().code, ErrorCode::not_found);
}

TEST_F(ManageAccountsTest, an_account_with_a_wrong_setting_or_zone_is_not_added) {
  AccountDraft draft;
  draft.name = "Second";
  draft.rule_api_key = "rk_second";
  draft.settings["wrong"] = 1;
  EXPECT_EQ(testing::run(manage.add(draft)).error().field, "wrong");
  draft.settings.clear();
  draft.time_zone = "Europe/Atlantis";
  EXPECT_EQ(testing::run(manage.add(draft)).error().field, "time_zone");
  EXPECT_TRUE(probe.asked.empty()) << "what cannot be is not asked about";
  draft.time_zone.clear();
  EXPECT_EQ(testing::run(manage.add(draft)).error().field, "rule_api_key") << "nobody has this key";
  EXPECT_EQ(count("accounts"), 1);
}

TEST_F(ManageAccountsTest, a_difference_is_kept_as_a_change_and_can_be_undone) {
  AccountChange wanted;
  wanted.name = "Nya butiken";
  wanted.settings = {{"rule", json::object{{"order_tag", "Sale"}}}};
  const auto name = account.name;
  const auto before = settings();
  ASSERT_TRUE(change(wanted));
  ASSERT_TRUE(change(wanted));  // the same again is no change
  const auto changes = testing::run(manage.list_changes(account.id, 10));
  ASSERT_EQ(changes->size(), 1U);
  const auto& first = changes->front();
  EXPECT_EQ(first.change.author, "pages");
  EXPECT_TRUE(first.undoable);
  EXPECT_EQ(first.change.members.size(), 2U);

  const auto back = testing::run(manage.undo(account.id, first.change.id, "command_line"));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->name, name);
  EXPECT_EQ(settings(), before);
  const auto after = testing::run(manage.list_changes(account.id, 10));
  ASSERT_EQ(after->size(), 2U);
  EXPECT_EQ(after->front().change.undoes, first.change.id);
  EXPECT_TRUE(after->back().undone);
  EXPECT_FALSE(after->back().undoable);
  EXPECT_EQ(testing::run(manage.undo(account.id, first.change.id, "pages")).error().field, "change");
  EXPECT_EQ(testing::run(manage.undo(account.id, 1, "pages")).error().code, ErrorCode::not_found);
}

TEST_F(ManageAccountsTest, two_who_edit_at_the_same_time_do_not_overwrite_each_other) {
  AccountChange mine;
  mine.revision = testing::run(manage.revision(account.id));
  mine.settings = {{"rule", json::object{{"order_tag", "Mine"}}}};
  AccountChange yours = mine;
  yours.settings = {{"rule", json::object{{"order_tag", "Yours"}}}};
  ASSERT_TRUE(change(mine));
  const auto refused = change(yours);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
  EXPECT_EQ(refused.error().field, "revision");
  yours.revision = testing::run(manage.revision(account.id));
  EXPECT_TRUE(change(yours));
}

TEST_F(ManageAccountsTest, settings_are_tried_without_being_saved) {
  const auto before = settings();
  const auto tried = testing::run(manage.with_settings(account.id, {{"rule", json::object{{"order_tag", "Sale"}}}}));
  ASSERT_TRUE(tried);
  EXPECT_EQ(tried->settings.at("rule").at("order_tag").as_string(), "Sale");
  EXPECT_EQ(settings(), before);
  EXPECT_EQ(testing::run(manage.with_settings(account.id, {{"wrong", 1}})).error().field, "wrong");
}

}  // namespace
}  // namespace kassabro::app
