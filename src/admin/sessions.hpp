#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "admin/access_file.hpp"
#include "admin/password_file.hpp"
#include "base/async.hpp"
#include "base/clock.hpp"
#include "base/digest.hpp"
#include "http/message.hpp"

namespace kassabro::admin {

// Work that takes a while runs where no till waits for it.
using RunApart = std::function<Async<void>(std::function<void()>)>;

struct Session {
  SecretString token;  // the cookie's value
  SecretString csrf;   // what a changing request must present besides, in X-CSRF-Token
  std::string user;    // "" for the owner
  Role role = Role::owner;
};

// Who is signed in to the admin pages: the owner by the password file, others by the access file. Sessions live in memory: a restart
// ends them, and so does removing the user.
class Sessions {
 public:
  struct Options {
    std::chrono::hours lifetime{12};
    int failures_free = 5;  // wrong passwords of one address before it must wait
    std::chrono::seconds wait_first{2};  // doubled with each further one
    std::chrono::minutes wait_max{15};
    std::size_t addresses_max = 1'000;  // that are remembered; beyond, who was away longest is forgotten
    // A name that is guessed at from everywhere: so many wrong passwords of all addresses, then each further ten double the pause between
    // two tries. The pause is short, and nobody who has signed in as that name since the start is held up by it: guessing is slow, and
    // never locks the name out.
    int name_failures_free = 30;
    std::chrono::seconds name_wait_first{1};
    std::chrono::seconds name_wait_max{30};
    std::chrono::hours name_remembered{1};  // without a further wrong password
    std::size_t sessions_max = 100;
  };

  Sessions(PasswordFile file, AccessFile& access, const Clock& clock, RunApart run_apart)
      : Sessions(std::move(file), access, clock, std::move(run_apart), {}) {}
  Sessions(PasswordFile file, AccessFile& access, const Clock& clock, RunApart run_apart, Options options)
      : file_(std::move(file)), access_(access), clock_(clock), run_apart_(std::move(run_apart)), options_(options) {}

  // Who else may come in.
  AccessFile& access() { return access_; }
  const RunApart& run_apart() const { return run_apart_; }

  bool has_password() const { return file_.exists(); }
  std::chrono::hours lifetime() const { return options_.lifetime; }
  // The first one chooses it and is signed in. Errors as PasswordFile::create.
  Async<Result<Session>> choose_password(SecretString password);
  // `user` is "" for the owner. Errors: `unauthorized`; `too_many_requests` with the time to wait in its message.
  Async<Result<Session>> sign_in(std::string user, SecretString password, std::string peer);
  // How long the address must wait now before the next try as this user.
  std::optional<std::chrono::seconds> wait_of(const std::string& peer, const std::string& user);
  void sign_out(const http::Request& request);

  // The session of a request's cookie.
  std::optional<Session> find(const http::Request& request);

 private:
  struct Failures {
    int count = 0;
    Timestamp until;  // no try before that
    Timestamp last;
  };
  struct Known {
    Timestamp last;
  };

  Session begin(std::string user, Role role);
  // Of the owner or a user; absent when the password is wrong.
  std::optional<Role> role_by_password(const std::string& user, const SecretString& password);
  bool still_holds(const Session& session);
  void note_failure(const std::string& peer, const std::string& user);
  void note_failure_of_name(const std::string& user);
  void note_success(const std::string& peer, const std::string& user);

  PasswordFile file_;
  AccessFile& access_;
  const Clock& clock_;
  RunApart run_apart_;
  Options options_;
  std::mutex mutex_;
  KeyedDigest digest_ = KeyedDigest::with_random_key();
  struct Open {
    Session session;
    Timestamp ends_at;
  };
  std::unordered_map<Digest, Open, DigestHash> open_;
  std::unordered_map<std::uint64_t, Failures> failures_;  // by caller_network
  std::unordered_map<std::string, Failures> name_failures_;  // by user
  std::map<std::pair<std::string, std::uint64_t>, Known> known_;  // who has signed in from where
};

inline constexpr std::string_view session_cookie = "kassabro_session";

// The value of `Set-Cookie`; of an ended session it takes the cookie away.
std::string cookie_of(const std::optional<Session>& session, std::chrono::seconds lifetime);

}  // namespace kassabro::admin
