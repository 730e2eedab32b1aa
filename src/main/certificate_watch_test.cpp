#include "main/certificate_watch.hpp"

#include <gtest/gtest.h>

#include "base/time_text.hpp"

namespace kassabro::main {
namespace {

using namespace std::chrono_literals;
using Text = std::optional<std::string>;

TEST(CertificateWatch, tells_two_weeks_and_three_days_before_the_end_and_at_it_once_each) {
  CertificateWatch watch;
  const auto ends_at = *parse_timestamp("2026-12-31T12:00:00Z");
  EXPECT_EQ(watch.nears(ends_at, ends_at - 24h * 15), std::nullopt);
  EXPECT_EQ(watch.nears(ends_at, ends_at - 24h * 14),
            Text("certificate: it ends at 2026-12-31T12:00:00Z, in 14 days, and has not been renewed"));
  EXPECT_EQ(watch.nears(ends_at, ends_at - 24h * 4), std::nullopt);
  EXPECT_EQ(watch.nears(ends_at, ends_at - 60h),
            Text("certificate: it ends at 2026-12-31T12:00:00Z, in 2 days, and has not been renewed"));
  EXPECT_EQ(watch.nears(ends_at, ends_at - 1h), std::nullopt);
  EXPECT_EQ(watch.nears(ends_at, ends_at + 1h),
            Text("certificate: it has ended at 2026-12-31T12:00:00Z; tills cannot call any more"));
  EXPECT_EQ(watch.nears(ends_at, ends_at + 24h), std::nullopt);
}

TEST(CertificateWatch, a_new_certificate_is_told_of_anew) {
  CertificateWatch watch;
  const auto ends_at = *parse_timestamp("2026-12-31T12:00:00Z");
  EXPECT_TRUE(watch.nears(ends_at, ends_at - 24h));
  EXPECT_EQ(watch.nears(ends_at + 24h * 90, ends_at), std::nullopt);
  EXPECT_TRUE(watch.nears(ends_at + 24h * 90, ends_at + 24h * 80));
}

}  // namespace
}  // namespace kassabro::main
