#include "jobs/silence_watch.hpp"

#include <algorithm>
#include <span>

#include "app/card_settings.hpp"
#include "app/deliveries.hpp"
#include "base/time_text.hpp"
#include "jobs/job_report.hpp"

namespace kassabro::jobs {

using app::DeliveryKind;
using app::SilenceStep;
using app::SilentCustomer;

namespace {

constexpr std::chrono::hours each_hour{1};
constexpr std::chrono::minutes night_wait{10};
constexpr std::size_t hour_at = 11;  // in "YYYY-MM-DD HH:MM:SS"

int local_hour(Timestamp at, const std::string& zone) {
  const auto text = to_local_text(at, zone);
  return (text[hour_at] - '0') * 10 + (text[hour_at + 1] - '0');
}

bool is_human(const app::ProgrammeSettings& settings, Timestamp at, const std::string& zone) {
  const auto hour = local_hour(at, zone);
  return hour >= settings.from_hour && hour < settings.to_hour;
}

// Where a pass goes on, by step: silences up to that purchase were looked at.
json::object places_of(const app::Job& job) {
  const auto value = parse_json(job.cursor);
  return value && value->is_object() ? value->get_object() : json::object();
}

DeliveryKind kind_of(SilenceStep step) {
  return step == SilenceStep::retention ? DeliveryKind::retention_due : DeliveryKind::winback_due;
}

}  // namespace

std::optional<std::string> SilenceWatch::begins(const app::Account& account, const std::optional<app::Job>& last) const {
  const auto settings = programme_settings_of(account);
  if (!settings.retention.on && !settings.winback.on) return std::nullopt;
  const auto now = parts_.clock.now();
  const auto zones = app::card_settings_of(account).store_time_zones;
  if (!zones.empty()) return last && now - last->started_at < each_hour ? std::nullopt : std::optional(std::string("{}"));
  if (!is_human(settings, now, account.time_zone)) return std::nullopt;
  const bool was_today = last && to_local_date(last->started_at, account.time_zone) == to_local_date(now, account.time_zone);
  return was_today ? std::nullopt : std::optional(std::string("{}"));
}

Async<StepEnd> SilenceWatch::step(const app::Account& account, const app::Job& job) {
  const auto settings = programme_settings_of(account);
  const auto now = parts_.clock.now();
  // A pass that was paused, or that somebody has asked for at night.
  if (app::card_settings_of(account).store_time_zones.empty() && !is_human(settings, now, account.time_zone))
    co_return StepEnd{StepEnd::Kind::wait, now + night_wait, "At this hour nobody is written to."};
  bool has_more = false;
  // The later step first: who has reached both is told that one only.
  for (const auto step : {SilenceStep::winback, SilenceStep::retention}) {
    const auto& wanted = settings.of(step);
    if (wanted.on && co_await tell_some(account, job, step, wanted.after_days)) has_more = true;
  }
  co_return StepEnd{has_more ? StepEnd::Kind::more : StepEnd::Kind::finished, {}, {}};
}

// Whoever is told is not listed again, so a place need be kept only where somebody is passed over. False: nobody is left.
Async<bool> SilenceWatch::tell_some(const app::Account& account, const app::Job& job, SilenceStep step, int after_days) {
  const auto silence = std::chrono::days(after_days);
  const auto passed = int_member(places_of(job), to_text(step));
  const auto after = passed ? from_epoch_ms(*passed) : account.created_at - silence;
  const auto listed = co_await parts_.silences.list(account.id, step, after, parts_.clock.now() - silence, options_.read_max);
  if (listed.empty()) co_return false;
  const auto silent = co_await whose_hour_it_is(account, listed);
  if (silent.size() < listed.size()) co_await pass_over(account, job, step, listed.back().bought_at);
  for (std::span rest(silent); !rest.empty();) {
    const auto part = rest.first(std::min(rest.size(), options_.write_max));
    co_await tell(account, step, part);
    rest = rest.subspan(part.size());
  }
  co_return true;
}

Async<std::vector<SilentCustomer>> SilenceWatch::whose_hour_it_is(const app::Account& account,
                                                                  std::vector<SilentCustomer> silent) {
  const auto card = app::card_settings_of(account);
  if (card.store_time_zones.empty()) co_return silent;
  const auto settings = programme_settings_of(account);
  const auto now = parts_.clock.now();
  std::vector<SilentCustomer> told;
  for (const auto& customer : silent) {
    const auto stored = co_await parts_.contacts.find(account.id, customer.contact);
    const auto store = stored ? stored->contact.store : std::string();
    if (is_human(settings, now, std::string(time_zone_of_store(account, card, store)))) told.push_back(customer);
  }
  co_return told;
}

Async<void> SilenceWatch::pass_over(const app::Account& account, const app::Job& job, SilenceStep step, Timestamp until) {
  co_await parts_.unit.run(account.id, [&](app::Tables& tables) {
    const auto now_kept = tables.jobs.find(account.id, job.kind);
    auto places = places_of(now_kept ? *now_kept : job);
    places[to_text(step)] = to_epoch_ms(until);
    tables.jobs.advance(account.id, job.kind, {.cursor = to_json_text(places)}, parts_.clock.now());
    return true;
  });
}

Async<void> SilenceWatch::tell(const app::Account& account, SilenceStep step, std::span<const SilentCustomer> silent) {
  const auto now = parts_.clock.now();
  co_await parts_.unit.run(account.id, [&](app::Tables& tables) {
    std::int64_t told = 0;
    for (const auto& customer : silent) {
      if (!tables.silences.reach(account.id, customer, step)) continue;
      if (step == SilenceStep::winback) tables.silences.reach(account.id, customer, SilenceStep::retention);
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
