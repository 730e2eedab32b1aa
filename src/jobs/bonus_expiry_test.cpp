#include "jobs/bonus_expiry.hpp"

#include "testing/bonus_shop.hpp"
#include "testing/job_shop.hpp"

namespace kassabro::jobs {
namespace {

using namespace std::chrono_literals;
using app::JobState;
using testing::sample_bonus_check;

class BonusExpiryTest : public testing::JobsOf<testing::BonusShop> {
 protected:
  BonusExpiryTest() { make_engine({&expiry}); }
  app::ExpireBonusChecks expire{file->unit_of_work(), clock};
  BonusExpiry expiry{expire, file->unit_of_work(), clock};
};

TEST_F(BonusExpiryTest, goes_through_every_customer_once_an_hour) {
  constexpr int customers = 250;
  auto check = sample_bonus_check("OLD");
  check.valid_to = Date{std::chrono::year{2020}, std::chrono::month{1}, std::chrono::day{1}};
  for (int i = 0; i < customers; ++i) issue(1'000 + i, check);
  run_on();
  EXPECT_EQ(entries("expired"), customers);
  EXPECT_EQ(job_of(bonus_expiry_kind).done, customers);
  EXPECT_EQ(job_of(bonus_expiry_kind).state, JobState::finished);
  clock.advance(59min);
  EXPECT_EQ(run_once(), 0U);
  clock.advance(1min);
  EXPECT_EQ(run_once(), 1U);
  EXPECT_EQ(job_of(bonus_expiry_kind).done, 0);
}

TEST_F(BonusExpiryTest, has_no_settings) { EXPECT_EQ(expiry.read_request({{"from", "2026-01-01"}}).error().field, "from"); }

}  // namespace
}  // namespace kassabro::jobs
