#pragma once

#include "store/conformance/suite.hpp"

namespace kassabro::store::conformance {

class AccountConformance : public StoreConformance {
 protected:
  Result<void> insert_account(const app::Account& account, std::int64_t remote_id = 0) {
    return attempt([&](app::Tables& tables) { return tables.accounts.insert(account, remote_id); });
  }

  app::AccountId owner_of_token(const std::string& token) {
    const auto found = run(store->accounts().find_by_token(SecretString(token)));
    return found ? found->id : 0;
  }
};

TEST_P(AccountConformance, an_account_comes_back_as_it_went_in) {
  auto account = sample_account(1);
  account.country = "NO";
  account.time_zone = "Europe/Oslo";
  account.currency = "NOK";
  account.sitoo_base_url = "https://api.example.com";
  account.sitoo_api_id = "1500-1";
  account.sitoo_password = SecretString("sandbox");
  account.eshop_id = 3;
  account.settings["sitoo_v1"] = json::object{{"update_answer", "id"}};
  ASSERT_TRUE(insert_account(account));
  store->reopen();
  const auto back = run(store->accounts().find(1));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->name, account.name);
  EXPECT_EQ(back->country, "NO");
  EXPECT_EQ(back->time_zone, "Europe/Oslo");
  EXPECT_EQ(back->currency, "NOK");
  EXPECT_EQ(back->status, app::AccountStatus::active);
  EXPECT_EQ(back->rule_key, account.rule_key);
  EXPECT_EQ(back->api_token, account.api_token);
  EXPECT_EQ(back->basic_user, account.basic_user);
  EXPECT_EQ(back->basic_password, account.basic_password);
  EXPECT_EQ(back->sitoo_base_url, account.sitoo_base_url);
  EXPECT_EQ(back->sitoo_api_id, account.sitoo_api_id);
  EXPECT_EQ(back->sitoo_password, account.sitoo_password);
  EXPECT_EQ(back->eshop_id, 3);
  EXPECT_EQ(back->settings, account.settings);
  EXPECT_EQ(back->created_at, account.created_at);
  write([&](app::Tables& tables) {
    const auto within = tables.accounts.find(1);
    ASSERT_TRUE(within);
    EXPECT_EQ(within->settings, account.settings);
    EXPECT_EQ(within->rule_key, account.rule_key);
    EXPECT_FALSE(tables.accounts.find(2));
  });
}

TEST_P(AccountConformance, token_key_and_user_name_open_the_account) {
  ASSERT_TRUE(insert_account(sample_account(1)));
  ASSERT_TRUE(insert_account(sample_account(2)));
  EXPECT_EQ(owner_of_token("kt_shop_1"), 1);
  EXPECT_EQ(owner_of_token("rk_shop_1"), 1);
  EXPECT_EQ(owner_of_token("rk_shop_2"), 2);
  EXPECT_EQ(owner_of_token("rk_shop_"), 0);
  EXPECT_EQ(owner_of_token(""), 0);
  EXPECT_EQ(run(store->accounts().find_by_basic_user("shop-2"))->id, 2);
  EXPECT_FALSE(run(store->accounts().find_by_basic_user("SHOP-2")));
  EXPECT_EQ(run(store->accounts().list()).size(), 2U);
  EXPECT_EQ(run(store->accounts().list_after(0, 1)).at(0).id, shop);
  EXPECT_EQ(run(store->accounts().list_after(shop, 5)).at(0).id, other_shop);
}

TEST_P(AccountConformance, the_marketing_key_may_be_the_token_itself) {
  auto account = sample_account(1);
  account.api_token = account.rule_key;
  ASSERT_TRUE(insert_account(account));
  EXPECT_EQ(owner_of_token("rk_shop_1"), 1);
}

TEST_P(AccountConformance, a_conflict_names_what_is_taken_and_leaves_nothing_behind) {
  ASSERT_TRUE(insert_account(sample_account(1)));
  auto same_user = sample_account(2);
  same_user.basic_user = "shop-1";
  auto same_token = sample_account(2);
  same_token.api_token = SecretString("kt_shop_1");
  auto same_key = sample_account(2);
  same_key.rule_key = SecretString("rk_shop_1");
  for (const auto& [account, field] :
       {std::pair{same_user, "basic_user"}, std::pair{same_token, "api_token"}, std::pair{same_key, "rule_api_key"}}) {
    const auto refused = insert_account(account);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::conflict);
    EXPECT_EQ(refused.error().field, field);
    EXPECT_FALSE(run(store->accounts().find(2)));
    EXPECT_EQ(owner_of_token("kt_shop_2"), 0);
  }
  EXPECT_TRUE(insert_account(sample_account(2)));
}

