#include "rule/outcomes.hpp"

namespace kassabro::rule {

app::Outcome outcome_of_write(const CallError& error, bool was_ambiguous) {
  switch (error.kind) {
    case CallErrorKind::unauthorized: return app::Unauthorized{error.message};
    case CallErrorKind::rate_limited: return app::Deferred{error.not_before, error.message};
    case CallErrorKind::transport:
    case CallErrorKind::server: return app::Retry{error.message, was_ambiguous || error.maybe_received};
    case CallErrorKind::invalid:
    case CallErrorKind::conflict:
    case CallErrorKind::not_found: return app::Rejected{error.message};
  }
  return app::Retry{error.message, true};
}

app::Outcome outcome_of_read(const CallError& error, bool was_ambiguous) {
  auto outcome = outcome_of_write(error, was_ambiguous);
  if (auto* retry = std::get_if<app::Retry>(&outcome)) retry->ambiguous = was_ambiguous;
  return outcome;
}

app::Outcome outcome_of_later_write(const CallError& error) {
  auto outcome = outcome_of_write(error, true);
  if (std::holds_alternative<app::Rejected>(outcome)) return outcome;
  return app::Retry{error.message, true};
}

}  // namespace kassabro::rule
