#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kassabro::observability {

// A job as it stands.
struct JobGauges {
  std::int64_t account = 0;
  std::string kind;
  bool is_running = false;
  bool has_failed = false;
  std::int64_t done = 0;
  std::int64_t total = 0;  // 0: not known
  std::int64_t faults = 0;
  double updated_at = 0;  // seconds since 1970
};

// For Prometheus, by account and kind. Made anew at each look, so that jobs of accounts that are gone go too.
std::string to_metrics_text(const std::vector<JobGauges>& jobs);

}  // namespace kassabro::observability
