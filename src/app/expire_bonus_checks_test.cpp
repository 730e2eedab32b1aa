#include "app/expire_bonus_checks.hpp"

#include "testing/bonus_shop.hpp"

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;
using testing::run;
using testing::sample_bonus_check;

class ExpireTest : public testing::BonusShop {
 protected:
  ExpireTest() {
    auto check = sample_bonus_check("TODAY");
    check.valid_to = Date{std::chrono::floor<std::chrono::days>(testing::noon)};
    issue(anna, check);
  }
  std::size_t expire() { return run(ExpireBonusChecks(file->unit_of_work(), clock).run_once(account)); }
  domain::BonusCheckStatus status() { return run(file->bonus_checks().list(account.id, anna)).at(1).status; }
};

TEST_F(ExpireTest, a_check_is_closed_when_its_last_day_is_over_and_told) {
  EXPECT_EQ(expire(), 0U);
  clock.advance(24h);
  EXPECT_EQ(expire(), 1U);
  EXPECT_EQ(status(), domain::BonusCheckStatus::expired);
  EXPECT_EQ(entries("expired"), 1);
  EXPECT_EQ(waiting(), std::vector{DeliveryKind::bonus_check_changed});
  EXPECT_EQ(expire(), 0U) << "once is enough";
  EXPECT_EQ(left("B1"), 10'000) << "one without a last day lives on";
}

TEST_F(ExpireTest, the_day_must_be_over_in_every_store) {
  account.settings["card"] = json::object{{"store_time_zones", json::object{{"300", "Pacific/Honolulu"}}}};
  clock.advance(24h - 5h);  // past midnight in Stockholm, not in Honolulu
  EXPECT_EQ(expire(), 0U);
  clock.advance(24h);
  EXPECT_EQ(expire(), 1U);
}

TEST_F(ExpireTest, a_used_check_is_not_closed_again) {
  ASSERT_TRUE(redeem(request("R1", "", "TODAY")));
  clock.advance(24h);
  EXPECT_EQ(expire(), 0U);
}

}  // namespace
}  // namespace kassabro::app
