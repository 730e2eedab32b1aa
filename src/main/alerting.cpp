#include "main/alerting.hpp"

#include <fmt/format.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>

#include "main/notes.hpp"
#include "observability/log.hpp"

namespace kassabro::main {
namespace {

constexpr std::chrono::seconds look_every{10};
constexpr std::chrono::seconds stop_patience{2};

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
  while (!stopped_) {
    co_await timer.wait(look_every);
    if (stopped_) co_return;
    for (const auto& [account, load] : core_.rule_loads())
      if (const auto level = loads_.rises(account, load))
        alert_of(account, fmt::format("{} % of Rule's limit of errors is used up", *level));
  }
}

}  // namespace kassabro::main