TEST_P(AccountConformance, a_renewed_key_opens_the_account_beside_the_older_ones) {
  ASSERT_TRUE(insert_account(sample_account(1), 4711));
  write([&](app::Tables& tables) {
    tables.accounts.set_status(1, app::AccountStatus::key_refused);
    EXPECT_EQ(tables.accounts.find_by_remote(4711), 1);
    EXPECT_FALSE(tables.accounts.find_by_remote(4712));
  });
  EXPECT_EQ(run(store->accounts().find(1))->status, app::AccountStatus::key_refused);
  write([&](app::Tables& tables) { tables.accounts.renew_rule_key(1, SecretString("rk_new")); });
  const auto back = run(store->accounts().find(1));
  EXPECT_EQ(back->rule_key.reveal(), "rk_new");
  EXPECT_EQ(back->status, app::AccountStatus::active);
  EXPECT_EQ(owner_of_token("rk_new"), 1);
  EXPECT_EQ(owner_of_token("rk_shop_1"), 1);
  EXPECT_EQ(owner_of_token("kt_shop_1"), 1);
}

TEST_P(AccountConformance, accounts_without_a_known_owner_are_not_mixed_up) {
  ASSERT_TRUE(insert_account(sample_account(1)));
  write([&](app::Tables& tables) { EXPECT_FALSE(tables.accounts.find_by_remote(0)); });
}

TEST_P(AccountConformance, an_update_changes_all_but_the_tokens) {
  ASSERT_TRUE(insert_account(sample_account(1), 4711));
  auto changed = sample_account(1);
  changed.name = "Shop AB";
  changed.settings["rule"] = json::object{{"native_orders", true}};
  write([&](app::Tables& tables) { tables.accounts.update(changed); });
  const auto back = run(store->accounts().find(1));
  EXPECT_EQ(back->name, "Shop AB");
  EXPECT_EQ(back->settings, changed.settings);
  write([&](app::Tables& tables) {
    EXPECT_EQ(tables.accounts.find_by_remote(4711), 1);
    EXPECT_EQ(tables.accounts.find_remote(1), 4711);
    EXPECT_FALSE(tables.accounts.find_remote(2));
  });
}

TEST_P(AccountConformance, removing_an_account_removes_all_of_it_and_nothing_else) {
  for (const app::AccountId id : {shop, other_shop}) {
    ASSERT_TRUE(insert_account(sample_account(id)));
    write([&](app::Tables& tables) {
      const auto contact = sample_contact(id * 10);
      ASSERT_TRUE(tables.contacts.insert(id, contact));
      tables.contacts.record_consent(id, contact, {}, {}, noon);
      tables.receipt_requests.ask(id, "1", noon);
      tables.contacts.next_member_number(id);
      tables.orders.save(id, {sample_order("1"), true}, noon);
      tables.inbox.save(id, "sitoo_v1", "{}", noon);
      tables.deliveries.enqueue(sample_delivery(id, contact.id, 100), noon);
    });
    run(store->memory().save(id, "fact", "x"));
  }
  write([&](app::Tables& tables) { EXPECT_TRUE(tables.accounts.remove(shop)); });
  EXPECT_FALSE(run(store->accounts().find(shop)));
  EXPECT_EQ(owner_of_token("kt_shop_1"), 0);
  EXPECT_FALSE(stored(shop, 10));
  EXPECT_EQ(owner_of(shop, domain::KeyKind::email, "anna@shop.se"), 0);
  EXPECT_FALSE(run(store->orders().find(shop, "1")));
  EXPECT_FALSE(run(store->memory().find(shop, "fact")));
  EXPECT_EQ(run(store->deliveries().list({})).size(), 1U);
  EXPECT_TRUE(stored(other_shop, 20));
  EXPECT_EQ(owner_of_token("kt_shop_2"), other_shop);
  EXPECT_TRUE(run(store->orders().find(other_shop, "1")));
  write([&](app::Tables& tables) { EXPECT_FALSE(tables.accounts.remove(shop)) << "it is gone already"; });
}

}  // namespace kassabro::store::conformance
