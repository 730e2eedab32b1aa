#include "main/notes.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "main/public_api.hpp"
#include "observability/log.hpp"

namespace kassabro::main {

void expect_what_alerts_watch(observability::Metrics& metrics) {
  // Kinds are numbered without a gap: the first number without a name is behind the last.
  for (int number = 0; !to_text(app::DeliveryKind{number}).empty(); ++number)
    for (const auto state : {app::DeliveryState::delivered, app::DeliveryState::pending, app::DeliveryState::parked})
      metrics.expect_delivery(to_text(app::DeliveryKind{number}), to_text(state));
  for (const auto* result : {"unreadable", "quarantined", "refused", "failed"}) metrics.count_events(result, 0);
  for (const auto* outcome : {"fetched", "unavailable", "failed", "rate_limited", "unauthorized", "misconfigured", "rejected"})
    metrics.count_order_fetches(outcome, 0);
  for (const auto why : {app::Disabled::gone, app::Disabled::failing}) metrics.expect_disabled_endpoint(to_text(why));
}

void log_attempt(const outbox::Attempt& attempt, observability::Metrics& metrics) {
  const auto& delivery = attempt.delivery;
  const auto state = to_text(attempt.settlement.state);
  const TraceText trace(delivery.trace);
  spdlog::info(
      "delivery id={} account={} contact={} order={} kind={} attempt={} state={} ambiguous={} took_ms={} reason=\"{}\" "
      "trace_id={} span_id={}",
      delivery.id, delivery.account, delivery.contact, delivery.order_id, to_text(delivery.kind), delivery.attempts, state,
      delivery.ambiguous, attempt.took.count(), attempt.settlement.reason, trace.trace_id(), trace.span_id());
  metrics.count_delivery(to_text(delivery.kind), state, attempt.took);
  if (attempt.settlement.state == app::DeliveryState::parked)
    observability::alert(fmt::format("delivery parked id={} account={} reason=\"{}\"", delivery.id, delivery.account,
                                     attempt.settlement.reason));
}

void log_fetch(const jobs::FetchAttempt& attempt, observability::Metrics& metrics) {
  const auto& fetch = attempt.settlement.fetch;
  const TraceText trace(fetch.trace);
  spdlog::info(
      "order_fetch account={} eshop={} order={} orders={} outcome={} attempt={} state={} reason=\"{}\" trace_id={} span_id={}",
      fetch.account, fetch.eshop_id, fetch.order_id, attempt.orders, attempt.outcome, fetch.attempts,
      to_text(attempt.settlement.state), attempt.settlement.reason, trace.trace_id(), trace.span_id());
  metrics.count_order_fetches(attempt.outcome, attempt.orders);
}

void log_webhook(const webhooks::Attempt& attempt, observability::Metrics& metrics) {
  const auto became = to_text(attempt.became);
  spdlog::info("webhook account={} endpoint={} message={} type={} attempt={} state={} status={} took_ms={} reason=\"{}\"",
               attempt.key.account, attempt.key.endpoint, attempt.message, to_text(attempt.type), attempt.attempts, became,
               attempt.tried.status, attempt.tried.took.count(), attempt.tried.reason);
  metrics.count_webhook_attempt(to_text(attempt.type), became, attempt.tried.took);
}

void note_disabled_endpoint(app::EndpointKey key, app::Disabled why, observability::Metrics& metrics) {
  metrics.count_disabled_endpoint(to_text(why));
  observability::alert(
      fmt::format("webhook endpoint disabled account={} endpoint={} because={}", key.account, key.endpoint, to_text(why)));
}

void note_page(const jobs::MirroredPage& page, observability::Metrics& metrics) {
  const auto& job = page.job;
  spdlog::info("mirror account={} state={} done={} written={} fresh={} faults={} reason=\"{}\"", job.account,
               to_text(job.state), job.done, page.written, page.fresh, page.faults, job.reason);
  metrics.count_mirrored("written", page.written);
  metrics.count_mirrored("fresh", page.fresh);
  metrics.count_mirrored("fault", page.faults);
}

void alert_of(app::AccountId account, const std::string& text) {
  observability::alert(fmt::format("account={} {}", account, text));
}

void log_job(const app::Job& job) {
  spdlog::info("job account={} kind={} state={} done={} total={} faults={} report={} reason=\"{}\"", job.account, job.kind,
               to_text(job.state), job.done, job.total.value_or(-1), job.faults, job.report, job.reason);
}

std::function<void(const http::Request&, std::string_view)> note_unmatched(observability::Metrics& metrics,
                                                                           std::string_view spi) {
  return [&metrics, spi](const http::Request& request, std::string_view path) {
    metrics.count_unmatched_path();
    const TraceText trace(request.trace);
    spdlog::warn("unmatched_path spi={} method={} path={} trace_id={} span_id={}", spi, request.method_text.substr(0, 10),
                 without_values(path), trace.trace_id(), trace.span_id());
  };
}

}  // namespace kassabro::main
