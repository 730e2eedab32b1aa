#pragma once

#include "app/delivery.hpp"
#include "rule/call.hpp"

namespace kassabro::rule {

// How a failed call ends a try.

// Of a call that only asked. `was_ambiguous` is kept: an earlier try may still have been carried out.
app::Outcome outcome_of_read(const CallError& error, bool was_ambiguous);

// Of the call that tells everything at once.
app::Outcome outcome_of_write(const CallError& error, bool was_ambiguous);

// Of a later call of several: a part is done, so the next try must look for its own record, even where Rule only asked to wait.
app::Outcome outcome_of_later_write(const CallError& error);

}  // namespace kassabro::rule
