#pragma once

#include "store/conformance/audit.hpp"
#include "store/conformance/receipt_links.hpp"
#include "store/conformance/webhooks.hpp"

namespace kassabro::store::conformance {

TEST_P(StoreConformance, everything_that_is_sealed_is_sealed_anew_and_the_old_key_is_not_needed_any_more) {
  auto account = sample_account(shop);
  account.sitoo_password = SecretString("sitoo");
  ASSERT_TRUE(attempt([&](app::Tables& tables) { return tables.accounts.insert(account, 0); }));
  for (int i = 0; i < 3; ++i)
    run(store->receipt_links().find_or_keep(sample_receipt_link(shop, std::to_string(i)),
                                            SecretString("token-" + std::to_string(i))));
  auto endpoint = sample_endpoint(shop, 5);
  endpoint.old_secret = SecretString("whsec_b2xk");
  write([&](app::Tables& tables) {
    tables.endpoints.insert(endpoint);
    tables.endpoints.insert(sample_endpoint(shop, 6));
  });
  EXPECT_EQ(run(store->sealed_secrets().seal_some_anew()), 0U) << "there is only one key";

  store->keys().add_next();
  EXPECT_EQ(run(store->sealed_secrets().seal_some_anew()), 0U) << "the next one does not seal yet";
  store->keys().use_next();
  std::size_t count = 0;
  while (const auto some = run(store->sealed_secrets().seal_some_anew())) count += some;
  EXPECT_EQ(count, 4U + 2U * 2U + 3U);
  store->keys().drop_old();
  store->reopen();

  const auto found = run(store->accounts().find(shop));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->rule_key, account.rule_key);
  EXPECT_EQ(found->api_token, account.api_token);
  EXPECT_EQ(found->basic_password, account.basic_password);
  EXPECT_EQ(found->sitoo_password, account.sitoo_password);
  EXPECT_TRUE(run(store->accounts().find_by_token(account.api_token)));
  EXPECT_EQ(run(store->receipt_links().find_or_keep(sample_receipt_link(shop, "1"), SecretString("fresh"))),
            SecretString("token-1"));
  EXPECT_TRUE(run(store->receipt_links().find(SecretString("token-2"))));
  const auto kept = run(store->messages().find_endpoint(shop, 5));
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->secret, endpoint.secret);
  EXPECT_EQ(kept->old_secret, endpoint.old_secret);
  EXPECT_TRUE(run(store->messages().find_endpoint(shop, 6))->old_secret.empty());
}

TEST_P(StoreConformance, the_audit_log_is_whole_over_an_exchange_of_the_key) {
  run(store->audit_log().append(deed(shop, "7")));
  store->keys().add_next();
  store->keys().use_next();
  run(store->audit_log().append(deed(shop, "8")));
  store->keys().drop_old();
  run(store->audit_log().append(deed(shop, "9")));
  store->reopen();
  const auto chains = run(store->audit_log().verify());
  ASSERT_EQ(chains.size(), 1U);
  EXPECT_EQ(chains[0].entries, 3);
  EXPECT_FALSE(chains[0].broken_at);
}

}  // namespace kassabro::store::conformance
