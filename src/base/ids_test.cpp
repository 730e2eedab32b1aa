#include "base/ids.hpp"

#include <gtest/gtest.h>

#include <set>

namespace kassabro {
namespace {

TEST(Ids, of_one_millisecond_differ_and_sort_before_those_of_the_next) {
  const Timestamp at{std::chrono::milliseconds(1'790'000'000'000)};
  std::set<std::int64_t> ids;
  for (int i = 0; i < 100'000; ++i) {
    ids.insert(new_id(at));
    new_id(at + std::chrono::milliseconds(1));  // somebody else's meanwhile
  }
  EXPECT_EQ(ids.size(), 100'000U);
  EXPECT_LT(*ids.rbegin(), new_id(at + std::chrono::milliseconds(1)));
}

}  // namespace
}  // namespace kassabro
