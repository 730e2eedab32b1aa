#include "http/trace_headers.hpp"

namespace kassabro::http {
namespace {

constexpr std::string_view parent_name = "traceparent";
constexpr std::string_view state_name = "tracestate";

// May stand in several lines, which are one list then.
std::string state_of(const HeaderViews& headers) {
  std::string state;
  for (const auto& [name, value] : headers) {
    if (!equal_nocase(name, state_name)) continue;
    if (!state.empty()) state += ',';
    state += value;
  }
  return is_tracestate(state) ? state : std::string();
}

}  // namespace

Trace trace_of(const HeaderViews& headers) {
  std::string_view parent;
  int parents = 0;
  for (const auto& [name, value] : headers) {
    if (!equal_nocase(name, parent_name)) continue;
    parent = value;
    ++parents;
  }
  if (parents != 1) return next_span({});  // of two nobody knows which one is meant
  auto trace = parse_traceparent(parent);
  if (!trace) return next_span({});
  trace->state = state_of(headers);
  return next_span(std::move(*trace));
}

void add_trace(std::vector<std::pair<std::string, std::string>>& headers, const Trace& trace) {
  if (!trace.has_begun()) return;
  headers.emplace_back(parent_name, TraceText(trace).traceparent());
  if (!trace.state.empty()) headers.emplace_back(state_name, trace.state);
}

}  // namespace kassabro::http
