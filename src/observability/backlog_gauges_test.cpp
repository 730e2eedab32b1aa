#include "observability/backlog_gauges.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kassabro::observability {
namespace {

using ::testing::HasSubstr;

TEST(BacklogGauges, show_what_waits_and_whose_key_is_refused) {
  const auto text = to_metrics_text(BacklogGauges{3, 1'700'000'000, 2, 5, 40, 1});
  EXPECT_THAT(text, HasSubstr("\nkassabro_deliveries_waiting 3\n"));
  EXPECT_THAT(text, HasSubstr("\nkassabro_deliveries_waiting_since_timestamp_seconds 1700000000\n"));
  EXPECT_THAT(text, HasSubstr("\nkassabro_deliveries_parked 2\n"));
  EXPECT_THAT(text, HasSubstr("\nkassabro_order_fetches_waiting 5\n"));
  EXPECT_THAT(text, HasSubstr("\nkassabro_accounts{status=\"active\"} 40\n"));
  EXPECT_THAT(text, HasSubstr("\nkassabro_accounts{status=\"key_refused\"} 1\n"));
}

TEST(BacklogGauges, say_0_where_nothing_waits) {
  EXPECT_THAT(to_metrics_text(BacklogGauges{}), HasSubstr("\nkassabro_deliveries_waiting_since_timestamp_seconds 0\n"));
}

}  // namespace
}  // namespace kassabro::observability
