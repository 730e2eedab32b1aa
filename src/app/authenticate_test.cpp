#include "app/authenticate.hpp"

#include "testing/shop.hpp"

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;
using testing::run;

class AuthenticateTest : public testing::Shop {
 protected:
  Result<AccountPtr> token(std::vector<std::string> texts, const std::string& peer = "10.0.0.1") {
    std::vector<SecretString> candidates;
    for (auto& text : texts) candidates.emplace_back(std::move(text));
    return run(authenticate.by_token(std::move(candidates), peer));
  }

  testing::FakeKeyProbe probe;
  ProbeGuard guard{clock};
  AccountRegistry registry{file->accounts()};
  Authenticate authenticate{registry, probe, file->unit_of_work(), guard, clock, {"NO", "Europe/Oslo", "NOK", "", 5s}};
};

TEST_F(AuthenticateTest, a_token_of_ours_opens_its_account_without_asking_anybody) {
  for (const char* text : {"kt_shop_1", "rk_shop_1"}) {
    const auto opened = token({text});
    ASSERT_TRUE(opened) << text;
    EXPECT_EQ((*opened)->id, account.id);
  }
  EXPECT_EQ((*token({"something else", "kt_shop_1"}))->id, account.id) << "any of the candidates";
  EXPECT_TRUE(probe.asked.empty());
}

TEST_F(AuthenticateTest, a_good_key_of_the_platform_makes_the_account) {
  probe.owners["rk_new_shop"] = {4711, "New shop"};
  const auto opened = token({"rk_new_shop"});
  ASSERT_TRUE(opened) << opened.error().message;
  EXPECT_NE((*opened)->id, account.id);
  EXPECT_EQ((*opened)->name, "New shop");
  EXPECT_EQ((*opened)->country, "NO");
  EXPECT_EQ((*opened)->currency, "NOK");
  EXPECT_EQ((*opened)->rule_key.reveal(), "rk_new_shop");
  EXPECT_EQ((*token({"rk_new_shop"}))->id, (*opened)->id);
  EXPECT_EQ((*token({(*opened)->api_token.reveal()}))->id, (*opened)->id) << "it also has a token of its own";
  EXPECT_EQ(probe.asked.size(), 1U);
  EXPECT_EQ(count("accounts"), 2);
}

TEST_F(AuthenticateTest, a_renewed_key_keeps_the_account) {
  probe.owners["rk_first_key"] = {4711, "Shop"};
  probe.owners["rk_second_key"] = {4711, "Shop"};
  const auto first = token({"rk_first_key"});
  file.write([&](Tables& tables) { tables.accounts.set_status((*first)->id, AccountStatus::key_refused); });
  registry.forget((*first)->id);
  const auto second = token({"rk_second_key"});
  ASSERT_TRUE(first && second);
  EXPECT_EQ((*second)->id, (*first)->id);
  EXPECT_EQ((*second)->rule_key.reveal(), "rk_second_key");
  EXPECT_EQ((*second)->status, AccountStatus::active);
  EXPECT_EQ((*token({"rk_first_key"}))->rule_key.reveal(), "rk_second_key") << "the till may still hold the old one";
}

TEST_F(AuthenticateTest, what_the_old_key_was_refused_goes_out_at_once_with_a_renewed_one) {
  probe.owners["rk_first_key"] = {4711, "Shop"};
  probe.owners["rk_second_key"] = {4711, "Shop"};
  const auto id = (*token({"rk_first_key"}))->id;
  const auto due = [&] { return run(file->deliveries().list_due_accounts(clock.now())); };
  file.write([&](Tables& tables) {
    tables.deliveries.enqueue(testing::sample_delivery(id, 7, 10), clock.now() + 10min);
    tables.deliveries.enqueue(testing::sample_delivery(account.id, 7, 20), clock.now() + 10min);
  });
  ASSERT_TRUE(token({"rk_first_key"}));
  EXPECT_TRUE(due().empty());
  ASSERT_TRUE(token({"rk_second_key"}));
  EXPECT_EQ(due(), std::vector<AccountId>{id});
}

TEST_F(AuthenticateTest, keys_of_owners_without_a_number_are_accounts_of_their_own) {
  probe.owners["rk_owner_one"] = {0, ""};
  probe.owners["rk_owner_two"] = {0, ""};
  const auto one = token({"rk_owner_one"});
  const auto two = token({"rk_owner_two"});
  ASSERT_TRUE(one && two);
  EXPECT_NE((*one)->id, (*two)->id);
  EXPECT_FALSE((*one)->name.empty());
}

