#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kassabro {

// Which request something belongs to, for whoever follows it through several programs: W3C Trace Context, level 1. It is told by
// whoever calls, so nothing may be decided by it.
struct Trace {
  std::uint64_t id_high = 0;  // trace-id; both 0: there is no trace
  std::uint64_t id_low = 0;
  std::uint64_t span = 0;  // parent-id: the span that whatever follows was begun by
  bool sampled = false;  // somebody before us may keep what they saw of it
  std::string state = {};  // tracestate, as it came

  bool has_begun() const { return (id_high | id_low) != 0; }
  friend bool operator==(const Trace&, const Trace&) = default;
};

// A `traceparent`. Absent: it is none that may be gone on with (version ff, wrong lengths, upper case, ids of zeros ...).
std::optional<Trace> parse_traceparent(std::string_view text);
// A `tracestate` that can be handed on: at most 512 bytes of list members. Others are dropped; the trace goes on without.
bool is_tracestate(std::string_view text);

// The same trace with a new span of ours in it. Where there is none, one begins: not sampled, for we send no spans anywhere, and whoever
// keeps them decides for themselves.
Trace next_span(Trace before);

// The trace's ids as texts, made without an allocation.
class TraceText {
 public:
  explicit TraceText(const Trace& trace);
  std::string_view traceparent() const { return {text_.data(), text_.size()}; }
  std::string_view trace_id() const { return traceparent().substr(3, 32); }
  std::string_view span_id() const { return traceparent().substr(36, 16); }

 private:
  std::array<char, 55> text_;
};

}  // namespace kassabro
