#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "app/accept_events.hpp"
#include "app/authenticate.hpp"
#include "http/message.hpp"

namespace kassabro::sitoo::events {

// What main does with what happens here.
struct Listeners {
  // How many events ended how: "fetching", "ignored", "known", "quarantined"; bodies: "unreadable", "refused" (wrong
  // credentials, or it could not be read whole), "overloaded", "failed" (could not be stored).
  std::function<void(std::string_view result, std::size_t count)> on_result;
  std::function<void(const std::string& text)> on_alert;  // something that an operator should act on; no secrets
  std::function<void()> on_fetch_requested;
};

// Events SPI: Sitoo's webhooks (contracts of Sitoo SPI, part C). Sitoo waits 15 s, sends nothing else meanwhile, comes again
// after 429 and 503 for about a day, and drops events for good at any other answer but 200. So only these three are given,
// whatever comes: 200 with an empty body once everything is on the disk, also for what cannot be read (it is in quarantine);
// 503 when it cannot be stored, and for wrong credentials, because those are put right sooner than lost events; 429 when too
// many bodies wait for the disk already, the account calls too often, or this address has brought wrong credentials too often.
class Api {
 public:
  Api(app::Authenticate& authenticate, app::AcceptEvents& accept_events, const Clock& clock, Listeners listeners)
      : authenticate_(authenticate), accept_events_(accept_events), clock_(clock), listeners_(std::move(listeners)) {}

  // `path` is not looked at: whoever routes here means events. Does not throw.
  Async<http::Response> handle(const http::Request& request);
  // A request that the server could not read whole and would answer with `status` (413, 431, 400): there is nothing to keep,
  // so Sitoo is asked to come again, and the operator hears of it.
  http::Response refuse_unread(const http::Request& request, int status);

 private:
  // Somebody must hear of it, but not each time.
  struct Untold {
    std::size_t count = 0;  // since the last alert
    Timestamp next_alert;
  };

  Async<http::Response> take_in(const http::Request& request);
  Async<void> store(const app::Account& account, const http::Request& request);
  http::Response refuse(const http::Request& request, std::string_view what, std::string_view advice);
  std::size_t told_now(Untold& untold, std::size_t count);  // how many an alert is to tell of; 0: not yet
  void note_quarantined(const app::Account& account, std::size_t count);
  void note(std::string_view result, std::size_t count);

  app::Authenticate& authenticate_;
  app::AcceptEvents& accept_events_;
  const Clock& clock_;
  Listeners listeners_;
  std::atomic<int> in_hand_ = 0;
  std::mutex alert_mutex_;
  Untold refused_, quarantined_;
};

}  // namespace kassabro::sitoo::events
