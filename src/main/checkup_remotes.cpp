#include <fmt/format.h>

#include <map>
#include <set>

#include "http/retry_after.hpp"
#include "main/checkup.hpp"
#include "sitoo/rest/client.hpp"

namespace kassabro::main {
namespace {

constexpr std::chrono::milliseconds patience{10'000};
constexpr std::chrono::seconds off_by_max{60};
constexpr int status_unauthorized = 401, status_forbidden = 403, status_too_many = 429, status_failed = 500;

// Notes of each system's answers by how much this machine's clock differs from theirs.
class TimeKeeper {
 public:
  explicit TimeKeeper(const Clock& clock) : clock_(clock) {}

  void note(const std::string& system, const http::OutboundResponse& answer, Timestamp asked_at) {
    const auto date = answer.header("date");
    const auto theirs = date ? http::parse_http_date(*date) : std::nullopt;
    if (!theirs) return;
    const auto now = clock_.now();
    // Somewhere between the question and the answer; `Date` has whole seconds.
    const auto behind = *theirs - now;
    const auto ahead = asked_at - (*theirs + std::chrono::milliseconds(999));
    if (behind > off_by_max || ahead > off_by_max) off_[system] = std::chrono::floor<std::chrono::seconds>(now - *theirs);
  }

  Troubles troubles() const {
    Troubles out;
    for (const auto& [system, off] : off_)
      out.push_back({"clock_off", Severity::error, system,
                     fmt::format("This machine's clock is {} s {} {}'s.", std::abs(off.count()),
                                 off.count() > 0 ? "ahead of" : "behind", system),
                     "Let the machine keep its time by the network (timedatectl set-ntp true), then restart the server."});
    return out;
  }

 private:
  const Clock& clock_;
  std::map<std::string, std::chrono::seconds> off_;
};

std::string named(const app::Account& account) { return fmt::format("account {}", account.id); }

Trouble unreachable(const char* system, const char* setting, const std::string& url, const std::string& why) {
  // Our own refusals (http/client.cpp) name the setting that decides.
  if (why.contains("outbound."))
    return {
        "remote_unreachable", Severity::error, url, fmt::format("{} is not called: {}", system, why),
        fmt::format("Is {} right? If it is, set outbound.allow to that address (and outbound.only to that host, where it names "
                    "any), and restart. What is told waits meanwhile.",
                    setting)};
  return {"remote_unreachable", Severity::error, url, fmt::format("{} does not answer: {}", system, why),
          fmt::format("Does the firewall let this machine out (curl -sI {})? Is {} right? What is told waits meanwhile.", url,
                      setting)};
}

Trouble unwell(const char* system, const std::string& url, int status) {
  return {"remote_unwell", Severity::warning, url, fmt::format("{} answers {}.", system, status),
          "Wait: it is asked again by itself. If it lasts, ask its support."};
}

class Remotes {
 public:
  Remotes(const Config& config, http::Send send, const Clock& clock)
      : config_(config), send_(std::move(send)), clock_(clock), time_keeper_(clock) {}

  Async<Troubles> check(const std::vector<app::Account>& accounts) {
    co_await check_rule(accounts);
    co_await check_sitoo(accounts);
    std::ranges::move(time_keeper_.troubles(), std::back_inserter(out_));
    co_return std::move(out_);
  }

 private:
  Async<http::OutboundResult> ask(std::string system, http::OutboundRequest request) {
    request.timeout = patience;
    const auto asked_at = clock_.now();
    auto answer = co_await send_(std::move(request));
    if (answer) time_keeper_.note(system, *answer, asked_at);
    co_return answer;
  }

  // False: Rule does not answer, so that there is no use in asking for the next account.
  Async<bool> check_rule_key(const app::Account* account) {
    http::OutboundRequest request;
    request.url = config_.rule_base_url + "/v2/sender/details";
    request.headers = {{"Accept", "application/json"}};
    if (account != nullptr) request.headers.emplace_back("Authorization", "Bearer " + account->rule_key.reveal());
    const auto answer = co_await ask("Rule", std::move(request));
    if (!answer) {
      out_.push_back(unreachable("Rule", "rule.base_url", config_.rule_base_url, answer.error().message));
      co_return false;
    }
    if (answer->status >= status_failed || answer->status == status_too_many) {
      out_.push_back(unwell("Rule", config_.rule_base_url, answer->status));
      co_return false;
    }
    if (account != nullptr && (answer->status == status_unauthorized || answer->status == status_forbidden))
      out_.push_back(
          {"rule_key_refused", Severity::error, named(*account), "Rule does not take the account's API key.",
           fmt::format("Make a new key in Rule (Developer), then kassabro account set {} --rule-api-key -", account->id)});
    else if (account != nullptr && answer->status >= 400)
      out_.push_back({"rule_answers_strangely", Severity::error, config_.rule_base_url,
                      fmt::format("What answers there is hardly Rule's API: {}.", answer->status), "Correct rule.base_url."});
    co_return true;
  }

  Async<void> check_rule(const std::vector<app::Account>& accounts) {
    if (accounts.empty()) co_await check_rule_key(nullptr);
    for (const auto& account : accounts)
      if (!co_await check_rule_key(&account)) co_return;
  }

  Async<void> check_sitoo(const std::vector<app::Account>& accounts) {
    const http::Send noting = [this](http::OutboundRequest request) { return ask("Sitoo", std::move(request)); };
    sitoo::rest::RestClient client(noting, clock_, config_.sitoo_base_url);
    std::set<std::string> asked;
    for (const auto& account : accounts) {
      const auto& url = account.sitoo_base_url.empty() ? config_.sitoo_base_url : account.sitoo_base_url;
      if (account.sitoo_api_id.empty() || asked.contains(url)) continue;
      const auto checked = co_await client.check(account);
      if (!checked) note_sitoo(account, url, checked.error(), asked);
    }
    if (!accounts.empty() && std::ranges::any_of(accounts, [](const auto& each) { return !each.sitoo_api_id.empty(); }))
      co_return;
    http::OutboundRequest request;
    request.url = config_.sitoo_base_url;
    const auto answer = co_await ask("Sitoo", std::move(request));
    if (!answer) out_.push_back(unreachable("Sitoo", "sitoo.base_url", config_.sitoo_base_url, answer.error().message));
  }

  void note_sitoo(const app::Account& account, const std::string& url, const app::SourceError& error,
                  std::set<std::string>& asked) {
    switch (error.kind) {
      case app::SourceErrorKind::unavailable:
        out_.push_back(unreachable("Sitoo", "sitoo.base_url (or the account's own)", url, error.message));
        asked.insert(url);  // once is enough
        return;
      case app::SourceErrorKind::rate_limited: out_.push_back(unwell("Sitoo", url, status_too_many)); return;
      case app::SourceErrorKind::unauthorized:
      case app::SourceErrorKind::misconfigured:
        out_.push_back(
            {"sitoo_refuses", Severity::error, named(account), error.message,
             fmt::format("kassabro account set {} --sitoo-api-id ... --sitoo-password - --eshop-id ...", account.id)});
        return;
    }
  }

  const Config& config_;
  http::Send send_;
  const Clock& clock_;
  TimeKeeper time_keeper_;
  Troubles out_;
};

}  // namespace

Async<Troubles> check_remotes(const Config& config, const std::vector<app::Account>& accounts, http::Send send,
                              const Clock& clock) {
  Remotes remotes(config, std::move(send), clock);
  co_return co_await remotes.check(accounts);
}

}  // namespace kassabro::main