TEST_F(AuthenticateTest, a_refused_key_is_not_asked_about_twice) {
  for (int i = 0; i < 3; ++i) {
    const auto refused = token({"rk_wrong_key"});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::unauthorized);
    EXPECT_EQ(refused.error().field, "token");
  }
  EXPECT_EQ(probe.asked.size(), 1U);
  clock.advance(6min);
  probe.owners["rk_wrong_key"] = {1, "Shop"};
  EXPECT_TRUE(token({"rk_wrong_key"})) << "it may have become good";
}

TEST_F(AuthenticateTest, what_cannot_be_a_key_is_refused_without_asking) {
  for (const std::string& text :
       {std::string("short"), std::string("two words here"), std::string("user:password"), std::string(257, 'x')})
    EXPECT_EQ(token({text}).error().code, ErrorCode::unauthorized) << text;
  EXPECT_EQ(token({}).error().code, ErrorCode::unauthorized);
  EXPECT_TRUE(probe.asked.empty());
}

TEST_F(AuthenticateTest, a_stranger_who_tries_many_keys_is_stopped_and_others_are_not) {
  ErrorCode last = ErrorCode::unauthorized;
  for (int i = 0; i < 11; ++i) last = token({"rk_guess_" + std::to_string(i)}).error().code;
  EXPECT_EQ(last, ErrorCode::too_many_requests);
  EXPECT_EQ(probe.asked.size(), 10U);
  EXPECT_EQ(token({"rk_another_guess"}, "10.0.0.2").error().code, ErrorCode::unauthorized);
  EXPECT_TRUE(token({"kt_shop_1"})) << "a token of ours needs no probe";
}

TEST_F(AuthenticateTest, a_platform_that_is_down_is_no_refusal) {
  probe.is_down = true;
  const auto undecided = token({"rk_new_shop"});
  ASSERT_FALSE(undecided);
  EXPECT_EQ(undecided.error().code, ErrorCode::unavailable);
  EXPECT_TRUE(token({"kt_shop_1"}));
  probe.is_down = false;
  probe.owners["rk_new_shop"] = {4711, "Shop"};
  EXPECT_TRUE(token({"rk_new_shop"})) << "it is asked again as soon as it is back";
}

TEST_F(AuthenticateTest, a_line_break_in_the_token_is_told) {
  for (const char* text : {"rk_new_\nshop", "rk_new_shop\r\n", "rk_\tshop"}) {
    const auto refused = token({text});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::invalid);
    EXPECT_EQ(refused.error().field, "token");
  }
  EXPECT_TRUE(probe.asked.empty());
}

TEST_F(AuthenticateTest, user_and_password_open_the_account) {
  const auto basic = [&](std::string user, const std::string& password) {
    return run(authenticate.by_basic(std::move(user), SecretString(password), "10.0.0.1", Door::till));
  };
  EXPECT_EQ((*basic("shop-1", "password-1"))->id, account.id);
  for (const auto& [user, password] :
       {std::pair{"shop-1", "password-2"}, std::pair{"shop-1", ""}, std::pair{"shop-2", "password-1"}, std::pair{"", ""},
        std::pair{"nobody", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}})
    EXPECT_EQ(basic(user, password).error().code, ErrorCode::unauthorized) << user;
}

TEST_F(AuthenticateTest, an_account_that_calls_too_often_waits_and_others_do_not) {
  Authenticate::Defaults defaults;
  defaults.calls_a_second = 1;
  Authenticate limited{registry, probe, file->unit_of_work(), guard, clock, defaults};
  const auto by_token = [&](const char* text) { return run(limited.by_token({SecretString(text)}, "10.0.0.1")); };
  const std::string peer = "10.0.0.1";
  probe.owners["rk_new_shop"] = {4711, "New shop"};
  for (int i = 0; i < 10; ++i) EXPECT_TRUE(by_token("kt_shop_1")) << i;
  EXPECT_EQ(by_token("kt_shop_1").error().code, ErrorCode::too_many_requests);
  EXPECT_EQ(run(limited.by_basic("shop-1", SecretString("password-1"), peer, Door::till)).error().code,
            ErrorCode::too_many_requests)
      << "events count too";
  EXPECT_EQ(run(limited.by_basic("shop-1", SecretString("wrong"), peer, Door::till)).error().code, ErrorCode::unauthorized);
  EXPECT_TRUE(by_token("rk_new_shop"));
  EXPECT_TRUE(by_token("rk_new_shop"));
  clock.advance(1s);
  EXPECT_TRUE(by_token("kt_shop_1"));
  EXPECT_FALSE(by_token("kt_shop_1"));
}

