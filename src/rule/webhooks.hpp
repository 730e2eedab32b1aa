#pragma once

#include <atomic>
#include <functional>
#include <string_view>

#include "app/account_registry.hpp"
#include "app/guess_guard.hpp"
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
// many wait for the disk already, and for an address that has brought many wrong secrets (a right one is heard all the same: all shops' webhooks
// come from Rule's few addresses). How often Rule comes again is not known (contracts section 10), so what is lost on the way is
// found by asking (jobs::NewsPoll).
class Webhooks {
 public:
  Webhooks(app::AccountRegistry& accounts, app::TakeRemoteNews& take, const Clock& clock, WebhookListeners listeners)
      : accounts_(accounts),
        take_(take),
        clock_(clock),
        listeners_(std::move(listeners)),
        guesses_(clock, {.per_address_a_minute = wrong_secrets_a_minute}) {}

  // `below` is what follows "/rule/webhooks" in the path.
  Async<http::Response> handle(const http::Request& request, std::string_view below);

 private:
  static constexpr int wrong_secrets_a_minute = 60;

  // Whose secret it is; null: nobody's.
  Async<app::AccountPtr> account_of(std::string_view secret, bool may_read);
  Async<http::Response> take_in(const http::Request& request, const app::Account& account, std::string_view event);
  void note(app::AccountId account, std::string_view event, std::string_view result);

  app::AccountRegistry& accounts_;
  app::TakeRemoteNews& take_;
  const Clock& clock_;
  WebhookListeners listeners_;
  app::GuessGuard guesses_;
  std::atomic<int> in_hand_ = 0;
};

}  // namespace kassabro::rule
