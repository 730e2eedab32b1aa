#include "rule/webhooks.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/webhook_secret.hpp"
#include "http/problem.hpp"
#include "rule/webhook_wire.hpp"

namespace kassabro::rule {
namespace {

constexpr int in_hand_max = 256;

// One answer for every wrong address: nobody learns which part of it was wrong.
http::Response unknown_address() { return http::problem(not_found("", "There is nothing here.")); }

http::Response too_many(std::string_view message, const char* wait_s) {
  auto later = http::problem(429, message);
  later.headers.emplace_back("Retry-After", wait_s);
  return later;
}

struct Address {
  std::string_view secret;
  std::string_view event;
};

std::optional<Address> address_in(std::string_view below) {
  if (below.starts_with('/')) below.remove_prefix(1);
  const auto slash = below.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  auto event = below.substr(slash + 1);
  if (event.ends_with('/')) event.remove_suffix(1);
  return Address{below.substr(0, slash), event};
}

class Held {
 public:
  explicit Held(std::atomic<int>& count) : count_(count), number_(++count) {}
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  ~Held() { --count_; }
  bool is_too_many() const { return number_ > in_hand_max; }

 private:
  std::atomic<int>& count_;
  int number_;
};

}  // namespace

void Webhooks::note(app::AccountId account, std::string_view event, std::string_view result) {
  if (listeners_.on_result) listeners_.on_result(account, event, result);
}

// `may_read`: whether an account that was never found yet is looked for.
Async<app::AccountPtr> Webhooks::account_of(std::string_view secret, bool may_read) {
  const auto id = app::account_in_secret(secret);
  if (!id || (!may_read && !accounts_.has_found(*id))) co_return nullptr;
  auto account = co_await accounts_.find(*id);
  if (account && app::webhook_secret(*account) != SecretString(std::string(secret))) co_return nullptr;
  co_return account;
}

Async<http::Response> Webhooks::handle(const http::Request& request, std::string_view below) {
  const auto address = address_in(below);
  const bool may_guess = guesses_.may_try(request.peer);
  const auto account = address ? co_await account_of(address->secret, may_guess) : nullptr;
  if (!account) {
    guesses_.note_wrong(request.peer);
    note(0, "other", "refused");
    co_return may_guess ? unknown_address() : too_many("Too many wrong addresses were called. Please wait a minute.", "60");
  }
  const auto event = webhook_event(address->event);
  if (!event) {
    note(account->id, "other", "refused");
    co_return http::problem(not_found(
        "event", fmt::format("Webhooks end with the name of their event: {}.", fmt::join(app::webhook_events, ", "))));
  }
  if (request.method != http::Method::post && request.method != http::Method::put) {
    auto refusal = http::problem(405, "Rule sends webhooks by POST.");
    refusal.headers.emplace_back("Allow", "POST");
    co_return refusal;
  }
  const Held held(in_hand_);
  if (held.is_too_many()) {
    note(account->id, *event, "overloaded");
    co_return too_many("Too many webhooks at once.", "5");
  }
  co_return co_await take_in(request, *account, *event);
}

Async<http::Response> Webhooks::take_in(const http::Request& request, const app::Account& account, std::string_view event) {
  const auto body = parse_json(request.body);
  auto news = body ? parse_webhook(event, *body, clock_.now()) : Result<WebhookNews>(fail(body.error()));
  if (!news) {
    note(account.id, event, "unreadable");
    co_return http::problem(news.error());
  }
  std::string_view result = "ignored";
  if (auto* person = std::get_if<app::RemoteNews>(&*news)) {
    person->trace = request.trace;
    auto counts = co_await take_(account, {*person});
    result = counts.taken > 0 ? "taken" : counts.known > 0 ? "known" : "unknown";
    if (!counts.to_read.empty() && listeners_.on_doubt) listeners_.on_doubt(account, std::move(counts.to_read));
  } else if (std::holds_alternative<ImportFinished>(*news)) {
    result = "taken";
    if (listeners_.on_import_finished) listeners_.on_import_finished(account.id);
  }
  note(account.id, event, result);
  co_return http::json_response(R"({"status":"ok"})");
}

}  // namespace kassabro::rule
