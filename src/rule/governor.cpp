#include "rule/governor.hpp"

#include <algorithm>
#include <iterator>

namespace kassabro::rule {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr double background_stops_at = 0.6;
constexpr double look_ups_stop_at = 0.8;
constexpr int deliveries_running_max = 4;  // the default of Rule's own SDK
constexpr int look_ups_running_max = 8;

// Rule does not tell the length of its window (OPEN). A reading older than this is not believed, or an account that was
// stopped by it would stand still for ever.
constexpr milliseconds reading_lives = seconds(60);
constexpr milliseconds window = minutes(5);
constexpr std::size_t window_calls_max = 1'000;
constexpr int window_calls_min = 20;  // fewer say nothing: one error in two calls is no 50 %
constexpr milliseconds look_again_after = seconds(5);

milliseconds delivery_spacing(double load) {
  // Deliveries that succeed lower the share, so they are spaced out, not stopped.
  if (load >= 1) return seconds(1);
  return load > look_ups_stop_at ? milliseconds(200) : milliseconds(0);
}

}  // namespace

// When somebody sets the clock back, what was read by the clock of before would count until it is reached again.
void Governor::note_time(Timestamp now) {
  if (!watch_.notes_set_back(now)) return;
  past_.clear();
  errors_ = 0;
  told_.reset();
  blocked_until_ = {};
  next_delivery_ = {};
}

Admission Governor::admit(CallClass call_class, Timestamp now) {
  note_time(now);
  if (now < blocked_until_) return {Admission::Kind::wait, blocked_until_};
  const double used = load(now);
  if (call_class == CallClass::background && used > background_stops_at) return {Admission::Kind::wait, now + look_again_after};
  if (call_class == CallClass::look_up && used > look_ups_stop_at) return {Admission::Kind::wait, now + look_again_after};
  if (is_full(call_class)) return {Admission::Kind::full, {}};
  if (call_class == CallClass::delivery) {
    if (now < next_delivery_) return {Admission::Kind::wait, next_delivery_};
    next_delivery_ = now + delivery_spacing(used);
  }
  ++running(call_class);
  return {Admission::Kind::go, {}};
}

bool Governor::is_full(CallClass call_class) const {
  if (call_class == CallClass::look_up) return look_ups_running_ >= look_ups_running_max;
  return deliveries_running_ >= deliveries_running_max;
}

void Governor::finish(CallClass call_class, const std::optional<CallReport>& report, Timestamp now) {
  --running(call_class);
  if (!report) return;
  past_.push_back({now, report->error});
  errors_ += report->error ? 1 : 0;
  if (report->blocked_until) blocked_until_ = std::max(blocked_until_, *report->blocked_until);
  take_headers(*report, now);
}

void Governor::take_headers(const CallReport& report, Timestamp now) {
  if (report.error_percent_limit && *report.error_percent_limit > 0) limit_percent_ = *report.error_percent_limit;
  std::optional<double> used;
  const bool tells_something = !report.requests || *report.requests >= window_calls_min;
  if (report.error_percent && tells_something) used = *report.error_percent / limit_percent_;
  if (report.requests && report.requests_allowed && *report.requests_allowed > 0)
    used = std::max(used.value_or(0), *report.requests / *report.requests_allowed);
  if (used) told_ = Reading{*used, now};
}

double Governor::own_load(Timestamp now) {
  while (!past_.empty() && (past_.size() > window_calls_max || past_.front().at + window <= now)) {
    errors_ -= past_.front().error ? 1 : 0;
    past_.pop_front();
  }
  if (std::ssize(past_) < window_calls_min) return 0;
  return 100.0 * errors_ / static_cast<double>(past_.size()) / limit_percent_;
}

double Governor::load(Timestamp now) {
  const double told = told_ && now < told_->at + reading_lives ? told_->load : 0;
  return std::max(told, own_load(now));
}

}  // namespace kassabro::rule
