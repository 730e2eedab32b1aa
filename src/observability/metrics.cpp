#include "observability/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <atomic>
#include <map>
#include <shared_mutex>
#include <tuple>

namespace kassabro::observability {
namespace {

const prometheus::Histogram::BucketBoundaries request_seconds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                              0.1,    0.25,  0.5,    1,     2.5,  10};
const prometheus::Histogram::BucketBoundaries delivery_seconds{0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60};

struct RequestMetrics {
  prometheus::Counter& count;
  prometheus::Histogram& time;
};

double seconds(std::chrono::duration<double> duration) { return duration.count(); }

}  // namespace

struct Metrics::Families {
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests =
      prometheus::BuildCounter().Name("kassabro_http_requests_total").Help("Requests answered.").Register(registry);
  prometheus::Family<prometheus::Histogram>& request_times =
      prometheus::BuildHistogram().Name("kassabro_http_request_seconds").Help("Time to answer.").Register(registry);
  prometheus::Family<prometheus::Counter>& deliveries = prometheus::BuildCounter()
                                                            .Name("kassabro_deliveries_total")
                                                            .Help("Delivery attempts by what they ended as.")
                                                            .Register(registry);
  prometheus::Family<prometheus::Histogram>& delivery_times =
      prometheus::BuildHistogram().Name("kassabro_delivery_seconds").Help("Time of a delivery attempt.").Register(registry);
  prometheus::Counter& unmatched = prometheus::BuildCounter()
                                       .Name("kassabro_unmatched_paths_total")
                                       .Help("Calls of the SPIs on unknown paths.")
                                       .Register(registry)
                                       .Add({});
  prometheus::Family<prometheus::Counter>& mirrored = prometheus::BuildCounter()
                                                          .Name("kassabro_mirrored_total")
                                                          .Help("Customers of Rule that the mirror looked at.")
                                                          .Register(registry);

  prometheus::Family<prometheus::Counter>& events = prometheus::BuildCounter()
                                                        .Name("kassabro_events_total")
                                                        .Help("Events of Sitoo by what became of them.")
                                                        .Register(registry);
  prometheus::Family<prometheus::Counter>& webhooks = prometheus::BuildCounter()
                                                          .Name("kassabro_webhooks_total")
                                                          .Help("Webhooks of Rule, by event and by what became of them")
                                                          .Register(registry);
  prometheus::Family<prometheus::Counter>& order_fetches = prometheus::BuildCounter()
                                                               .Name("kassabro_order_fetches_total")
                                                               .Help("Tries to fetch an order by what they ended as.")
                                                               .Register(registry);

  prometheus::Counter& lookups_passed_over = prometheus::BuildCounter()
                                                 .Name("kassabro_lookups_passed_over_total")
                                                 .Help("Showings of a customer at a till that no timeline tells of.")
                                                 .Register(registry)
                                                 .Add({});

  prometheus::Family<prometheus::Counter>& removed_by_age = prometheus::BuildCounter()
                                                                .Name("kassabro_removed_by_age_total")
                                                                .Help("Rows removed because they were kept long enough.")
                                                                .Register(registry);

  prometheus::Family<prometheus::Gauge>& quiet_stores =
      prometheus::BuildGauge()
          .Name("kassabro_quiet_stores")
          .Help("Stores from which nothing comes at a time of the week at which they sell.")
          .Register(registry);
  prometheus::Family<prometheus::Gauge>& quiet_tills =
      prometheus::BuildGauge()
          .Name("kassabro_quiet_tills")
          .Help("Tills from which nothing comes at a time of the week at which they sell, in stores that do sell.")
          .Register(registry);
  prometheus::Family<prometheus::Gauge>& disk_free =
      prometheus::BuildGauge()
          .Name("kassabro_disk_free_bytes")
          .Help("What is free on the disk of the data folder, or of the database if that has less.")
          .Register(registry);
  prometheus::Family<prometheus::Gauge>& certificate_end = prometheus::BuildGauge()
                                                               .Name("kassabro_certificate_end_timestamp_seconds")
                                                               .Help("When the public listener's certificate ends.")
                                                               .Register(registry);

  prometheus::Family<prometheus::Counter>& webhook_attempts = prometheus::BuildCounter()
                                                                  .Name("kassabro_webhook_attempts_total")
                                                                  .Help("Attempts to tell integrators by what they ended as.")
                                                                  .Register(registry);
  prometheus::Family<prometheus::Histogram>& webhook_times = prometheus::BuildHistogram()
                                                                 .Name("kassabro_webhook_attempt_seconds")
                                                                 .Help("Time of an attempt to tell an integrator.")
                                                                 .Register(registry);
  prometheus::Family<prometheus::Counter>& disabled_endpoints = prometheus::BuildCounter()
                                                                    .Name("kassabro_webhook_endpoints_disabled_total")
                                                                    .Help("Endpoints that were disabled by themselves.")
                                                                    .Register(registry);
  prometheus::Gauge& failing_endpoints = prometheus::BuildGauge()
                                             .Name("kassabro_webhook_failing_endpoints")
                                             .Help("Endpoints whose latest attempt has failed.")
                                             .Register(registry)
                                             .Add({});

