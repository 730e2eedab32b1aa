#pragma once

#include "store/conformance/suite.hpp"

namespace kassabro::store::conformance {

inline app::ReceiptLink sample_receipt_link(app::AccountId account, const std::string& order_id, Timestamp at = noon) {
  return {account, order_id, at, at + 24h};
}

TEST_P(StoreConformance, a_receipts_link_is_found_by_its_token_and_survives_a_restart) {
  const auto link = sample_receipt_link(shop, "11513");
  EXPECT_EQ(run(store->receipt_links().find_or_keep(link, SecretString("token-1"))), SecretString("token-1"));
  EXPECT_EQ(run(store->receipt_links().find(SecretString("token-1"))), link);
  EXPECT_FALSE(run(store->receipt_links().find(SecretString("token-2"))));
  EXPECT_FALSE(run(store->receipt_links().find(SecretString(""))));
  store->reopen();
  EXPECT_EQ(run(store->receipt_links().find(SecretString("token-1"))), link);
  EXPECT_EQ(run(store->receipt_links().find_or_keep(link, SecretString("token-9"))), SecretString("token-1"));
}

TEST_P(StoreConformance, an_order_has_one_link_as_long_as_it_lives) {
  auto& links = store->receipt_links();
  const auto link = sample_receipt_link(shop, "1");
  run(links.find_or_keep(link, SecretString("first")));
  EXPECT_EQ(run(links.find_or_keep(sample_receipt_link(shop, "1", noon + 23h), SecretString("second"))), SecretString("first"));
  EXPECT_EQ(run(links.find_or_keep(sample_receipt_link(shop, "2"), SecretString("other"))), SecretString("other"));
  EXPECT_EQ(run(links.find_or_keep(sample_receipt_link(other_shop, "1"), SecretString("theirs"))), SecretString("theirs"));
  EXPECT_EQ(run(links.find_or_keep(sample_receipt_link(shop, "1", noon + 24h), SecretString("third"))), SecretString("third"));
  EXPECT_EQ(run(links.find(SecretString("first"))), link) << "an expired one is still known";
}

TEST_P(StoreConformance, expired_links_are_forgotten_and_a_removed_accounts_too) {
  auto& links = store->receipt_links();
  run(links.find_or_keep(sample_receipt_link(shop, "1"), SecretString("old")));
  run(links.find_or_keep(sample_receipt_link(shop, "2", noon + 1h), SecretString("young")));
  run(links.find_or_keep(sample_receipt_link(other_shop, "1", noon + 1h), SecretString("theirs")));
  EXPECT_EQ(run(links.forget_expired(shop, noon + 24h + 1min)), 1U);
  EXPECT_FALSE(run(links.find(SecretString("old"))));
  EXPECT_TRUE(run(links.find(SecretString("young"))));
  write([&](app::Tables& tables) { tables.accounts.remove(shop); });
  EXPECT_FALSE(run(links.find(SecretString("young"))));
  EXPECT_TRUE(run(links.find(SecretString("theirs"))));
}

TEST_P(StoreConformance, a_receipt_that_was_asked_for_is_taken_once) {
  const auto take = [&](app::AccountId account, const char* order) {
    bool taken = false;
    write([&](app::Tables& tables) { taken = tables.receipt_requests.take(account, order); });
    return taken;
  };
  write([&](app::Tables& tables) {
    tables.receipt_requests.ask(shop, "1", noon);
    tables.receipt_requests.ask(shop, "1", noon + 1h);
    tables.receipt_requests.ask(shop, "2", noon);
  });
  EXPECT_FALSE(take(other_shop, "1"));
  EXPECT_TRUE(take(shop, "1"));
  EXPECT_FALSE(take(shop, "1"));
  write([&](app::Tables& tables) {
    EXPECT_EQ(tables.receipt_requests.forget(other_shop, noon + 1h), 0U);
    EXPECT_EQ(tables.receipt_requests.forget(shop, noon), 0U);
    EXPECT_EQ(tables.receipt_requests.forget(shop, noon + 1h), 1U);
  });
}

}  // namespace kassabro::store::conformance
