#include "sandbox/control/duration.hpp"

#include <gtest/gtest.h>

namespace kassabro::sandbox::control {
namespace {

using namespace std::chrono_literals;

TEST(Duration, is_read_in_the_form_of_iso_8601) {
  EXPECT_EQ(parse_duration("P8D"), std::chrono::days(8));
  EXPECT_EQ(parse_duration("P1DT2H30M5S"), 26h + 30min + 5s);
  EXPECT_EQ(parse_duration("PT90M"), 90min);
  EXPECT_EQ(parse_duration("P2W"), std::chrono::days(14));
}

TEST(Duration, is_absent_for_what_is_none_and_for_what_has_no_fixed_length) {
  for (const auto* text : {"", "P", "PT", "8D", "P8", "PD", "P1M", "P1Y", "P-1D", "P1DT2D", "P9999999D", "PT4294967296S"})
    EXPECT_FALSE(parse_duration(text)) << text;
}

}  // namespace
}  // namespace kassabro::sandbox::control
