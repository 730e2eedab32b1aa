#include "admin/sessions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "admin/password_hash.hpp"
#include "base/ids.hpp"
#include "base/text.hpp"

namespace kassabro::admin {
namespace {

constexpr std::size_t token_bytes = 32;

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

std::optional<std::chrono::seconds> Sessions::wait_of(const std::string& peer) {
  const std::scoped_lock lock(mutex_);
  const auto found = failures_.find(peer);
  const auto now = clock_.now();
  if (found == failures_.end() || found->second.until <= now) return std::nullopt;
  return std::chrono::ceil<std::chrono::seconds>(found->second.until - now);
}

void Sessions::note_failure(const std::string& peer) {
  const std::scoped_lock lock(mutex_);
  if (failures_.size() >= options_.addresses_max && !failures_.contains(peer))
    failures_.erase(std::ranges::min_element(failures_, {}, [](const auto& entry) { return entry.second.until; }));
  auto& failures = failures_[peer];
  const int beyond = ++failures.count - options_.failures_free;
  if (beyond < 0) return;
  const auto wait = options_.wait_first * (1 << std::min(beyond, 20));
  failures.until = clock_.now() + std::min<std::chrono::seconds>(wait, options_.wait_max);
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
  if (const auto wait = wait_of(peer))
    co_return fail(
        {ErrorCode::too_many_requests, fmt::format("Too many wrong passwords. Wait {} seconds.", wait->count()), ""});
  note_failure(peer);  // before the slow comparison: of many tries at the same moment only the first few count
  std::optional<Role> role;
  co_await run_apart_([&] { role = role_by_password(user, password); });
  if (!role)
    co_return fail({ErrorCode::unauthorized, user.empty() ? "The password is wrong." : "The name or the password is wrong.",
                    user.empty() ? "password" : "name"});
  {
    const std::scoped_lock lock(mutex_);
    failures_.erase(peer);
  }
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
