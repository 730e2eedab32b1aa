// Many tills at the same moment, on the real store.
#include <atomic>
#include <latch>
#include <thread>

#include "testing/till_v2.hpp"

namespace kassabro::sitoo::spi {
namespace {

class RedeemRaceTest : public testing::TillV2 {
 protected:
  static constexpr int tills = 64;

  // Each till makes one call; what they were answered.
  template <class Call>
  std::vector<http::Response> at_once(Call call_till) {
    std::vector<http::Response> answers(tills);
    std::latch ready(tills);
    std::vector<std::thread> threads;
    for (int till = 0; till < tills; ++till)
      threads.emplace_back([&, till] {
        ready.arrive_and_wait();
        answers[static_cast<std::size_t>(till)] = call_till(till);
      });
    for (auto& thread : threads) thread.join();
    return answers;
  }

  const std::string id = register_customer(R"({"email":"anna@shop.se"})");
};

TEST_F(RedeemRaceTest, exactly_one_of_many_tills_uses_a_check) {
  for (int round = 0; round < 5; ++round) {
    const auto check = "b" + std::to_string(round);
    give(id, check_of(check));
    const auto answers = at_once([&](int till) {
      return post("/customers/" + id + "/redeem",
                  R"({"bonus_check_ids":[")" + check + R"("],"receipt_id":"R)" + std::to_string(till) + R"("})");
    });
    EXPECT_EQ(std::ranges::count(answers, 200, &http::Response::status), 1);
    EXPECT_EQ(std::ranges::count(answers, 409, &http::Response::status), tills - 1);
    for (const auto& answer : answers)
      if (answer.status == 409) EXPECT_NE(answer.body.find("has been used already."), std::string::npos) << answer.body;
    EXPECT_EQ(left_of(id, check), 0);
  }
  EXPECT_EQ(file.count("SELECT count(*) FROM bonus_redemptions WHERE state = 'redeemed'"), 5);
}

TEST_F(RedeemRaceTest, one_till_that_asks_many_times_uses_it_once) {
  give(id, check_of("b1"));
  const auto answers =
      at_once([&](int) { return post("/customers/" + id + "/redeem", R"({"bonus_check_ids":["b1"],"receipt_id":"R1"})"); });
  EXPECT_EQ(std::ranges::count(answers, 200, &http::Response::status), tills);
  EXPECT_EQ(file.count("SELECT count(*) FROM bonus_entries"), 1);
}

TEST_F(RedeemRaceTest, parts_never_add_up_to_more_than_there_is) {
  give(id, check_of("b1", 10'000));
  const auto answers = at_once([&](int till) {
    return post(
        "/customers/" + id + "/redeem",
        R"({"bonus_checks":[{"bonus_check_id":"b1","amount":"30.00"}],"receipt_id":"R)" + std::to_string(till) + R"("})");
  });
  EXPECT_EQ(std::ranges::count(answers, 200, &http::Response::status), 3);
  EXPECT_EQ(left_of(id, "b1"), 1'000);
}

TEST_F(RedeemRaceTest, redeeming_and_undoing_leave_a_ledger_that_adds_up) {
  give(id, check_of("b1"));
  at_once([&](int till) {
    const auto body = R"({"bonus_check_ids":["b1"],"receipt_id":"R)" + std::to_string(till / 2) + R"("})";
    return post("/customers/" + id + (till % 2 == 0 ? "/redeem" : "/undo-redeem"), body);
  });
  EXPECT_EQ(left_of(id, "b1"), 10'000 + file.count("SELECT coalesce(sum(change_minor), 0) FROM bonus_entries"));
  EXPECT_EQ(10'000 - left_of(id, "b1"),
            file.count("SELECT coalesce(sum(amount_minor), 0) FROM bonus_redemptions WHERE state = 'redeemed'"));
}

}  // namespace
}  // namespace kassabro::sitoo::spi
