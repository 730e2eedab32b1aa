#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "testing/fakes.hpp"
#include "testing/samples.hpp"
#include "testing/sqlite_store.hpp"

namespace kassabro::testing {

// One shop with an empty register of customers, the real store and a clock that the test moves.
class Shop : public ::testing::Test {
 protected:
  Shop() {
    file.write([&](app::Tables& tables) { EXPECT_TRUE(tables.accounts.insert(account, 0)); });
  }

  void insert(const domain::Contact& contact) {
    file.write([&](app::Tables& tables) { ASSERT_TRUE(tables.contacts.insert(account.id, contact)); });
  }

  std::optional<domain::Contact> contact(domain::ContactId id) {
    const auto stored = run(file->contacts().find(account.id, id));
    return stored ? std::optional(stored->contact) : std::nullopt;
  }

  std::int64_t count(const std::string& table) const { return file.count("SELECT count(*) FROM " + table); }

  // What waits in the outbox, oldest first.
  std::vector<app::DeliveryKind> waiting() {
    std::vector<app::DeliveryKind> kinds;
    for (const auto& row : run(file->deliveries().list({account.id, app::DeliveryState::pending, 100})))
      kinds.insert(kinds.begin(), row.delivery.kind);
    return kinds;
  }

  SqliteFile file;
  ManualClock clock{noon};
  app::Account account = sample_account(1);
};

}  // namespace kassabro::testing
