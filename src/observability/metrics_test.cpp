#include "observability/metrics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kassabro::observability {
namespace {

using ::testing::HasSubstr;

TEST(Metrics, events_and_order_fetches_are_counted_by_what_became_of_them) {
  Metrics metrics;
  metrics.count_events("fetching", 10);
  metrics.count_events("fetching", 2);
  metrics.count_events("refused", 1);
  metrics.count_order_fetches("fetched", 1);
  const auto text = metrics.text();
  EXPECT_THAT(text, HasSubstr("kassabro_events_total{result=\"fetching\"} 12"));
  EXPECT_THAT(text, HasSubstr("kassabro_events_total{result=\"refused\"} 1"));
  EXPECT_THAT(text, HasSubstr("kassabro_order_fetches_total{outcome=\"fetched\"} 1"));
}

}  // namespace
}  // namespace kassabro::observability
