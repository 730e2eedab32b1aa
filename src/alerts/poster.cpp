#include "alerts/poster.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>

#include "base/json.hpp"
#include "base/time_text.hpp"
#include "observability/log.hpp"

namespace kassabro::alerts {
namespace {

constexpr std::chrono::seconds stop_patience{2};
constexpr std::size_t told_max = 1'000;

std::string lines_of(const std::vector<Alert>& alerts) {
  std::string text;
  for (const auto& alert : alerts) text += to_iso(alert.at) + "  " + alert.text + "\n";
  return text;
}

std::string subject_of(const std::string& name, const std::vector<Alert>& alerts) {
  const auto more = alerts.size() == 1 ? std::string() : " (and " + std::to_string(alerts.size() - 1) + " more)";
  return "Kassabro " + name + ": " + alerts.front().text.substr(0, 100) + more;
}

std::string body_of(const std::string& name, const std::vector<Alert>& alerts) {
  json::array items;
  for (const auto& alert : alerts) items.push_back(json::object{{"at", to_iso(alert.at)}, {"text", alert.text}});
  return to_json_text(
      json::object{{"text", "Kassabro " + name + "\n" + lines_of(alerts)}, {"server", name}, {"alerts", std::move(items)}});
}

}  // namespace

Poster::Poster(Parts parts, Options options)
    : parts_(std::move(parts)), options_(std::move(options)), timer_(parts_.context, options_.alarms) {}

void Poster::note(std::string text) {
  const auto now = parts_.clock.now();
  {
    const std::scoped_lock lock(mutex_);
    if (told_.size() >= told_max) told_.clear();
    auto& told = told_[text];
    if (told != Timestamp{} && now >= told && now - told < options_.repeat_after) return;
    told = now;
    for (auto* way : {&webhook_, &mail_}) {
      if (way->waiting.size() >= options_.waiting_max) way->waiting.erase(way->waiting.begin());
      way->waiting.push_back({now, text});
    }
  }
  timer_.wake();
}

void Poster::start() { ended_ = boost::asio::co_spawn(parts_.context, run(), boost::asio::use_future); }

void Poster::stop() {
  stopped_ = true;
  timer_.wake();
  if (ended_.valid()) ended_.wait_for(stop_patience);
}

Async<void> Poster::run() {
  auto timer = timer_;
  bool is_done = true;
  while (!stopped_) {
    co_await timer.wait(is_done ? std::chrono::hours(1) : options_.retry_after);
    if (stopped_) co_return;
    co_await options_.alarms(parts_.context)->wait(options_.gather);  // trouble seldom comes alone
    timer.forget();
    is_done = co_await post();
  }
}

Async<bool> Poster::post() {
  const bool by_webhook = co_await post_by(webhook_, false);
  const bool by_mail = co_await post_by(mail_, true);
  co_return by_webhook&& by_mail;
}

Async<bool> Poster::post_by(Way& way, bool is_mail) {
  std::vector<Alert> alerts;
  {
    const std::scoped_lock lock(mutex_);
    alerts.swap(way.waiting);
  }
  const bool is_wanted = is_mail ? static_cast<bool>(parts_.mail) : !options_.webhook.empty();
  if (alerts.empty() || !is_wanted) co_return true;
  const auto sent = co_await send(alerts, is_mail);
  const std::scoped_lock lock(mutex_);
  if (sent) {
    way.trouble.clear();
    co_return true;
  }
  if (way.trouble != sent.error().message)  // into the log only: it would not come through either
    spdlog::error("alerts_not_sent by={} count={} reason=\"{}\"", is_mail ? "mail" : "webhook", alerts.size(),
                  sent.error().message);
  way.trouble = sent.error().message;
  alerts.insert(alerts.end(), way.waiting.begin(), way.waiting.end());  // what has come meanwhile
  if (alerts.size() > options_.waiting_max)
    alerts.erase(alerts.begin(), alerts.end() - static_cast<std::ptrdiff_t>(options_.waiting_max));
  way.waiting = std::move(alerts);
  co_return false;
}

Async<Result<void>> Poster::send(const std::vector<Alert>& alerts, bool is_mail) {
  if (is_mail) co_return co_await parts_.mail(subject_of(options_.name, alerts), lines_of(alerts));
  co_return co_await send_webhook(alerts);
}

Async<Result<void>> Poster::send_webhook(const std::vector<Alert>& alerts) {
  http::OutboundRequest request;
  request.method = http::Method::post;
  request.url = options_.webhook;
  request.headers = {{"Content-Type", "application/json"}};
  request.body = body_of(options_.name, alerts);
  const auto answer = co_await parts_.http(std::move(request));
  if (!answer) co_return fail({ErrorCode::unavailable, answer.error().message, "alerts.webhook"});
  if (answer->status / 100 != 2)
    co_return fail({ErrorCode::unavailable, "alerts.webhook answered " + std::to_string(answer->status), "alerts.webhook"});
  co_return Result<void>();
}

}  // namespace kassabro::alerts
