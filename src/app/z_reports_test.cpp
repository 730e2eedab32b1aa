#include "app/z_reports.hpp"

#include <gtest/gtest.h>

#include "testing/samples.hpp"

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;
using testing::noon;
using testing::sample_order;

domain::Order sold(Timestamp at, const std::string& till = "{AB}") {
  auto order = sample_order("1", at);
  order.register_id = till;
  return order;
}

const std::vector<ZReport> two_days{{"{AB}", noon, 9}, {"{AB}", noon + 24h, 2}, {"{AB}", noon + 48h, 1}};

TEST(ZReports, each_has_the_orders_since_the_one_before) {
  ZReportCheck check(two_days);
  for (const auto at : {noon - 1h, noon + 1s, noon + 24h, noon + 24h + 1s, noon + 49h}) check.count(sold(at));
  EXPECT_EQ(check.compared(), 2) << "the first has no beginning";
  EXPECT_TRUE(check.differences().empty());
}

TEST(ZReports, one_that_has_more_receipts_than_we_have_orders_is_told) {
  ZReportCheck check(two_days);
  check.count(sold(noon + 1h));
  check.count(sold(noon + 25h));
  const auto found = check.differences();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].report.added_at, noon + 24h);
  EXPECT_EQ(found[0].report.receipts, 2);
  EXPECT_EQ(found[0].orders, 1);
}

TEST(ZReports, only_completed_orders_of_the_till_count_however_its_id_is_spelled) {
  ZReportCheck check(two_days);
  auto open = sold(noon + 1h);
  open.state = domain::OrderState::open;
  check.count(open);
  check.count(sold(noon + 1h, "{CD}"));
  check.count(sold(noon + 1h, "ab"));
  check.count(sold(noon + 2h, "{ab}"));
  check.count(sold(noon + 25h));
  EXPECT_TRUE(check.differences().empty());
}

TEST(ZReports, a_till_that_no_order_names_is_not_compared) {
  const ZReportCheck check(two_days);
  EXPECT_EQ(check.compared(), 0);
  EXPECT_TRUE(check.differences().empty());
}

}  // namespace
}  // namespace kassabro::app
