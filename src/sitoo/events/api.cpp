#include "sitoo/events/api.hpp"

#include <fmt/format.h>

#include "http/basic_credentials.hpp"
#include "sitoo/events/event_wire.hpp"

namespace kassabro::sitoo::events {
namespace {

constexpr int status_done = 200;
constexpr int status_later = 503;
constexpr int status_overloaded = 429;
constexpr std::string_view source = "sitoo_events";
constexpr std::string_view enter_credentials =
    "Enter basic_user and basic_password of the account where Sitoo sends its events";

// Each holds a body in memory until the disk has it. Pending fetches are rows and no reason to refuse anything.
constexpr int in_hand_max = 256;
constexpr std::chrono::minutes between_alerts{5};

struct InHand {
  explicit InHand(std::atomic<int>& count) : count_(count), number(++count) {}
  InHand(const InHand&) = delete;
  InHand& operator=(const InHand&) = delete;
  ~InHand() { --count_; }

 private:
  std::atomic<int>& count_;

 public:
  const int number;
};

// A GET is somebody who looks whether the address is right; there is nothing in it to take in.
bool brings_events(const http::Request& request) {
  return !request.body.empty() || request.method == http::Method::post || request.method == http::Method::put;
}

}  // namespace

Async<http::Response> Api::handle(const http::Request& request) {
  const InHand in_hand(in_hand_);
  if (in_hand.number > in_hand_max) {
    note("overloaded", 1);
    co_return http::empty_response(status_overloaded);
  }
  std::string failure;
  try {
    co_return co_await take_in(request);
  } catch (const std::exception& error) {
    failure = error.what();
  }
  note("failed", 1);
  if (listeners_.on_alert) listeners_.on_alert("events cannot be stored reason=\"" + failure + "\"");
  co_return http::empty_response(status_later);
}

Async<http::Response> Api::take_in(const http::Request& request) {
  auto credentials = http::parse_basic(request.header("Authorization").value_or(""));
  if (!credentials) co_return refuse(request, "no user and password", enter_credentials);
  const auto account = co_await authenticate_.by_basic(std::move(credentials->user), std::move(credentials->password),
                                                       request.peer, app::Door::events);
  if (!account && account.error().code == ErrorCode::too_many_requests) {
    note("overloaded", 1);
    co_return http::empty_response(status_overloaded);
  }
  if (!account) co_return refuse(request, "wrong user or password", enter_credentials);
  if (brings_events(request)) co_await store(**account, request);
  co_return http::empty_response(status_done);
}

Async<void> Api::store(const app::Account& account, const http::Request& request) {
  const auto body = request.body;
  auto batch = parse_events(body, account.eshop_id);
  if (!batch) {
    co_await accept_events_.quarantine(account, std::string(source), body, batch.error().message);
    note("unreadable", 1);
    note_quarantined(account, 1);
    co_return;
  }
  batch->trace = request.trace;
  const auto accepted = co_await accept_events_(account, std::string(source), body, std::move(*batch));
  note("fetching", accepted.fetching);
  note("ignored", accepted.ignored);
  note("known", accepted.known);
  note("quarantined", accepted.quarantined);
  note_quarantined(account, accepted.quarantined);
  if (accepted.fetching > 0 && listeners_.on_fetch_requested) listeners_.on_fetch_requested();
}

http::Response Api::refuse_unread(const http::Request& request, int status) {
  const auto* what = status == 413 ? "body over 1 MiB" : status == 431 ? "headers over 16 KiB" : "no valid HTTP";
  return refuse(request, what, "See what stands between Sitoo and this server");
}

std::size_t Api::told_now(Untold& untold, std::size_t count) {
  const std::scoped_lock lock(alert_mutex_);
  untold.count += count;
  const auto now = clock_.now();
  if (untold.count == 0 || now < untold.next_alert) return 0;
  untold.next_alert = now + between_alerts;
  return std::exchange(untold.count, 0);
}

// Answered 200, so Sitoo does not bring them again.
void Api::note_quarantined(const app::Account& account, std::size_t count) {
  if (const auto told = told_now(quarantined_, count); told > 0 && listeners_.on_alert)
    listeners_.on_alert(
        fmt::format("events could not be read account={} count={}. kassabro events quarantine shows them, and "
                    "kassabro reconcile finds the orders that they were about.",
                    account.id, told));
}

// Sitoo comes again for a day, blocked until then.
http::Response Api::refuse(const http::Request& request, std::string_view what, std::string_view advice) {
  note("refused", 1);
  if (const auto count = told_now(refused_, 1); count > 0 && listeners_.on_alert)
    listeners_.on_alert(fmt::format("events refused: {} count={} peer={}. {}, or they are lost after a day.", what, count,
                                    request.peer, advice));
  return http::empty_response(status_later);
}

void Api::note(std::string_view result, std::size_t count) {
  if (count > 0 && listeners_.on_result) listeners_.on_result(result, count);
}

}  // namespace kassabro::sitoo::events
