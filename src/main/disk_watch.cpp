#include "main/disk_watch.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kassabro::main {
namespace {

constexpr std::chrono::hours calm_after{1};

}  // namespace

std::optional<std::string> DiskWatch::worsens(const Troubles& troubles, Timestamp now) {
  if (troubles.empty()) {
    if (now - troubled_at_ >= calm_after) told_.reset();
    return std::nullopt;
  }
  troubled_at_ = now;
  const auto worst = std::ranges::max_element(troubles, {}, &Trouble::severity);
  if (told_ && worst->severity <= *told_) return std::nullopt;
  told_ = worst->severity;
  return fmt::format("the disk of {} is {}: {}", worst->subject, worst->severity == Severity::error ? "full" : "nearly full",
                     worst->text);
}

}  // namespace kassabro::main
