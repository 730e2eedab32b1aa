#include "sandbox/control/world.hpp"

#include <fstream>

#include "base/error.hpp"
#include "sandbox/rule/delivery.hpp"

namespace kassabro::sandbox::control {
namespace {

constexpr int webhook_attempts_max = 3;

}  // namespace

void World::reset() {
  faults.clear();
  calls.clear();
  rule_clock.reset();
  clock.reset();
  note_clock();
  sitoo_one_at_a_time = false;
  sitoo_latency_ms = 0;
  {
    const std::scoped_lock lock(rule.mutex);
    rule.reset();
  }
  const std::scoped_lock lock(books.mutex);
  books.reset();
}

void World::advance(std::chrono::milliseconds by) {
  rule_clock.advance(by);
  if (!clock_file.empty()) clock.advance(by);
  note_clock();
}

void World::note_clock() const {
  if (clock_file.empty()) return;
  std::ofstream file(clock_file, std::ios::trunc);
  file << '+' << std::chrono::duration_cast<std::chrono::seconds>(clock.moved_by()).count() << '\n';
  if (!file.flush()) throw InfrastructureFailure("The clock's file " + clock_file + " cannot be written.");
}

sitoo::CallNote World::note_crm_calls() {
  return [this](http::Method method, const std::string& url, const sitoo::CrmAnswer& answer, std::string body) {
    const auto bytes = body.size();
    calls.add({0, clock.now(), "crm", std::string(http::method_name(method)), url, "", answer.status, bytes, answer.body.size(),
               std::move(body)});
  };
}

Async<bool> World::deliver_once() {
  const std::scoped_lock lock(rule.mutex);
  rule::deliver_due(rule, rule_clock.now());
  co_return false;
}

Async<bool> World::send_webhooks_once() {
  std::deque<rule::Outbound> batch;
  {
    const std::scoped_lock lock(rule.mutex);
    batch.swap(rule.outbound);
  }
  for (auto& webhook : batch) {
    http::OutboundRequest request;
    request.method = http::Method::post;
    request.url = webhook.url;
    request.body = webhook.body;
    request.headers.emplace_back("Content-Type", "application/json");
    request.timeout = std::chrono::seconds(5);
    const auto result = co_await client.send(std::move(request));
    const int status = result ? result->status : 0;
    calls.add({0, clock.now(), "webhook", "POST", webhook.url, "", status, webhook.body.size(), 0, webhook.body});
    if (status >= 200 && status < 300) continue;
    if (++webhook.attempts >= webhook_attempts_max) continue;
    const std::scoped_lock lock(rule.mutex);
    rule.outbound.push_back(std::move(webhook));
  }
  co_return false;
}

}  // namespace kassabro::sandbox::control
