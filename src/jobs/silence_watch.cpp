#include "jobs/silence_watch.hpp"

#include <algorithm>
#include <span>

#include "app/deliveries.hpp"
#include "base/time_text.hpp"
#include "jobs/job_report.hpp"

namespace kassabro::jobs {

using app::DeliveryKind;
using app::SilenceStep;
using app::SilentCustomer;

namespace {

constexpr std::size_t hour_at = 11;  // in "YYYY-MM-DD HH:MM:SS"

int local_hour(Timestamp at, const std::string& zone) {
  const auto text = to_local_text(at, zone);
  return (text[hour_at] - '0') * 10 + (text[hour_at + 1] - '0');
}

DeliveryKind kind_of(SilenceStep step) {
  return step == SilenceStep::retention ? DeliveryKind::retention_due : DeliveryKind::winback_due;
}

}  // namespace

std::optional<std::string> SilenceWatch::begins(const app::Account& account, const std::optional<app::Job>& last) const {
  const auto settings = programme_settings_of(account);
  if (!settings.retention.on && !settings.winback.on) return std::nullopt;
  const auto now = parts_.clock.now();
  const auto hour = local_hour(now, account.time_zone);
  if (hour < settings.from_hour || hour >= settings.to_hour) return std::nullopt;
  const bool was_today = last && to_local_date(last->started_at, account.time_zone) == to_local_date(now, account.time_zone);
  return was_today ? std::nullopt : std::optional(std::string("{}"));
}

Async<StepEnd> SilenceWatch::step(const app::Account& account, const app::Job&) {
  const auto settings = programme_settings_of(account);
  std::size_t told = 0;
  for (const auto step : {SilenceStep::retention, SilenceStep::winback}) {
    const auto& wanted = settings.of(step);
    if (wanted.on) told += co_await tell_some(account, step, wanted.after_days);
  }
  co_return StepEnd{told > 0 ? StepEnd::Kind::more : StepEnd::Kind::finished, {}, {}};
}

// Whoever is told is not listed again, so no place need be kept.
Async<std::size_t> SilenceWatch::tell_some(const app::Account& account, SilenceStep step, int after_days) {
  const auto silence = std::chrono::days(after_days);
  const auto silent = co_await parts_.silences.list(account.id, step, account.created_at - silence,
                                                    parts_.clock.now() - silence, options_.read_max);
  for (std::span rest(silent); !rest.empty();) {
    const auto part = rest.first(std::min(rest.size(), options_.write_max));
    co_await tell(account, step, part);
    rest = rest.subspan(part.size());
  }
  co_return silent.size();
}

Async<void> SilenceWatch::tell(const app::Account& account, SilenceStep step, std::span<const SilentCustomer> silent) {
  const auto now = parts_.clock.now();
  co_await parts_.unit.run([&](app::Tables& tables) {
    std::int64_t told = 0;
    for (const auto& customer : silent) {
      if (!tables.silences.reach(account.id, customer, step)) continue;
      auto delivery = app::delivery_of(account, customer.contact, kind_of(step), now);
      delivery.urgency = app::Urgency::when_idle;
      tables.deliveries.enqueue_once(delivery, now);
      ++told;
    }
    add_to_report(tables, account.id, silence_kind, {{to_text(step), told}}, {.done = told}, now);
    return true;
  });
}

}  // namespace kassabro::jobs
