#include "observability/job_gauges.hpp"

#include <prometheus/gauge.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace kassabro::observability {
namespace {

struct Shown {
  const char* name;
  const char* help;
  double (*value)(const JobGauges&);
};

constexpr Shown gauges[] = {
    {"kassabro_job_running", "1: the job goes on.", [](const JobGauges& job) { return job.is_running ? 1.0 : 0.0; }},
    {"kassabro_job_failed", "1: the job needs a person.", [](const JobGauges& job) { return job.has_failed ? 1.0 : 0.0; }},
    {"kassabro_job_done", "Items that are wholly done.", [](const JobGauges& job) { return static_cast<double>(job.done); }},
    {"kassabro_job_total", "Items there are; 0: not known.",
     [](const JobGauges& job) { return static_cast<double>(job.total); }},
    {"kassabro_job_faults", "Items that could not be done.",
     [](const JobGauges& job) { return static_cast<double>(job.faults); }},
    {"kassabro_job_progress_timestamp_seconds", "When it made progress last.",
     [](const JobGauges& job) { return job.updated_at; }}};

}  // namespace

std::string to_metrics_text(const std::vector<JobGauges>& jobs) {
  prometheus::Registry registry;
  for (const auto& [name, help, value] : gauges) {
    auto& family = prometheus::BuildGauge().Name(name).Help(help).Register(registry);
    for (const auto& job : jobs) family.Add({{"account", std::to_string(job.account)}, {"kind", job.kind}}).Set(value(job));
  }
  return prometheus::TextSerializer().Serialize(registry.Collect());
}

}  // namespace kassabro::observability
