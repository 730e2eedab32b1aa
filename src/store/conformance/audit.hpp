#pragma once

#include "store/conformance/suite.hpp"

namespace kassabro::store::conformance {

inline app::AuditEntry deed(app::AccountId account, const std::string& subject) {
  return {.account = account,
          .number = 77,  // the log numbers by itself
          .at = noon,
          .actor = "pages",
          .peer = "192.0.2.1",
          .action = "POST /api/v1/customers/{customer}/erase",
          .subject = subject,
          .status = 200,
          .seal = "none"};
}

TEST_P(StoreConformance, the_audit_log_numbers_and_chains_what_an_account_saw_done) {
  auto& log = store->audit_log();
  EXPECT_TRUE(run(log.verify()).empty());
  for (const auto* subject : {"7", "8", "9"}) run(log.append(deed(shop, subject)));
  const auto seal = run(log.append(deed(app::no_account_yet, "")));
  store->reopen();
  const auto entries = run(store->audit_log().list(shop, std::nullopt, 2));
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].number, 3);
  EXPECT_EQ(entries[0].subject, "9");
  EXPECT_EQ(entries[0].action, "POST /api/v1/customers/{customer}/erase");
  EXPECT_EQ(entries[0].actor, "pages");
  EXPECT_EQ(entries[0].peer, "192.0.2.1");
  EXPECT_EQ(entries[0].at, noon);
  EXPECT_EQ(entries[0].status, 200);
  EXPECT_EQ(entries[1].number, 2);
  EXPECT_EQ(run(store->audit_log().list(shop, 2, 10)).size(), 1U);
  EXPECT_TRUE(run(store->audit_log().list(other_shop, std::nullopt, 10)).empty());

  const auto chains = run(store->audit_log().verify());
  ASSERT_EQ(chains.size(), 2U);
  EXPECT_EQ(chains[0].account, app::no_account_yet);
  EXPECT_EQ(chains[0].head, seal);
  EXPECT_EQ(chains[1].entries, 3);
  EXPECT_EQ(chains[1].head, entries[0].seal);
  EXPECT_FALSE(chains[1].broken_at);
}

TEST_P(StoreConformance, a_long_audit_log_is_verified_to_its_end) {
  for (int i = 0; i < 1'003; ++i) run(store->audit_log().append(deed(shop, std::to_string(i))));
  const auto chains = run(store->audit_log().verify());
  ASSERT_EQ(chains.size(), 1U);
  EXPECT_EQ(chains[0].entries, 1'003);
  EXPECT_FALSE(chains[0].broken_at);
}

}  // namespace kassabro::store::conformance
