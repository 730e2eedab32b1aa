#include "observability/log.hpp"

#include <unistd.h>

#include "observability/line_buffer.hpp"

namespace kassabro::observability {

bool start_log(std::string_view level) {
  const auto parsed = spdlog::level::from_str(std::string(level));
  if (parsed == spdlog::level::off && level != "off") return false;
  auto logger = std::make_shared<spdlog::logger>("kassabro", std::make_shared<LineBuffer>(STDOUT_FILENO));
  logger->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
  logger->set_level(parsed);
  logger->flush_on(spdlog::level::warn);
  spdlog::set_default_logger(logger);
  return true;
}

}  // namespace kassabro::observability
