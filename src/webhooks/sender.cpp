#include "webhooks/sender.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "base/together.hpp"
#include "webhooks/post.hpp"

namespace kassabro::webhooks {

namespace asio = boost::asio;
using app::EndpointKey;
using app::SendingEnd;
using app::SendingJob;

Sender::Sender(asio::io_context& context, Parts parts, Options options, Hooks hooks)
    : context_(context),
      parts_(std::move(parts)),
      options_(std::move(options)),
      hooks_(std::move(hooks)),
      timer_(context, options_.alarms) {}

void Sender::start() { asio::co_spawn(context_, run(), asio::detached); }

void Sender::stop() {
  stopped_ = true;
  wake();
}

// What is committed is looked for four times a second: waking this at each sale would cost those who have no endpoint something.
Async<void> Sender::run() {
  auto timer = timer_;
  while (!stopped_) {
    timer.forget();
    try {
      const auto now = parts_.clock.now();
      co_await count_failing(now);
      if (options_.leads())
        for (const auto key : co_await parts_.queue.list_due(now)) start_runner(key);
    } catch (const std::exception&) {  // the store is not to be had for the moment; the next round tries again
    }
    if (!stopped_) co_await timer.wait(options_.idle_wait);
  }
}

// From the store, so that a restart forgets none, and one that was removed does not count for ever.
Async<void> Sender::count_failing(Timestamp now) {
  if (now >= counts_at_ && now < counts_at_ + options_.count_every) co_return;
  counts_at_ = now;
  std::size_t count = 0;
  if (options_.leads()) count = co_await parts_.queue.count_failing();
  hooks_.on_failing(count);
}

void Sender::start_runner(EndpointKey key) {
  if (runners_.size() >= options_.endpoints_at_once || is_paused(key, parts_.clock.now())) return;
  if (!runners_.insert(key).second) return;
  ++running_;
  asio::co_spawn(context_, run_endpoint(key), asio::detached);
}

Async<void> Sender::run_endpoint(EndpointKey key) {
  try {
    while (!stopped_ && options_.leads() && !is_paused(key, parts_.clock.now()) && co_await send_some(key) > 0) {
    }
  } catch (const std::exception&) {  // what was leased is tried again when its lease ends
  }
  runners_.erase(key);
  --running_;
}

Async<std::size_t> Sender::run_once() {
  std::size_t count = 0;
  for (const auto key : co_await parts_.queue.list_due(parts_.clock.now()))
    if (!is_paused(key, parts_.clock.now())) count += co_await send_some(key);
  co_return count;
}

Async<std::size_t> Sender::send_some(EndpointKey key) {
  const auto now = parts_.clock.now();
  auto leased = co_await parts_.queue.lease(key, {now, now + options_.lease_time, options_.at_once, 1});
  const auto count = leased.jobs.size();
  if (count == 0) co_return 0;
  if (!leased.endpoint || leased.endpoint->disabled) {
    co_await give_up(key, !leased.endpoint, std::move(leased.jobs));
    co_return count;
  }
  auto tried = co_await try_all(*leased.endpoint, leased.jobs);
  pause(key, tried, parts_.clock.now());
  co_await settle(key, *leased.endpoint, std::move(leased.jobs), std::move(tried));
  co_return count;
}

Async<std::vector<Sender::Tried>> Sender::try_all(const app::Endpoint& endpoint, const std::vector<SendingJob>& jobs) {
  std::vector<Tried> tried(jobs.size());
  std::vector<Async<void>> calls;
  for (std::size_t i = 0; i < jobs.size(); ++i) calls.push_back(try_one(endpoint, jobs[i], tried[i]));
  co_await run_together(std::move(calls));
  co_return tried;
}

Async<void> Sender::try_one(const app::Endpoint& endpoint, const SendingJob& job, Tried& out) {
  const auto began = std::chrono::steady_clock::now();
  out.tried.at = parts_.clock.now();
  const auto result = co_await parts_.http(request_of(endpoint, job, out.tried.at, options_.timeout));
  out.tried.took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
  out.answer = answer_of(result, parts_.clock.now());
  out.tried.status = out.answer.status;
  out.tried.reason = reason_of(out.answer);
  if (result) out.tried.answer = readable(result->body);
}

Async<void> Sender::settle(EndpointKey key, const app::Endpoint& endpoint, std::vector<SendingJob> jobs,
                           std::vector<Tried> tried) {
  const auto now = parts_.clock.now();
  app::SendingsEnded ended{key, {}, endpoint.health, {}};
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    const auto& answer = tried[i].answer;
    auto end = plan_end(options_.policy, std::move(jobs[i]), answer, now, options_.chance());
    ended.health = health_after(options_.policy, *ended.health, is_success(answer), now);
    if (!ended.disable) ended.disable = disabling(options_.policy, *ended.health, answer, now);
    end.tried = std::move(tried[i].tried);
    ended.ends.push_back(std::move(end));
  }
  const auto disable = ended.disable;
  std::vector<Attempt> attempts;
  for (const auto& end : ended.ends)
    attempts.push_back({key, end.job.message, end.job.type, end.state, end.attempts, *end.tried});
  co_await parts_.queue.settle(std::move(ended), now);
  for (const auto& attempt : attempts) hooks_.on_attempt(attempt);
  if (!disable) co_return;
  parts_.accounts.forget(key.account);  // what its endpoints want is another now
  hooks_.on_disabled(key, *disable);
}

Async<void> Sender::give_up(EndpointKey key, bool is_gone, std::vector<SendingJob> jobs) {
  app::SendingsEnded ended{key, {}, {}, {}};
  for (auto& job : jobs) {
    SendingEnd end;
    end.attempts = job.attempts;
    end.job = std::move(job);
    end.state = app::SendingState::failed;
    end.reason = is_gone ? "The endpoint was removed." : "The endpoint is disabled.";
    ended.ends.push_back(std::move(end));
  }
  co_await parts_.queue.settle(std::move(ended), parts_.clock.now());
}

bool Sender::is_paused(EndpointKey key, Timestamp now) {
  const auto found = pauses_.find(key);
  if (found == pauses_.end()) return false;
  if (now < found->second) return true;
  pauses_.erase(found);
  return false;
}

// Who asks for one message to wait means all of them.
void Sender::pause(EndpointKey key, const std::vector<Tried>& tried, Timestamp now) {
  for (const auto& one : tried)
    if (const auto wait = pause_asked_by(one.answer)) pauses_[key] = std::max(pauses_[key], now + *wait);
}

}  // namespace kassabro::webhooks
