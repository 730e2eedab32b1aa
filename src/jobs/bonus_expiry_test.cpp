#include "jobs/bonus_expiry.hpp"

#include "testing/bonus_shop.hpp"

namespace kassabro::jobs {
namespace {

using testing::run;
using testing::sample_bonus_check;

class BonusExpiryTest : public testing::BonusShop {};

TEST_F(BonusExpiryTest, every_customer_of_every_account_is_gone_through) {
  constexpr int customers = 250;
  auto check = sample_bonus_check("OLD");
  check.valid_to = Date{std::chrono::year{2020}, std::chrono::month{1}, std::chrono::day{1}};
  for (int i = 0; i < customers; ++i) issue(1'000 + i, check);
  app::ExpireBonusChecks expire(file->unit_of_work(), clock);
  boost::asio::io_context context;
  BonusExpiry expiry(context, file->accounts(), expire);
  EXPECT_EQ(run(expiry.run_once()), static_cast<std::size_t>(customers));
  EXPECT_EQ(entries("expired"), customers);
  EXPECT_EQ(run(expiry.run_once()), 0U);
}

}  // namespace
}  // namespace kassabro::jobs
