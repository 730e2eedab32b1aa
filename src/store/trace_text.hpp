#pragma once

#include <string>
#include <string_view>

#include "base/trace.hpp"

namespace kassabro::store {

// A trace as a row keeps it: its traceparent and, where there is one, a space and its tracestate. "": there is none, as in rows of before.
std::string to_stored_text(const Trace& trace);
Trace trace_from_stored_text(std::string_view text);

}  // namespace kassabro::store
