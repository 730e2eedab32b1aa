#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <functional>
#include <map>
#include <set>
#include <vector>

#include "app/account_registry.hpp"
#include "app/sending_queue.hpp"
#include "base/chance.hpp"
#include "base/wake_timer.hpp"
#include "http/client.hpp"
#include "webhooks/attempt_policy.hpp"

namespace kassabro::webhooks {

// One attempt, for the log and the metrics.
struct Attempt {
  app::EndpointKey key;
  std::string message;
  app::MessageType type = app::MessageType::endpoint_test;
  app::SendingState became = app::SendingState::pending;
  int attempts = 0;
  app::SendingTry tried;
};

// Sends integrators what they are to be told (docs/webhooks.md): leases what is due, posts it, settles it. Each endpoint has a runner of
// its own, so one that answers late, or never, delays no other. Lives on one io_context that one thread runs; only wake() may be called
// from elsewhere.
class Sender {
 public:
  struct Parts {
    app::SendingQueue& queue;
    app::AccountRegistry& accounts;
    http::Send http;
    const Clock& clock;
  };
  struct Options {
    AttemptPolicy policy{};
    std::size_t at_once = 8;  // of one endpoint; of one that is failing, one
    std::size_t endpoints_at_once = 256;
    std::chrono::milliseconds timeout{15'000};
    std::chrono::milliseconds lease_time{60'000};  // longer than a call may take, and settling it
    std::chrono::milliseconds idle_wait{250};
    std::chrono::milliseconds count_every{30'000};
    std::function<bool()> leads = [] { return true; };  // of several nodes one sends
    Chance chance = &random_share;
    Alarms alarms = &steady_alarm;
  };
  struct Hooks {
    std::function<void(const Attempt&)> on_attempt = [](const Attempt&) {};
    std::function<void(app::EndpointKey, app::Disabled)> on_disabled = [](app::EndpointKey, app::Disabled) {};
    std::function<void(std::size_t)> on_failing = [](std::size_t) {
    };  // how many endpoints have failed lately; 0 of a node that does not lead
  };

  Sender(boost::asio::io_context& context, Parts parts, Options options, Hooks hooks);

  // One step, waited for: what is due now of each endpoint, as much as goes at once. How many were tried.
  Async<std::size_t> run_once();

  // Runs until stop(), while this node leads.
  void start();
  void stop();
  // Nothing is being sent. From any thread.
  bool is_idle() const { return running_ == 0; }
  // Something is to be sent. From any thread.
  void wake() { timer_.wake(); }

 private:
  struct Tried {
    Answer answer;
    app::SendingTry tried;
  };

  Async<void> run();
  void start_runner(app::EndpointKey key);
  Async<void> run_endpoint(app::EndpointKey key);
  Async<std::size_t> send_some(app::EndpointKey key);
  Async<std::vector<Tried>> try_all(const app::Endpoint& endpoint, const std::vector<app::SendingJob>& jobs);
  Async<void> try_one(const app::Endpoint& endpoint, const app::SendingJob& job, Tried& out);
  Async<void> settle(app::EndpointKey key, const app::Endpoint& endpoint, std::vector<app::SendingJob> jobs,
                     std::vector<Tried> tried);
  Async<void> give_up(app::EndpointKey key, bool is_gone, std::vector<app::SendingJob> jobs);
  Async<void> count_failing(Timestamp now);
  bool is_paused(app::EndpointKey key, Timestamp now);
  void pause(app::EndpointKey key, const std::vector<Tried>& tried, Timestamp now);

  boost::asio::io_context& context_;
  Parts parts_;
  Options options_;
  Hooks hooks_;
  WakeTimer timer_;
  std::set<app::EndpointKey> runners_;
  std::map<app::EndpointKey, Timestamp> pauses_;  // until when an endpoint has asked to be left alone
  Timestamp counts_at_;
  std::atomic<int> running_ = 0;
  std::atomic<bool> stopped_ = false;
};

}  // namespace kassabro::webhooks
