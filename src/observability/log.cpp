#include "observability/log.hpp"

#include <spdlog/async.h>
#include <spdlog/sinks/stdout_sinks.h>

namespace kassabro::observability {
namespace {

constexpr std::size_t queued_lines_max = 8192;
constexpr std::chrono::seconds flush_interval{1};

}  // namespace

bool start_log(std::string_view level) {
  const auto parsed = spdlog::level::from_str(std::string(level));
  if (parsed == spdlog::level::off && level != "off") return false;
  // A till never waits for a terminal: when nobody reads, the oldest lines go.
  spdlog::init_thread_pool(queued_lines_max, 1);
  auto sink = std::make_shared<spdlog::sinks::stdout_sink_mt>();
  auto logger = std::make_shared<spdlog::async_logger>("kassabro", sink, spdlog::thread_pool(), spdlog::async_overflow_policy::overrun_oldest);
  logger->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
  logger->set_level(parsed);
  logger->flush_on(spdlog::level::warn);
  spdlog::set_default_logger(logger);
  spdlog::flush_every(flush_interval);
  return true;
}

}  // namespace kassabro::observability
