#include "app/jobs.hpp"

#include <array>
#include <utility>

namespace kassabro::app {
namespace {

constexpr std::array<std::pair<JobState, std::string_view>, 4> names{{{JobState::waiting, "waiting"},
                                                                      {JobState::running, "running"},
                                                                      {JobState::finished, "finished"},
                                                                      {JobState::failed, "failed"}}};

}  // namespace

std::string_view to_text(JobState state) {
  for (const auto& [value, name] : names)
    if (value == state) return name;
  return {};
}

std::optional<JobState> parse_job_state(std::string_view text) {
  for (const auto& [value, name] : names)
    if (name == text) return value;
  return std::nullopt;
}

}  // namespace kassabro::app
