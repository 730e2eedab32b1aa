#include "jobs/source_wait.hpp"

#include <algorithm>

namespace kassabro::jobs {
namespace {

constexpr std::chrono::milliseconds first_wait{2'000};
constexpr std::chrono::milliseconds wait_max{60'000};
constexpr int doublings_max = 10;

}  // namespace

StepEnd SourceWait::end_of(const app::SourceError& error, Timestamp now) {
  switch (error.kind) {
    case app::SourceErrorKind::unauthorized:
    case app::SourceErrorKind::misconfigured: return {StepEnd::Kind::failed, {}, error.message};
    case app::SourceErrorKind::rate_limited:
    case app::SourceErrorKind::unavailable: break;
  }
  const auto wait = std::min(first_wait * (1 << std::min(failures_++, doublings_max)), wait_max);
  until_ = error.not_before.value_or(now + wait);
  return {StepEnd::Kind::wait, until_, error.message};
}

}  // namespace kassabro::jobs
