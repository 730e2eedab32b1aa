#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"

namespace kassabro::observability {

// What Prometheus reads at /metrics. Thread-safe.
class Metrics {
 public:
  Metrics();
  ~Metrics();

  void count_request(std::string_view listener, std::string_view operation, int status, std::chrono::microseconds took);
  // Of one that nobody has measured.
  void count_failed_request(std::string_view listener, std::string_view operation, int status);
  // A counter that appears with its first event has not risen yet, for an alert rule: those that rules watch are there from the start, as 0.
  void expect_delivery(std::string_view kind, std::string_view outcome);
  void expect_disabled_endpoint(std::string_view reason);

  void count_delivery(std::string_view kind, std::string_view outcome, std::chrono::milliseconds took);
  void count_unmatched_path();
  void count_events(std::string_view result, std::size_t count);
  // Calls of Rule's webhooks.
  void count_webhooks(std::string_view event, std::string_view result);
  void count_order_fetches(std::string_view outcome, std::size_t count);
  // Customers of a mirrored page: "written", "fresh" or "fault".
  void count_mirrored(std::string_view outcome, std::int64_t people);

  // Showings of a customer at a till that are not kept, because too many waited.
  void count_lookups_passed_over(std::int64_t lookups);

  // Attempts to tell integrators: `outcome` is what the sending became.
  void count_webhook_attempt(std::string_view type, std::string_view outcome, std::chrono::milliseconds took);
  void count_disabled_endpoint(std::string_view reason);
  // How many endpoints have failed lately.
  void set_failing_endpoints(std::size_t count);

  // Rows that were removed because they were kept for as long as they are to be.
  void count_removed_by_age(std::string_view kind, std::size_t rows);

  // Of the public listener's certificate; there is none without.
  void set_certificate_end(Timestamp ends_at);
  std::optional<Timestamp> certificate_end() const;
  // Of the data folder's disk, or of the database's if that has less.
  void set_disk_free(std::uint64_t bytes);
  // From how many stores, and from how many tills of others, nothing comes at a time at which they sell.
  void set_quiet(std::int64_t stores, std::int64_t tills);

  std::string text() const;  // the exposition format, version 0.0.4

 private:
  struct Families;
  std::unique_ptr<Families> families_;
};

}  // namespace kassabro::observability
