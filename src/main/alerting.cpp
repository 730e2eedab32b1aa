#include "main/alerting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>

#include "base/error.hpp"
#include "main/notes.hpp"
#include "observability/log.hpp"

namespace kassabro::main {
namespace {

constexpr std::chrono::seconds look_every{10};
constexpr std::chrono::minutes stores_every_max{10};
constexpr std::chrono::seconds stop_patience{2};

// "2 h", "90 min"
std::string hours_text(std::chrono::milliseconds length) {
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(length).count();
  return minutes % 60 == 0 ? fmt::format("{} h", minutes / 60) : fmt::format("{} min", minutes);
}

Async<Result<void>> mail_now(http::MailServer server, http::Mail mail) { co_return http::send_mail(server, mail); }

alerts::Poster::Options options_of(const Config& config) {
  alerts::Poster::Options options;
  options.webhook = config.alerts_webhook;
  options.name = config.public_base_url;
  return options;
}

}  // namespace

Alerting::Alerting(const Config& config, http::IoThreads& io, Core& core, const Clock& clock)
    : context_(io.at(0)),
      core_(core),
      clock_(clock),
      silence_(config.alerts_silence),
      mail_server_{config.alerts_smtp, config.alerts_mail_from, config.alerts_mail_to},
      poster_({context_, http::send_through(client_),
               config.alerts_smtp.empty()
                   ? alerts::Poster::SendMail()
                   : [this](std::string subject, std::string text) { return send_mail(std::move(subject), std::move(text)); },
               clock},
              options_of(config)),
      timer_(context_) {}

void Alerting::start() {
  observability::set_alert_sink([this](std::string text) { poster_.note(std::move(text)); });
  poster_.start();
  ended_ = boost::asio::co_spawn(context_, watch(), boost::asio::use_future);
}

void Alerting::stop() {
  observability::set_alert_sink({});
  stopped_ = true;
  timer_.wake();
  poster_.stop();
  if (ended_.valid()) ended_.wait_for(stop_patience);
}

Async<Result<void>> Alerting::send_mail(std::string subject, std::string text) {
  co_return co_await boost::asio::co_spawn(
      mailing_.at(0), mail_now(mail_server_, {std::move(subject), std::move(text), clock_.now()}), boost::asio::use_awaitable);
}

Async<void> Alerting::watch() {
  auto timer = timer_;
  const auto stores_every = std::clamp<std::chrono::milliseconds>(silence_ / 12, look_every, stores_every_max);
  for (auto stores_at = clock_.now() + stores_every; !stopped_;) {
    co_await timer.wait(look_every);
    if (stopped_) co_return;
    look_at_rule();
    if (clock_.now() < stores_at) continue;
    stores_at = clock_.now() + stores_every;
    co_await look_at_stores();
  }
}

void Alerting::look_at_rule() {
  for (const auto& [account, load] : core_.rule_loads())
    if (const auto level = loads_.rises(account, load))
      alert_of(account, fmt::format("{} % of Rule's limit of errors is used up", *level));
}

// Each silence is told once.
Async<void> Alerting::look_at_stores() {
  std::set<std::pair<app::AccountId, std::string>> quiet;
  try {
    for (const auto& store : co_await core_.quiet_stores()) {
      if (!quiet_.contains({store.account, store.store}))
        alert_of(store.account,
                 fmt::format("nothing has come from store {} for {}; at this time of the week it sells {} times or more",
                             store.store, hours_text(silence_), store.usual));
      quiet.emplace(store.account, store.store);
    }
  } catch (const InfrastructureFailure&) {
    co_return;  // the store is not there: others tell that
  }
  for (const auto& [account, store] : quiet_)
    if (!quiet.contains({account, store})) spdlog::info("store_sells_again account={} store={}", account, store);
  quiet_ = std::move(quiet);
}

}  // namespace kassabro::main
