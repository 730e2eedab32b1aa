#include "jobs/engine.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "app/control_jobs.hpp"

namespace kassabro::jobs {

namespace asio = boost::asio;
using app::Job;
using app::JobState;

namespace {

// Counting how long a job has run is not worth a transaction for each step; but what is left is foretold from it.
constexpr std::chrono::milliseconds counts_every{200};

bool may_work(const app::Account& account, const JobKind& kind) {
  return account.status == app::AccountStatus::active || !kind.calls_platform();
}

}  // namespace

Engine::Engine(asio::io_context& context, Parts parts, Options options, Listeners listeners, std::vector<JobKind*> kinds)
    : context_(context),
      parts_(parts),
      options_(options),
      listeners_(std::move(listeners)),
      kinds_(std::move(kinds)),
      timer_(context, options_.alarms) {}

JobKind* Engine::kind_of(std::string_view name) const {
  const auto found = std::ranges::find_if(kinds_, [name](const JobKind* kind) { return kind->name() == name; });
  return found == kinds_.end() ? nullptr : *found;
}

const JobKind* Engine::find(std::string_view kind) const { return kind_of(kind); }

std::string Engine::kinds_text() const {
  std::string text;
  for (const auto* kind : kinds_) text += (text.empty() ? "" : ", ") + std::string(kind->name());
  return text;
}

void Engine::start() { asio::co_spawn(context_, run(), asio::detached); }

void Engine::stop() {
  stopped_ = true;
  timer_.wake();
}

void Engine::wake() { timer_.wake(); }

bool Engine::may_tell() {
  const auto now = parts_.clock.now();
  leads_since_ = std::min(leads_since_.value_or(now), now);  // the clock may have been set back
  return now >= *leads_since_ + options_.takes_over_after;
}

Async<void> Engine::run() {
  auto timer = timer_;
  while (!stopped_) {
    if (!options_.leads()) {
      leads_since_.reset();
      co_await timer.wait(options_.idle_wait);
      continue;
    }
    try {
      co_await begin_due();
      for (auto& job : co_await list_runnable()) {
        if (running_ >= options_.jobs_at_once_max) break;
        begun_last_ = {job.account, job.kind};
        lanes_[begun_last_].busy = true;
        ++running_;
        asio::co_spawn(context_, run_job(std::move(job)), asio::detached);
      }
    } catch (const std::exception&) {  // the store is not to be had for the moment; the next round tries again
    }
    if (!stopped_) co_await timer.wait(time_to_wait());
  }
}

// Until the first job that waits for its time, and never long: somebody may have asked for something.
std::chrono::milliseconds Engine::time_to_wait() const {
  auto wait = options_.idle_wait;
  if (running_ >= options_.jobs_at_once_max) return wait;  // whichever ends first wakes the loop
  for (const auto& [_, lane] : lanes_) {
    if (lane.busy || lane.not_before == Timestamp{}) continue;
    wait = std::min(wait, std::chrono::ceil<std::chrono::milliseconds>(lane.not_before - parts_.clock.now()));
  }
  return std::max(wait, options_.wait_min);
}

Async<std::size_t> Engine::run_once() {
  co_await begin_due();
  co_return co_await run_kind("");
}

Async<std::size_t> Engine::run_kind(std::string_view kind) {
  std::size_t steps = 0;
  for (const auto& job : co_await list_runnable()) {
    if (!kind.empty() && job.kind != kind) continue;
    co_await step(job.account, job.kind);
    ++steps;
  }
  co_return steps;
}

// With many accounts a look takes only the next ones: what begins by itself begins once an hour or a day.
Async<void> Engine::begin_due() {
  const auto now = parts_.clock.now();
  if (watch_.notes_set_back(now)) {
    looks_again_ = {};
    for (auto& [_, lane] : lanes_) lane.not_before = {};
  }
  if (now < looks_again_) co_return;
  looks_again_ = now + options_.begins_every;
  const auto accounts = co_await parts_.accounts.list_after(looked_until_, options_.begins_accounts_max);
  looked_until_ = accounts.size() < options_.begins_accounts_max ? 0 : accounts.back().id;
  if (accounts.empty()) co_return;
  const auto jobs = co_await parts_.jobs.list_between(accounts.front().id, accounts.back().id);
  for (const auto& account : accounts) {
    const auto [first, last] = std::ranges::equal_range(jobs, account.id, {}, &Job::account);
    co_await begin_due_of(account, {first, last}, now);
  }
}

Async<void> Engine::begin_due_of(const app::Account& account, std::span<const Job> jobs, Timestamp now) {
  for (const auto* kind : kinds_) {
    if (!may_work(account, *kind)) continue;
    const auto found = std::ranges::find(jobs, kind->name(), &Job::kind);
    const auto last = found == jobs.end() ? std::nullopt : std::optional(*found);
    if (last && is_open(last->state)) continue;
    const auto request = kind->begins(account, last);
    if (!request) continue;
    co_await parts_.unit.run(
        account.id, [&](app::Tables& tables) { return open_job(tables, account.id, kind->name(), *request, now).has_value(); });
  }
}

// Round and round: whoever has just had a step comes last.
Async<std::vector<Job>> Engine::list_runnable() {
  auto open = co_await parts_.jobs.list_runnable();
  forget_closed_lanes(open);
  const auto key_of = [](const Job& job) { return Key{job.account, job.kind}; };
  std::ranges::rotate(open, std::ranges::upper_bound(open, begun_last_, {}, key_of));
  const bool tells = may_tell();
  std::vector<Job> runnable;
  for (auto& job : open) {
    const auto* kind = kind_of(job.kind);
    if (kind == nullptr || (kind->tells_platform() && !tells)) continue;
    watch(job);
    const auto& lane = lanes_[key_of(job)];
    if (!lane.busy && lane.not_before <= parts_.clock.now()) runnable.push_back(std::move(job));
  }
  co_return runnable;
}

void Engine::forget_closed_lanes(const std::vector<Job>& open) {
  std::erase_if(lanes_, [&](const auto& entry) {
    const auto& [key, lane] = entry;
    return !lane.busy && !std::ranges::binary_search(open, key, {}, [](const Job& job) { return Key{job.account, job.kind}; });
  });
}

void Engine::watch(const Job& job) {
  const auto now = parts_.clock.now();
  const auto [found, is_new] = lanes_.try_emplace({job.account, job.kind});
  auto& lane = found->second;
  if (is_new && job.reason.empty()) lane.may_stand_until = now;  // the process of before knew how long it waits
  const auto moved_at = std::max(job.updated_at, lane.may_stand_until);
  const bool is_stalled = job.state == JobState::running && now - moved_at > options_.stalled_after;
  if (is_stalled && !lane.alerted && listeners_.on_alert)
    listeners_.on_alert(job.account, "job " + job.kind + " makes no progress: " + job.reason);
  lane.alerted = is_stalled;
}

Async<void> Engine::run_job(Job job) {
  const Key key{job.account, job.kind};
  try {
    const auto turn_ends = parts_.clock.now() + options_.turn_max;
    while (!stopped_ && options_.leads() && co_await step(job.account, job.kind))
      if (running_ >= options_.jobs_at_once_max && parts_.clock.now() >= turn_ends) break;  // somebody may wait for the place
  } catch (const std::exception&) {  // of the store: nothing was changed
    lanes_[key].not_before = parts_.clock.now() + options_.first_wait;
  }
  lanes_[key].busy = false;
  --running_;
  timer_.wake();  // another job may have waited for a place
}

Async<bool> Engine::step(app::AccountId id, std::string kind_name) {
  auto* kind = kind_of(kind_name);
  auto& lane = lanes_[{id, kind_name}];
  auto job = co_await parts_.jobs.find(id, kind_name);
  const bool may_run = job && (job->state == JobState::waiting || job->state == JobState::running);
  if (!may_run) {
    lane.counted_until = {};
    co_return false;
  }
  const auto account = co_await parts_.accounts.find(id);
  if (!account || !may_work(*account, *kind)) {
    lane.not_before = parts_.clock.now() + options_.wait_max;
    co_return false;
  }
  if (lane.counted_until == Timestamp{}) lane.counted_until = parts_.clock.now();
  const auto end = co_await step_of(*kind, *account, *job);
  co_await settle(*job, end);
  const bool waits = end.kind == StepEnd::Kind::wait;
  lane.not_before = waits ? end.not_before : Timestamp{};
  if (waits && end.reason.empty()) lane.may_stand_until = std::max(parts_.clock.now(), end.not_before);
  co_return end.kind == StepEnd::Kind::more;
}

// What a step throws is its own trouble or the store's: it is tried again, ever more slowly.
Async<StepEnd> Engine::step_of(JobKind& kind, const app::Account& account, const Job& job) {
  auto& lane = lanes_[{job.account, job.kind}];
  try {
    auto end = co_await kind.step(account, job);
    lane.failures = 0;
    co_return end;
  } catch (const std::exception& error) {
    const auto wait = options_.first_wait * (1 << std::min(lane.failures++, 10));
    co_return StepEnd{StepEnd::Kind::wait, parts_.clock.now() + std::min(wait, options_.wait_max), error.what()};
  }
}

// The job's row is read anew: the step has written to it, and a person may have.
Async<void> Engine::settle(const Job& before, const StepEnd& end) {
  const auto now = parts_.clock.now();
  auto& lane = lanes_[{before.account, before.kind}];
  const bool ends = end.kind == StepEnd::Kind::finished || end.kind == StepEnd::Kind::failed;
  const bool is_worth_it =
      ends || before.state == JobState::waiting || end.kind == StepEnd::Kind::wait || now - lane.counted_until >= counts_every;
  if (!is_worth_it) co_return;
  std::optional<Job> after;
  co_await parts_.unit.run(before.account, [&](app::Tables& tables) {
    after = tables.jobs.find(before.account, before.kind);
    if (!after) return false;
    after->active += std::chrono::duration_cast<std::chrono::milliseconds>(now - lane.counted_until);
    const bool runs = after->state == JobState::waiting || after->state == JobState::running;
    if (runs) after->state = JobState::running;
    if (runs && ends) {
      after->state = end.kind == StepEnd::Kind::finished ? JobState::finished : JobState::failed;
      after->finished_at = now;
    }
    if (end.kind != StepEnd::Kind::more) after->reason = end.reason;
    tables.jobs.save(*after);
    return true;
  });
  lane.counted_until = ends ? Timestamp{} : now;
  if (after && after->state != before.state && listeners_.on_change) listeners_.on_change(*after);
}

}  // namespace kassabro::jobs