  std::atomic<Timestamp> certificate_ends_at;

  // Family::Add hashes labels, allocates and locks, on every request; what it returns stays where it is, so it is remembered.
  std::shared_mutex mutex;
  std::map<std::tuple<std::string, std::string, int>, RequestMetrics, std::less<>> of_requests;

  RequestMetrics of_request(std::string_view listener, std::string_view operation, int status) {
    {
      const std::shared_lock lock(mutex);
      if (const auto known = of_requests.find(std::tuple(listener, operation, status)); known != of_requests.end())
        return known->second;
    }
    const std::string where(listener);
    const std::string what(operation);
    const RequestMetrics made{requests.Add({{"listener", where}, {"operation", what}, {"status", std::to_string(status)}}),
                              request_times.Add({{"listener", where}, {"operation", what}}, request_seconds)};
    const std::unique_lock lock(mutex);
    return of_requests.try_emplace({where, what, status}, made).first->second;
  }
};

Metrics::Metrics() : families_(std::make_unique<Families>()) {}
Metrics::~Metrics() = default;

void Metrics::count_request(std::string_view listener, std::string_view operation, int status, std::chrono::microseconds took) {
  const auto metrics = families_->of_request(listener, operation, status);
  metrics.count.Increment();
  metrics.time.Observe(seconds(took));
}

void Metrics::count_failed_request(std::string_view listener, std::string_view operation, int status) {
  families_->of_request(listener, operation, status).count.Increment();
}

void Metrics::expect_delivery(std::string_view kind, std::string_view outcome) {
  families_->deliveries.Add({{"kind", std::string(kind)}, {"outcome", std::string(outcome)}});
}

void Metrics::expect_disabled_endpoint(std::string_view reason) {
  families_->disabled_endpoints.Add({{"reason", std::string(reason)}});
}

void Metrics::count_delivery(std::string_view kind, std::string_view outcome, std::chrono::milliseconds took) {
  families_->deliveries.Add({{"kind", std::string(kind)}, {"outcome", std::string(outcome)}}).Increment();
  families_->delivery_times.Add({{"kind", std::string(kind)}}, delivery_seconds).Observe(seconds(took));
}

void Metrics::count_unmatched_path() { families_->unmatched.Increment(); }

void Metrics::count_events(std::string_view result, std::size_t count) {
  families_->events.Add({{"result", std::string(result)}}).Increment(static_cast<double>(count));
}

void Metrics::count_webhooks(std::string_view event, std::string_view result) {
  families_->webhooks.Add({{"event", std::string(event)}, {"result", std::string(result)}}).Increment();
}

void Metrics::count_order_fetches(std::string_view outcome, std::size_t count) {
  families_->order_fetches.Add({{"outcome", std::string(outcome)}}).Increment(static_cast<double>(count));
}

void Metrics::count_mirrored(std::string_view outcome, std::int64_t people) {
  families_->mirrored.Add({{"outcome", std::string(outcome)}}).Increment(static_cast<double>(people));
}

void Metrics::count_lookups_passed_over(std::int64_t lookups) {
  families_->lookups_passed_over.Increment(static_cast<double>(lookups));
}

void Metrics::count_webhook_attempt(std::string_view type, std::string_view outcome, std::chrono::milliseconds took) {
  families_->webhook_attempts.Add({{"type", std::string(type)}, {"outcome", std::string(outcome)}}).Increment();
  families_->webhook_times.Add({}, delivery_seconds).Observe(seconds(took));
}

void Metrics::count_disabled_endpoint(std::string_view reason) {
  families_->disabled_endpoints.Add({{"reason", std::string(reason)}}).Increment();
}

void Metrics::set_failing_endpoints(std::size_t count) { families_->failing_endpoints.Set(static_cast<double>(count)); }

void Metrics::count_removed_by_age(std::string_view kind, std::size_t rows) {
  families_->removed_by_age.Add({{"kind", std::string(kind)}}).Increment(static_cast<double>(rows));
}

void Metrics::set_quiet(std::int64_t stores, std::int64_t tills) {
  families_->quiet_stores.Add({}).Set(static_cast<double>(stores));
  families_->quiet_tills.Add({}).Set(static_cast<double>(tills));
}

void Metrics::set_disk_free(std::uint64_t bytes) { families_->disk_free.Add({}).Set(static_cast<double>(bytes)); }

std::optional<Timestamp> Metrics::certificate_end() const {
  const auto ends_at = families_->certificate_ends_at.load();
  return ends_at == Timestamp{} ? std::nullopt : std::optional(ends_at);
}

void Metrics::set_certificate_end(Timestamp ends_at) {
  families_->certificate_ends_at = ends_at;
  families_->certificate_end.Add({}).Set(static_cast<double>(to_epoch_ms(ends_at)) / 1000);
}

std::string Metrics::text() const { return prometheus::TextSerializer().Serialize(families_->registry.Collect()); }

}  // namespace kassabro::observability
