#include "rule/load_watch.hpp"

#include <gtest/gtest.h>

namespace kassabro::rule {
namespace {

TEST(LoadWatch, tells_each_level_once_on_the_way_up) {
  LoadWatch watch;
  EXPECT_FALSE(watch.rises(1, 0.49));
  EXPECT_EQ(watch.rises(1, 0.5), 50);
  EXPECT_FALSE(watch.rises(1, 0.69));
  EXPECT_EQ(watch.rises(1, 0.95), 90);
  EXPECT_FALSE(watch.rises(1, 0.91));
  EXPECT_EQ(watch.rises(1, 1.3), 100);
  EXPECT_FALSE(watch.rises(1, 1.3));
  EXPECT_EQ(watch.rises(2, 0.7), 70);
}

TEST(LoadWatch, tells_a_level_again_only_after_a_real_fall) {
  LoadWatch watch;
  EXPECT_EQ(watch.rises(1, 0.71), 70);
  EXPECT_FALSE(watch.rises(1, 0.65));
  EXPECT_FALSE(watch.rises(1, 0.72)) << "it swings about the level";
  EXPECT_FALSE(watch.rises(1, 0.55));
  EXPECT_EQ(watch.rises(1, 0.72), 70);
  EXPECT_FALSE(watch.rises(1, 0.0));
  EXPECT_EQ(watch.rises(1, 0.51), 50);
}

}  // namespace
}  // namespace kassabro::rule
