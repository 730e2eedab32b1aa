#include "store/trace_text.hpp"

namespace kassabro::store {

std::string to_stored_text(const Trace& trace) {
  if (!trace.has_begun()) return {};
  std::string text(TraceText(trace).traceparent());
  if (!trace.state.empty()) text.append(" ").append(trace.state);
  return text;
}

Trace trace_from_stored_text(std::string_view text) {
  const auto blank = text.find(' ');
  auto trace = parse_traceparent(text.substr(0, blank));
  if (!trace) return {};
  if (blank != std::string_view::npos) trace->state = text.substr(blank + 1);
  return std::move(*trace);
}

}  // namespace kassabro::store
