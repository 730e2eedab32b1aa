#include "sandbox/control/call_log.hpp"

#include <algorithm>

#include "base/time_text.hpp"

namespace kassabro::sandbox::control {
namespace {

constexpr std::size_t calls_max = 100'000;
constexpr std::size_t body_bytes_max = 128 << 20;

json::object call_json(const LoggedCall& call, bool with_body) {
  json::object out{{"id", call.id},         {"at", to_iso(call.at)}, {"system", call.system},
                   {"method", call.method}, {"path", call.path},     {"query", call.query},
                   {"status", call.status}, {"bytes", call.bytes},   {"answer_bytes", call.answer_bytes}};
  if (with_body) out["body"] = call.body;
  if (!call.traceparent.empty()) out["traceparent"] = call.traceparent;
  if (!call.tracestate.empty()) out["tracestate"] = call.tracestate;
  return out;
}

}  // namespace

void CallLog::add(LoggedCall call) {
  const std::scoped_lock lock(mutex_);
  call.id = ++last_id_;
  body_bytes_ += call.body.size();
  calls_.push_back(std::move(call));
  if (calls_.size() > calls_max) {
    body_bytes_ -= calls_.front().body.size();
    calls_.pop_front();
  }
  forget_bodies();
}

void CallLog::forget_bodies() {
  if (calls_.empty()) return;
  first_id_with_body_ = std::max(first_id_with_body_, calls_.front().id);
  while (body_bytes_ > body_bytes_max && first_id_with_body_ < last_id_) {
    auto& body = calls_[static_cast<std::size_t>(first_id_with_body_ - calls_.front().id)].body;
    body_bytes_ -= body.size();
    body = {};
    ++first_id_with_body_;
  }
}

void CallLog::clear() {
  const std::scoped_lock lock(mutex_);
  calls_.clear();
  body_bytes_ = 0;
  first_id_with_body_ = last_id_ + 1;
}

json::object CallLog::list(const Filter& filter) const {
  const std::scoped_lock lock(mutex_);
  json::array items;
  const auto first = std::ranges::upper_bound(calls_, filter.after, {}, &LoggedCall::id);
  for (auto call = first; call != calls_.end() && items.size() < filter.limit; ++call)
    if (filter.system.empty() || call->system == filter.system) items.push_back(call_json(*call, filter.with_bodies));
  return {{"items", std::move(items)}, {"last_id", last_id_}};
}

}  // namespace kassabro::sandbox::control
