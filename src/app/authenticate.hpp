#pragma once

#include <string>
#include <vector>

#include "app/account_registry.hpp"
#include "app/call_limit.hpp"
#include "app/guess_guard.hpp"
#include "app/overview.hpp"
#include "app/probe_guard.hpp"
#include "app/remote_directory.hpp"
#include "app/unit_of_work.hpp"

namespace kassabro::app {

// Where user and password are presented. Each counts wrong ones for itself: whoever sends events with an old password still has tills.
enum class Door { till, events };

// Who calls. A token that nobody knows here may be a key of the marketing platform: it is asked once, and if the key is
// good the account exists from then on. That is the whole activation (D9).
class Authenticate {
 public:
  struct Defaults {
    std::string country = "SE";
    std::string time_zone = "Europe/Stockholm";
    std::string currency = "SEK";
    std::string sitoo_base_url;
    std::chrono::milliseconds probe_deadline{5'000};
    int calls_a_second = 0;  // of one account; 0: no limit
  };

  Authenticate(AccountRegistry& registry, RemoteKeyProbe& probe, UnitOfWork& unit, ProbeGuard& guard, const Clock& clock,
               Defaults defaults)
      : registry_(registry),
        probe_(probe),
        unit_(unit),
        guard_(guard),
        clock_(clock),
        defaults_(std::move(defaults)),
        limit_(defaults_.calls_a_second) {}

  // Who of the accounts has called yet.
  FirstCalls& first_calls() { return first_calls_; }

  // `candidates`: what may be the token in this request, likeliest first. Errors: `unauthorized`; `too_many_requests`;
  // `unavailable` when the platform could not be asked about an unknown token; `invalid` for a token with line breaks.
  Async<Result<AccountPtr>> by_token(std::vector<SecretString> candidates, std::string peer);

  // Errors: `unauthorized`; `too_many_requests`, also for whoever was wrong too often at this door: an address for a user, and an
  // address with users that there are not. `peer` lives until this has ended.
  Async<Result<AccountPtr>> by_basic(std::string user, SecretString password, const std::string& peer, Door door);

 private:
  static constexpr int unknown_users_a_minute = 60;

  // At one door.
  struct Guesses {
    explicit Guesses(const Clock& clock) : passwords(clock), users(clock, {.per_address_a_minute = unknown_users_a_minute}) {}
    GuessGuard passwords;
    GuessGuard users;  // that there are not
  };

  Result<AccountPtr> admit(AccountPtr account);
  Async<Result<AccountPtr>> activate(const SecretString& key, const RemoteOwner& owner);

  AccountRegistry& registry_;
  RemoteKeyProbe& probe_;
  UnitOfWork& unit_;
  ProbeGuard& guard_;
  const Clock& clock_;
  Defaults defaults_;
  CallLimit limit_;
  Guesses till_guesses_{clock_}, event_guesses_{clock_};
  FirstCalls first_calls_;
};

// A new account with an id, a token and credentials of its own.
Account new_account(std::string name, SecretString rule_key, Timestamp now);

}  // namespace kassabro::app
