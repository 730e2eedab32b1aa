#include "app/jobs.hpp"

#include "base/name_table.hpp"

namespace kassabro::app {
namespace {

constexpr NameTable<JobState, 6> names{{{JobState::waiting, "waiting"},
                                        {JobState::running, "running"},
                                        {JobState::paused, "paused"},
                                        {JobState::finished, "finished"},
                                        {JobState::failed, "failed"},
                                        {JobState::cancelled, "cancelled"}}};

}  // namespace

std::string_view to_text(JobState state) { return name_in(names, state); }
std::optional<JobState> parse_job_state(std::string_view text) { return value_in(names, text); }

bool is_open(JobState state) { return state == JobState::waiting || state == JobState::running || state == JobState::paused; }

std::optional<std::chrono::milliseconds> time_left(const Job& job) {
  if (job.state != JobState::running || !job.total || job.done <= 0) return std::nullopt;
  const auto left = std::max<std::int64_t>(0, *job.total - job.done);
  const double each = static_cast<double>(job.active.count()) / static_cast<double>(job.done);
  return std::chrono::milliseconds(static_cast<std::int64_t>(each * static_cast<double>(left)));
}

}  // namespace kassabro::app
