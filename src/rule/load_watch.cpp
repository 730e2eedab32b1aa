#include "rule/load_watch.hpp"

#include <array>
#include <ranges>

namespace kassabro::rule {
namespace {

constexpr std::array levels{50, 70, 90, 100};
constexpr double step_back = 10;

int level_of(double percent) {
  for (const int level : levels | std::views::reverse)
    if (percent >= level) return level;
  return 0;
}

}  // namespace

std::optional<int> LoadWatch::rises(app::AccountId account, double load) {
  const double percent = load * 100;
  const auto told = told_.find(account);
  const int before = told == told_.end() ? 0 : told->second;
  const int now = level_of(percent);
  if (now > before) {
    told_[account] = now;
    return now;
  }
  if (percent >= before - step_back) return std::nullopt;
  if (now == 0)
    told_.erase(account);
  else
    told_[account] = now;
  return std::nullopt;
}

}  // namespace kassabro::rule