TEST_F(AuthenticateTest, a_removed_account_is_closed_once_it_is_forgotten) {
  ASSERT_TRUE(token({"kt_shop_1"}));
  file.write([&](Tables& tables) { tables.accounts.remove(account.id); });
  registry.forget(account.id);
  EXPECT_FALSE(token({"kt_shop_1"}));
  EXPECT_FALSE(run(registry.find(account.id)));
  EXPECT_FALSE(run(registry.find_by_basic_user("shop-1")));
}

TEST_F(AuthenticateTest, the_registry_reads_an_account_once_until_it_is_forgotten) {
  const auto first = run(registry.find(account.id));
  EXPECT_EQ(run(registry.find(account.id)), first);
  auto changed = account;
  changed.name = "Shop AB";
  file.write([&](Tables& tables) { tables.accounts.update(changed); });
  EXPECT_EQ(run(registry.find(account.id))->name, account.name);
  registry.forget(account.id);
  EXPECT_EQ(run(registry.find(account.id))->name, "Shop AB");
}

class AuthenticateByBasic : public AuthenticateTest {
 protected:
  // 0: let in.
  int refusal(const std::string& user, const std::string& password, const std::string& peer, Door door = Door::till) {
    const auto opened = run(authenticate.by_basic(user, SecretString(password), peer, door));
    if (opened) return 0;
    return opened.error().code == ErrorCode::too_many_requests ? 429 : 401;
  }
  void guess_until_refused(const std::string& peer, Door door = Door::till) {
    for (int i = 0; i < 10; ++i) ASSERT_EQ(refusal("shop-1", "wrong", peer, door), 401) << i;
    ASSERT_EQ(refusal("shop-1", "wrong", peer, door), 429);
  }
};

TEST_F(AuthenticateByBasic, an_address_that_guesses_a_password_is_not_heard_for_a_minute_and_the_till_is) {
  guess_until_refused("10.0.0.1");
  EXPECT_EQ(refusal("shop-1", "password-1", "10.0.0.1"), 429) << "not even by chance";
  EXPECT_EQ(refusal("shop-1", "password-1", "10.0.0.2"), 0);
  clock.advance(1min);
  EXPECT_EQ(refusal("shop-1", "password-1", "10.0.0.1"), 0);
}

TEST_F(AuthenticateByBasic, all_addresses_together_guess_slowly_and_the_till_is_heard) {
  for (int i = 0; i < 10; ++i) guess_until_refused("10.0.1." + std::to_string(i));
  EXPECT_EQ(refusal("shop-1", "wrong", "10.0.2.1"), 401);
  EXPECT_EQ(refusal("shop-1", "wrong", "10.0.2.1"), 429) << "one try for each further address";
  EXPECT_EQ(refusal("shop-1", "password-1", "10.0.0.2"), 0);
}

TEST_F(AuthenticateByBasic, events_with_an_old_password_stop_no_till) {
  guess_until_refused("10.0.0.1", Door::events);
  EXPECT_EQ(refusal("shop-1", "password-1", "10.0.0.1", Door::till), 0);
}

TEST_F(AuthenticateByBasic, events_of_a_shop_that_is_gone_stop_no_till_that_calls_for_the_first_time) {
  for (int i = 0; i < 60; ++i) ASSERT_EQ(refusal("gone-" + std::to_string(i), "any", "10.0.0.1", Door::events), 401) << i;
  EXPECT_EQ(refusal("gone", "any", "10.0.0.1", Door::events), 429);
  EXPECT_EQ(refusal("shop-1", "password-1", "10.0.0.1", Door::till), 0);
}

TEST_F(AuthenticateByBasic, who_tries_users_that_there_are_not_stops_nobody_who_has_called_before) {
  EXPECT_EQ(refusal("shop-1", "password-1", "10.0.0.1"), 0);
  for (int i = 0; i < 60; ++i) ASSERT_EQ(refusal("guess-" + std::to_string(i), "wrong", "10.0.0.1"), 401) << i;
  EXPECT_EQ(refusal("another-guess", "wrong", "10.0.0.1"), 429);
  EXPECT_EQ(refusal("another-guess", "wrong", "10.0.0.2"), 401);
  registry.forget(account.id);
  EXPECT_EQ(refusal("shop-1", "password-1", "10.0.0.1"), 0) << "nor does a change of its settings";
  clock.advance(1min);
  EXPECT_EQ(refusal("another-guess", "wrong", "10.0.0.1"), 401);
}

}  // namespace
}  // namespace kassabro::app
