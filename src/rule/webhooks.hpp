#pragma once

#include <atomic>
#include <functional>
#include <string_view>

#include "app/account_registry.hpp"
#include "app/remote_consent.hpp"
#include "http/message.hpp"

namespace kassabro::rule {

// What main does with what happens here.
struct WebhookListeners {
  // How a call ended: "taken", "known", "unknown" (nobody here is meant), "ignored", "unreadable", "refused", "overloaded".
  // `account`: 0 when it is not known.
  std::function<void(app::AccountId account, std::string_view event, std::string_view result)> on_result;
  std::function<void(app::AccountId)> on_import_finished;
  // What was told of these people does not say what has changed.
  std::function<void(const app::Account&, std::vector<domain::ContactId>)> on_doubt;
};

// Rule's webhooks, at /rule/webhooks/{secret}/{event}. 200 once what they say is on the disk, and for what concerns nobody here;
// 404 for a secret that is none, and for an event that we do not take; 400 names the member that cannot be read; 429 when too
// many wait for the disk already. How often Rule comes again is not known (contracts section 10), so what is lost on the way is
// found by asking (jobs::NewsPoll).
class Webhooks {
 public:
  Webhooks(app::AccountRegistry& accounts, app::TakeRemoteNews& take, const Clock& clock, WebhookListeners listeners)
      : accounts_(accounts), take_(take), clock_(clock), listeners_(std::move(listeners)) {}

  // `below` is what follows "/rule/webhooks" in the path.
  Async<http::Response> handle(const http::Request& request, std::string_view below);

 private:
  Async<http::Response> take_in(const http::Request& request, const app::Account& account, std::string_view event);
  void note(app::AccountId account, std::string_view event, std::string_view result);

  app::AccountRegistry& accounts_;
  app::TakeRemoteNews& take_;
  const Clock& clock_;
  WebhookListeners listeners_;
  std::atomic<int> in_hand_ = 0;
};

}  // namespace kassabro::rule
