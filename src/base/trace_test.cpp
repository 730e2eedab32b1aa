#include "base/trace.hpp"

#include <gtest/gtest.h>

#include <set>

namespace kassabro {
namespace {

// The example of the standard, section 3.2.2.
constexpr const char* example = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

TEST(Traceparent, is_read_and_written_alike) {
  const auto trace = parse_traceparent(example);
  ASSERT_TRUE(trace);
  EXPECT_EQ(trace->id_high, 0x0af7651916cd43ddU);
  EXPECT_EQ(trace->id_low, 0x8448eb211c80319cU);
  EXPECT_EQ(trace->span, 0xb7ad6b7169203331U);
  EXPECT_TRUE(trace->sampled);
  EXPECT_EQ(TraceText(*trace).traceparent(), example);
  EXPECT_EQ(TraceText(*trace).trace_id(), "0af7651916cd43dd8448eb211c80319c");
  EXPECT_EQ(TraceText(*trace).span_id(), "b7ad6b7169203331");
}

TEST(Traceparent, only_the_flag_that_we_know_is_handed_on) {
  const auto odd = parse_traceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-ff");
  ASSERT_TRUE(odd);
  EXPECT_EQ(TraceText(*odd).traceparent(), "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  EXPECT_FALSE(parse_traceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00")->sampled);
}

TEST(Traceparent, of_a_later_version_is_read_as_far_as_it_is_known) {
  EXPECT_TRUE(parse_traceparent("01-12345678901234567890123456789012-1234567890123456-01"));
  EXPECT_TRUE(parse_traceparent("cc-12345678901234567890123456789012-1234567890123456-01-what-the-future-will-be-like"));
  EXPECT_FALSE(parse_traceparent("cc-12345678901234567890123456789012-1234567890123456-01.what-the-future-will-not-be-like"));
}

// Those of the standard's own test suite (w3c/trace-context, test.py).
TEST(Traceparent, that_is_none_is_none) {
  for (const char* text : {
           "",
           "00",
           "ff-12345678901234567890123456789012-1234567890123456-01",
           "00-12345678901234567890123456789012-1234567890123456-01-what-the-future-will-be-like",
           "00-12345678901234567890123456789012-1234567890123456-01-",
           "00-12345678901234567890123456789012-1234567890123456-01.",
           ".0-12345678901234567890123456789012-1234567890123456-01",
           "0.-12345678901234567890123456789012-1234567890123456-01",
           "000-12345678901234567890123456789012-1234567890123456-01",
           "0000-12345678901234567890123456789012-1234567890123456-01",
           "00-00000000000000000000000000000000-1234567890123456-01",
           "00-.2345678901234567890123456789012-1234567890123456-01",
           "00-1234567890123456789012345678901.-1234567890123456-01",
           "00-123456789012345678901234567890123-1234567890123456-01",
           "00-1234567890123456789012345678901-1234567890123456-01",
           "00-ABCDEFABCDEFABCDEFABCDEFABCDEFAB-1234567890123456-01",
           "00-12345678901234567890123456789012-0000000000000000-01",
           "00-12345678901234567890123456789012-.234567890123456-01",
           "00-12345678901234567890123456789012-123456789012345.-01",
           "00-12345678901234567890123456789012-12345678901234567-01",
           "00-12345678901234567890123456789012-123456789012345-01",
           "00-12345678901234567890123456789012-ABCDEFABCDEFABCD-01",
           "00-12345678901234567890123456789012-1234567890123456-.0",
           "00-12345678901234567890123456789012-1234567890123456-0.",
           "00-12345678901234567890123456789012-1234567890123456-001",
           "00-12345678901234567890123456789012-1234567890123456-1",
           "00-12345678901234567890123456789012-1234567890123456-0A",
           "00_12345678901234567890123456789012-1234567890123456-01",
       })
    EXPECT_FALSE(parse_traceparent(text)) << text;
}

TEST(Tracestate, is_a_list_of_members_within_limits) {
  for (const char* text : {"foo=1", "foo=1,bar=2", "foo=1 \t , \t bar=2, \t baz=3", "foo=1,",
                           "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE", "foo@bar=1", "0123456789_-*/@=x y"})
    EXPECT_TRUE(is_tracestate(text)) << text;
  for (const char* text :
       {"", ",", "foo", "foo=", "=1", "foo =1", "FOO=1", "foo.bar=1", "foo=bar=baz", "foo=1,bar", "foo=\x7f", "f\xc3\xb6=1"})
    EXPECT_FALSE(is_tracestate(text)) << text;
  EXPECT_TRUE(is_tracestate("a=" + std::string(256, 'x')));
  EXPECT_FALSE(is_tracestate("a=" + std::string(257, 'x')));
  EXPECT_FALSE(is_tracestate(std::string(257, 'a') + "=x"));
  std::string many;
  for (int i = 0; i < 32; ++i) many += "a" + std::to_string(i) + "=1,";
  EXPECT_TRUE(is_tracestate(many));
  EXPECT_FALSE(is_tracestate(many + "b=1"));
  EXPECT_FALSE(is_tracestate("a=" + std::string(256, 'x') + ",b=" + std::string(256, 'x')));
}

TEST(Spans, go_on_in_their_trace_and_begin_one_where_there_is_none) {
  auto caller = *parse_traceparent(example);
  caller.state = "foo=1";
  const auto ours = next_span(caller);
  EXPECT_NE(ours.span, caller.span);
  EXPECT_NE(ours.span, 0U);
  auto same = ours;
  same.span = caller.span;
  EXPECT_EQ(same, caller);

  const auto begun = next_span({});
  EXPECT_TRUE(begun.has_begun());
  EXPECT_FALSE(begun.sampled);
  EXPECT_TRUE(begun.state.empty());
  const auto read_back = parse_traceparent(TraceText(begun).traceparent());
  EXPECT_EQ(read_back, begun);
}

TEST(Spans, are_all_different) {
  std::set<std::uint64_t> numbers;
  for (int i = 0; i < 10'000; ++i) {
    const auto trace = next_span({});
    numbers.insert({trace.id_high, trace.id_low, trace.span});
  }
  EXPECT_EQ(numbers.size(), 30'000U);
}

}  // namespace
}  // namespace kassabro
