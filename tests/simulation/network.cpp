#include "tests/simulation/network.hpp"

#include <fmt/format.h>

namespace kassabro::simulation {

using std::chrono::milliseconds;

namespace {

constexpr std::chrono::minutes window{5};
constexpr std::size_t window_calls_min = 20;
constexpr double error_percent_limit = 49;
constexpr std::chrono::seconds block_time{60};

}  // namespace

// One call as its caller waits for it: for an answer, or until its time is out.
struct Network::Call {
  Resume<http::OutboundResult> resume;
  void end(http::OutboundResult result) {
    if (resume) std::exchange(resume, nullptr)(std::move(result));
  }
};

http::Send Network::from(NodeId node) {
  return [this, node](http::OutboundRequest request) -> Async<http::OutboundResult> {
    co_return co_await wait_for_callback<http::OutboundResult>(
        [&](Resume<http::OutboundResult> resume) { start(node, std::move(request), std::move(resume)); });
  };
}

// What is on its way is nobody's: it arrives although its node has been killed, and only the answer finds no one.
void Network::start(NodeId node, http::OutboundRequest request, Resume<http::OutboundResult> resume) {
  ++calls;
  const auto call = std::make_shared<Call>(std::move(resume));
  const auto fate = decide(request);
  const auto way = random_.between(milliseconds(1), weather.slowest);
  schedule_.note(
      [&] { return fmt::format("node {} calls {} {}, fate {}", node, request.url, request.body, static_cast<int>(fate)); });
  if (fate == Fate::refused) {
    schedule_.after(way, node, [call] { call->end(std::unexpected(http::TransportError{"refused", false, false})); });
    return;
  }
  schedule_.after(request.timeout, node, [call] { call->end(std::unexpected(http::TransportError{"no answer", true, true})); });
  if (fate == Fate::lost_before) return;
  schedule_.after(way, nobody,
                  [this, node, fate, sent = std::make_shared<const http::OutboundRequest>(std::move(request)),
                   waiting = std::weak_ptr(call)] { arrive(node, sent, fate, waiting); });
}

void Network::arrive(NodeId node, const std::shared_ptr<const http::OutboundRequest>& request, Fate fate,
                     const std::weak_ptr<Call>& call) {
  auto result = serve(*request, fate);
  schedule_.note([&] { return fmt::format("Rule has {} of node {}: {}", request->url, node, result ? result->status : 0); });
  if (fate == Fate::lost_after) return;
  const auto waiting = call.lock();
  if (!waiting) return;
  schedule_.after(random_.between(milliseconds(1), weather.slowest), node,
                  [waiting, result = std::move(result)]() mutable { waiting->end(std::move(result)); });
}

http::OutboundResult Network::serve(const http::OutboundRequest& request, Fate fate) {
  const auto line = fmt::format("{} {} {}", to_epoch_ms(schedule_.now()), request.url, static_cast<int>(fate));
  digest = digest * 31 + std::hash<std::string>{}(line);
  const bool is_blocked = schedule_.now() < blocked_until_;
  if (is_blocked || fate == Fate::rate_limited) {
    count(429);
    const auto left = is_blocked ? blocked_until_ - schedule_.now() : milliseconds(5'000);
    return http::OutboundResponse{429, {{"retry-after", std::to_string(left.count() / 1000 + 1)}}, ""};
  }
  if (fate == Fate::failed_before) {
    count(500);
    return http::OutboundResponse{500, {}, ""};
  }
  auto result = rule_.serve(request);
  if (fate == Fate::failed_after) result = http::OutboundResponse{500, {}, ""};
  count(result ? result->status : 500);
  if (result && request.url.contains("/v3/") && !past_.empty()) {
    const double percent = 100.0 * errors_ / static_cast<double>(past_.size());
    result->headers.emplace_back("x-errorpercent-current", std::to_string(percent));
    result->headers.emplace_back("x-errorpercent-limit", "49");
    result->headers.emplace_back("requestscount-current", std::to_string(past_.size()));
    result->headers.emplace_back("requestscount-allowed", "1000");
  }
  return result;
}

Network::Fate Network::decide(const http::OutboundRequest& request) {
  if (decide_otherwise) return decide_otherwise();
  if (weather.is_down) return Fate::refused;
  const bool is_order = request.url.contains("/v3/custom-field-data") || request.body.contains("OrderCompleted");
  if (is_order && random_.chance(weather.orders_failed)) return Fate::failed_before;
  double point = random_.share();
  const std::pair<double, Fate> fates[] = {{weather.lost_before, Fate::lost_before},
                                           {weather.lost_after, Fate::lost_after},
                                           {weather.failed_before, Fate::failed_before},
                                           {weather.failed_after, Fate::failed_after},
                                           {weather.rate_limited, Fate::rate_limited}};
  for (const auto& [share, fate] : fates) {
    if (point < share) return fate;
    point -= share;
  }
  return Fate::served;
}

void Network::count(int status) {
  const auto now = schedule_.now();
  past_.emplace_back(now, status >= 400);
  errors_ += status >= 400 ? 1 : 0;
  while (past_.front().first + window <= now) {
    errors_ -= past_.front().second ? 1 : 0;
    past_.pop_front();
  }
  if (past_.size() < window_calls_min) return;
  const double percent = 100.0 * errors_ / static_cast<double>(past_.size());
  worst_error_percent = std::max(worst_error_percent, percent);
  if (percent <= error_percent_limit || now < blocked_until_) return;
  blocked_until_ = now + block_time;
  ++times_blocked;
}

}  // namespace kassabro::simulation
