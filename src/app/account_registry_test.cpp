#include "app/account_registry.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <utility>

#include "testing/run.hpp"
#include "testing/samples.hpp"

namespace kassabro::app {
namespace {

using testing::run;

// One account, which somebody changes when it has been read and whoever asked has not heard yet.
class ChangingAccounts final : public AccountReader {
 public:
  Async<std::optional<Account>> find(AccountId) override { co_return read(); }
  Async<std::optional<Account>> find_by_token(const SecretString& token) override {
    if (token != account.api_token) co_return std::nullopt;
    co_return read();
  }
  Async<std::optional<Account>> find_by_basic_user(std::string) override { co_return read(); }
  Async<std::vector<Account>> list() override { co_return std::vector<Account>{}; }
  Async<std::vector<Account>> list_after(AccountId, std::size_t) override { co_return std::vector<Account>{}; }
  Async<std::vector<AccountChanged>> list_changes(AccountId, std::size_t) override { co_return std::vector<AccountChanged>{}; }

  Account account = testing::sample_account(1);
  std::function<void()> when_read;  // once

 private:
  std::optional<Account> read() {
    auto found = account;
    if (const auto change = std::exchange(when_read, {})) change();
    return found;
  }
};

class AccountRegistryTest : public ::testing::Test {
 protected:
  ChangingAccounts reader;
  AccountRegistry registry{reader};
};

TEST_F(AccountRegistryTest, what_was_read_before_a_change_is_not_remembered_after_it) {
  const std::vector<std::function<AccountPtr()>> ways{
      [&] { return run(registry.find(1)); },
      [&] { return run(registry.find_by_token(SecretString("kt_shop_1"))); },
      [&] { return run(registry.find_by_basic_user("shop-1")); },
  };
  for (std::size_t i = 0; i < ways.size(); ++i) {
    SCOPED_TRACE(i);
    registry.forget_all();
    const auto before = reader.account.name;
    reader.when_read = [&] {
      reader.account.name += ", renamed";
      registry.forget(1);
    };
    EXPECT_EQ(ways[i]()->name, before);
    EXPECT_EQ(ways[i]()->name, before + ", renamed");
  }
}

TEST_F(AccountRegistryTest, a_token_that_is_taken_back_while_it_is_read_opens_nothing_afterwards) {
  reader.when_read = [&] {
    reader.account.api_token = SecretString("kt_another");
    registry.forget(1);
  };
  EXPECT_TRUE(run(registry.find_by_token(SecretString("kt_shop_1"))));
  EXPECT_TRUE(run(registry.find(1)));
  EXPECT_FALSE(run(registry.find_by_token(SecretString("kt_shop_1"))));
}

}  // namespace
}  // namespace kassabro::app
