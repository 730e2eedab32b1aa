#include "admin/noted_views.hpp"

#include <gtest/gtest.h>

namespace kassabro::admin {
namespace {

using namespace std::chrono_literals;

class NotedViewsTest : public ::testing::Test {
 protected:
  ManualClock clock{from_epoch_ms(1'790'000'000'000)};
  NotedViews views{clock, 3};
};

TEST_F(NotedViewsTest, a_look_is_one_for_an_hour) {
  EXPECT_FALSE(views.has("anna at 1"));
  views.add("anna at 1");
  clock.advance(59min);
  EXPECT_TRUE(views.has("anna at 1"));
  EXPECT_FALSE(views.has("anna at 2"));
  EXPECT_FALSE(views.has("bo at 1"));
  clock.advance(1min);
  EXPECT_FALSE(views.has("anna at 1")) << "who still looks is noted again";
}

TEST_F(NotedViewsTest, a_clock_that_was_set_back_hides_no_look) {
  views.add("anna at 1");
  clock.advance(-1min);
  EXPECT_FALSE(views.has("anna at 1"));
}

TEST_F(NotedViewsTest, when_it_is_full_looks_are_noted_again) {
  for (const char* view : {"1", "2", "3", "4"}) views.add(view);
  EXPECT_FALSE(views.has("1"));
  EXPECT_TRUE(views.has("4"));
}

}  // namespace
}  // namespace kassabro::admin
