#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/trace.hpp"
#include "http/message.hpp"

namespace kassabro::http {

// The trace that a request belongs to, with a span of ours: the caller's of `traceparent` and `tracestate`, or a new one when there is
// none, or none that can be gone on with.
Trace trace_of(const HeaderViews& headers);

// Tells the other side which trace a call belongs to; nothing where there is none.
void add_trace(std::vector<std::pair<std::string, std::string>>& headers, const Trace& trace);

}  // namespace kassabro::http
