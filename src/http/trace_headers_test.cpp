#include "http/trace_headers.hpp"

#include <gtest/gtest.h>

namespace kassabro::http {
namespace {

constexpr const char* parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
constexpr const char* trace_id = "0af7651916cd43dd8448eb211c80319c";

std::string id_of(const HeaderViews& headers) { return std::string(TraceText(trace_of(headers)).trace_id()); }

TEST(TraceHeaders, a_callers_trace_goes_on_with_a_span_of_ours) {
  const auto trace = trace_of({{"Host", "x"}, {"TraceParent", parent}, {"tracestate", "foo=1"}, {"TRACESTATE", "bar=2"}});
  EXPECT_EQ(TraceText(trace).trace_id(), trace_id);
  EXPECT_NE(TraceText(trace).span_id(), "b7ad6b7169203331");
  EXPECT_TRUE(trace.sampled);
  EXPECT_EQ(trace.state, "foo=1,bar=2");
}

TEST(TraceHeaders, what_cannot_be_gone_on_with_is_passed_over) {
  const auto begun = trace_of({{"tracestate", "foo=1"}});
  EXPECT_TRUE(begun.has_begun());
  EXPECT_TRUE(begun.state.empty()) << "a state without its trace means nothing";
  EXPECT_NE(id_of({{"traceparent", parent}, {"traceparent", parent}}), trace_id);
  EXPECT_NE(id_of({{"traceparent", "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}}), trace_id);
  const auto without_state = trace_of({{"traceparent", parent}, {"tracestate", "no list"}});
  EXPECT_EQ(TraceText(without_state).trace_id(), trace_id);
  EXPECT_TRUE(without_state.state.empty());
}

TEST(TraceHeaders, a_call_tells_its_trace_if_it_has_one) {
  std::vector<std::pair<std::string, std::string>> headers;
  add_trace(headers, {});
  EXPECT_TRUE(headers.empty());
  auto trace = *parse_traceparent(parent);
  add_trace(headers, trace);
  trace.state = "foo=1";
  add_trace(headers, trace);
  const std::pair<std::string, std::string> told{"traceparent", parent};
  const std::pair<std::string, std::string> state{"tracestate", "foo=1"};
  EXPECT_EQ(headers, (std::vector{told, told, state}));
}

}  // namespace
}  // namespace kassabro::http
