#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "app/account.hpp"
#include "app/delivery.hpp"
#include "rule/call.hpp"
#include "rule/governor.hpp"

namespace kassabro::rule {

struct RuleClientSettings {
  std::string base_url = "https://app.rule.io/api";  // v2 and v3 lie below it
  std::chrono::milliseconds delivery_timeout{30'000};
  // The longest that a delivery is held back here for the governor's sake; beyond it the caller is told until when.
  std::chrono::milliseconds hold_max{5'000};
};

// What a call belongs to.
struct Errand {
  app::SentCalls* calls = nullptr;      // what goes out and comes back is noted there; null: nowhere
  const app::Permit* may_call = nullptr;  // asked when the call is about to go out; null: it may
  const Trace* trace = nullptr;           // what the other side is told that it belongs to; null: nothing
};

// Suspends the calling coroutine.
using Pause = std::function<Async<void>(std::chrono::milliseconds)>;
Pause timer_pause();

// Speaks to Rule: base URL, key, headers, time-outs, and one governor an account. Safe to use from several threads.
class RuleClient {
 public:
  RuleClient(http::Send http, const Clock& clock, RuleClientSettings settings = {}, Pause pause = timer_pause());
  ~RuleClient();  // whoever waits for a place is dropped

  // Look-ups never wait: they are told `rate_limited` at once. Others wait for a place, and at most `hold_max` for the
  // governor. `timeout` is that of the HTTP call. What may go out no more is `rate_limited`, and nobody has received it.
  Async<CallResult> send(const app::Account& account, CallClass call_class, Call call, std::chrono::milliseconds timeout,
                         Errand errand = {});
  // A delivery with its usual time-out.
  Async<CallResult> deliver(const app::Account& account, Call call, Errand errand = {});
  // A key that is no account's yet has no governor; app::ProbeGuard limits these.
  Async<CallResult> send_once(SecretString key, Call call, std::chrono::milliseconds timeout);

  // How much of Rule's limits the account has used up: 1.0 is the limit. For metrics and the admin pages.
  double load(app::AccountId account);
  // Of all that have called since the start.
  std::map<app::AccountId, double> loads();

 private:
  struct Gate;
  class Place;

  std::shared_ptr<Gate> gate_of(app::AccountId account);
  Async<std::expected<void, CallError>> enter(std::shared_ptr<Gate> gate, CallClass call_class);
  http::OutboundRequest request_of(const SecretString& key, const Call& call, std::chrono::milliseconds timeout) const;

  http::Send http_;
  const Clock& clock_;
  RuleClientSettings settings_;
  Pause pause_;
  std::mutex mutex_;
  std::unordered_map<app::AccountId, std::shared_ptr<Gate>> gates_;
};

}  // namespace kassabro::rule
