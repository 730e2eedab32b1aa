#include "observability/log.hpp"

#include <unistd.h>

#include <mutex>
#include <utility>

#include "observability/line_buffer.hpp"

namespace kassabro::observability {
namespace {

struct Sink {
  std::mutex mutex;
  std::function<void(std::string)> take;
};

Sink& sink() {
  static Sink the_one;
  return the_one;
}

}  // namespace

void alert(std::string_view text) {
  spdlog::error("alert {}", text);
  const std::scoped_lock lock(sink().mutex);
  if (sink().take) sink().take(std::string(text));
}

void set_alert_sink(std::function<void(std::string text)> take) {
  const std::scoped_lock lock(sink().mutex);
  sink().take = std::move(take);
}

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
