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
constexpr std::chrono::minutes tills_every_max{10};
constexpr std::chrono::seconds stop_patience{2};

// "2 h", "90 min"
std::string hours_text(std::chrono::milliseconds length) {
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(length).count();
  return minutes % 60 == 0 ? fmt::format("{} h", minutes / 60) : fmt::format("{} min", minutes);
}

std::string name_of(const app::Till& till) {
  if (till.register_id.empty()) return "store " + till.store;
  return fmt::format("till {} of store {}", till.register_id, till.store);
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
      config_(config),
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
  const auto tills_every = std::clamp<std::chrono::milliseconds>(silence_ / 12, look_every, tills_every_max);
  for (auto tills_at = clock_.now() + tills_every; !stopped_;) {
    co_await timer.wait(look_every);
    if (stopped_) co_return;
    look_at_rule();
    look_at_disks();
    look_at_certificate();
    if (clock_.now() < tills_at) continue;
    tills_at = clock_.now() + tills_every;
    co_await look_at_tills();
  }
}

void Alerting::look_at_rule() {
  for (const auto& [account, load] : core_.rule_loads())
    if (const auto level = loads_.rises(account, load))
      alert_of(account, fmt::format("{} % of Rule's limit of errors is used up", *level));
}

void Alerting::look_at_certificate() {
  const auto ends_at = core_.certificate_end();
  if (!ends_at) return;
  if (const auto text = certificate_.nears(*ends_at, clock_.now())) observability::alert(*text);
}

void Alerting::look_at_disks() {
  std::optional<std::uint64_t> free;
  for (const auto& folder : disk_folders(config_)) {
    const auto space = space_of(folder);
    if (!space) continue;
    free = std::min(free.value_or(space->bytes_free), space->bytes_free);
    if (const auto text = disks_[folder].worsens(judge_space(folder, *space), clock_.now())) observability::alert(*text);
  }
  if (free) core_.note_disk_free(*free);
}

Async<void> Alerting::look_at_tills() {
  TillWatch::News news;
  try {
    const auto quiet = co_await core_.quiet_tills();
    if (!quiet) co_return;
    news = tills_.look(*quiet);
  } catch (const InfrastructureFailure&) {
    co_return;  // the store is not there: others tell that
  }
  for (const auto& found : news.begun)
    alert_of(found.account, fmt::format("nothing has come from {} for {}; at this time of the week it sells {} times or more",
                                        name_of(found.till), hours_text(silence_), found.usual));
  for (const auto& [account, till] : news.over)
    spdlog::info("till_silence_over account={} store={} register={}", account, till.store, till.register_id);
}

}  // namespace kassabro::main
