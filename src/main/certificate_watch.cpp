#include "main/certificate_watch.hpp"

#include <fmt/format.h>

#include <array>

#include "base/time_text.hpp"

namespace kassabro::main {
namespace {

constexpr std::array told_at_days{0, 3, 14};

}  // namespace

std::optional<std::string> CertificateWatch::nears(Timestamp ends_at, Timestamp now) {
  if (ends_at != ends_at_) told_days_.reset();
  ends_at_ = ends_at;
  const auto left = ends_at - now;
  for (const int days : told_at_days) {
    if (left > std::chrono::days(days)) continue;
    if (told_days_ && *told_days_ <= days) return std::nullopt;
    told_days_ = days;
    if (days == 0) return fmt::format("certificate: it has ended at {}; tills cannot call any more", to_iso(ends_at));
    return fmt::format("certificate: it ends at {}, in {} days, and has not been renewed", to_iso(ends_at),
                       std::chrono::floor<std::chrono::days>(left).count());
  }
  return std::nullopt;
}

}  // namespace kassabro::main
