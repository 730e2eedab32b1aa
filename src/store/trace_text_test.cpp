#include "store/trace_text.hpp"

#include <gtest/gtest.h>

namespace kassabro::store {
namespace {

TEST(StoredTrace, comes_back_as_it_went) {
  auto trace = next_span({});
  EXPECT_EQ(trace_from_stored_text(to_stored_text(trace)), trace);
  trace.sampled = true;
  trace.state = "foo=1, bar=2 3";
  EXPECT_EQ(trace_from_stored_text(to_stored_text(trace)), trace);
}

TEST(StoredTrace, of_rows_without_one_is_none) {
  EXPECT_EQ(to_stored_text({}), "");
  EXPECT_FALSE(trace_from_stored_text("").has_begun());
  EXPECT_FALSE(trace_from_stored_text("no trace").has_begun());
}

}  // namespace
}  // namespace kassabro::store
