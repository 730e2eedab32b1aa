#include "admin/sessions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "admin/password_hash.hpp"
#include "base/caller_network.hpp"
#include "base/ids.hpp"
#include "base/text.hpp"

namespace kassabro::admin {
namespace {

constexpr std::size_t token_bytes = 32;
constexpr std::size_t name_bytes_max = 200;  // of what somebody types as one

// `doublings`: how often the first wait is doubled.
std::chrono::seconds wait_after(int doublings, std::chrono::seconds first, std::chrono::seconds longest) {
  return std::min(first * (1 << std::min(doublings, 20)), longest);
}

// Whoever was away longest.
void forget_one(auto& entries) {
  entries.erase(std::ranges::min_element(entries, {}, [](const auto& entry) { return entry.second.last; }));
}

std::optional<SecretString> token_in(const http::Request& request) {
  auto rest = request.header("Cookie").value_or("");
  while (!rest.empty()) {
    const auto end = rest.find(';');
    const auto pair = trimmed(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    const auto equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == session_cookie)
      return SecretString(std::string(pair.substr(equals + 1)));
  }
  return std::nullopt;
}

}  // namespace

Session Sessions::begin(std::string user, Role role) {
  const Session session{SecretString(random_hex(token_bytes)), SecretString(random_hex(token_bytes)), std::move(user), role};
  const auto now = clock_.now();
  const std::scoped_lock lock(mutex_);
  std::erase_if(open_, [&](const auto& entry) { return entry.second.ends_at <= now; });
  if (open_.size() >= options_.sessions_max)
    open_.erase(std::ranges::min_element(open_, {}, [](const auto& entry) { return entry.second.ends_at; }));
  open_[digest_.of(session.token.reveal())] = {session, now + options_.lifetime};
  return session;
}

Async<Result<Session>> Sessions::choose_password(SecretString password) {
  Result<void> created;
  co_await run_apart_([&] { created = file_.create(password); });
  if (!created) co_return fail(created.error());
  co_return begin("", Role::owner);
}

std::optional<std::chrono::seconds> Sessions::wait_of(const std::string& peer, const std::string& user) {
  const auto network = caller_network(peer);
  const auto now = clock_.now();
  Timestamp until;
  const std::scoped_lock lock(mutex_);
  if (const auto found = failures_.find(network); found != failures_.end()) until = found->second.until;
  if (const auto found = name_failures_.find(user); found != name_failures_.end() && !known_.contains({user, network}))
    until = std::max(until, found->second.until);
  if (until <= now) return std::nullopt;
  return std::chrono::ceil<std::chrono::seconds>(until - now);
}

void Sessions::note_failure(const std::string& peer, const std::string& user) {
  const auto network = caller_network(peer);
  const auto now = clock_.now();
  const std::scoped_lock lock(mutex_);
  note_failure_of_name(user);
  if (failures_.size() >= options_.addresses_max && !failures_.contains(network)) forget_one(failures_);
  auto& failures = failures_[network];
  failures.last = now;
  const int beyond = ++failures.count - options_.failures_free;
  if (beyond >= 0) failures.until = now + wait_after(beyond, options_.wait_first, options_.wait_max);
}

void Sessions::note_failure_of_name(const std::string& user) {
  constexpr int doubled_each = 10;
  const auto now = clock_.now();
  if (name_failures_.size() >= options_.addresses_max && !name_failures_.contains(user)) forget_one(name_failures_);
  auto& failures = name_failures_[user];
  if (now - failures.last >= options_.name_remembered) failures = {};
  failures.last = now;
  const int beyond = ++failures.count - options_.name_failures_free;
  if (beyond >= 0) failures.until = now + wait_after(beyond / doubled_each, options_.name_wait_first, options_.name_wait_max);
}

// What was right is no failure of the address; of the name, others' wrong ones stay counted.
void Sessions::note_success(const std::string& peer, const std::string& user) {
  const auto network = caller_network(peer);
  const std::scoped_lock lock(mutex_);
  failures_.erase(network);
  if (const auto found = name_failures_.find(user); found != name_failures_.end() && found->second.count > 0)
    --found->second.count;
  const std::pair key{user, network};
  if (known_.size() >= options_.addresses_max && !known_.contains(key)) forget_one(known_);
  known_[key].last = clock_.now();
}

std::optional<Role> Sessions::role_by_password(const std::string& user, const SecretString& password) {
  if (password.reveal().size() > password_bytes_max) return std::nullopt;
  if (user.empty()) return file_.matches(password) ? std::optional(Role::owner) : std::nullopt;
  const auto found = access_.find_user(user);
  // A name that there is not takes as long as one that there is.
  const bool matches = found ? matches_hash(found->password_hash, password) : file_.matches(password);
  return found && matches ? std::optional(found->role) : std::nullopt;
}

bool Sessions::still_holds(const Session& session) {
  if (session.user.empty()) return file_.exists();  // whoever deletes the password ends what it has opened
  const auto user = access_.find_user(session.user);
  return user && user->role == session.role;
}

Async<Result<Session>> Sessions::sign_in(std::string user, SecretString password, std::string peer) {
  if (user.size() > name_bytes_max) co_return fail({ErrorCode::unauthorized, "The name or the password is wrong.", "name"});
  if (const auto wait = wait_of(peer, user))
    co_return fail(
        {ErrorCode::too_many_requests, fmt::format("Too many wrong passwords. Wait {} seconds.", wait->count()), ""});
  note_failure(peer, user);  // before the slow comparison: of many tries at the same moment only the first few count
  std::optional<Role> role;
  co_await run_apart_([&] { role = role_by_password(user, password); });
  if (!role)
    co_return fail({ErrorCode::unauthorized, user.empty() ? "The password is wrong." : "The name or the password is wrong.",
                    user.empty() ? "password" : "name"});
  note_success(peer, user);
  co_return begin(std::move(user), *role);
}

void Sessions::sign_out(const http::Request& request) {
  const auto token = token_in(request);
  if (!token) return;
  const std::scoped_lock lock(mutex_);
  open_.erase(digest_.of(token->reveal()));
}

std::optional<Session> Sessions::find(const http::Request& request) {
  const auto token = token_in(request);
  if (!token) return std::nullopt;
  std::optional<Session> session;
  {
    const std::scoped_lock lock(mutex_);
    const auto found = open_.find(digest_.of(token->reveal()));
    if (found != open_.end() && found->second.ends_at > clock_.now()) session = found->second.session;
  }
  return session && still_holds(*session) ? session : std::nullopt;
}

std::string cookie_of(const std::optional<Session>& session, std::chrono::seconds lifetime) {
  return fmt::format("{}={}; HttpOnly; SameSite=Strict; Path=/; Max-Age={}", session_cookie,
                     session ? session->token.reveal() : "", session ? lifetime.count() : 0);
}

}  // namespace kassabro::admin
