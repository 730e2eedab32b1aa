#include "app/quiet_tills.hpp"

#include <algorithm>

#include "base/sleep.hpp"

namespace kassabro::app {
namespace {

// Each store counts as a till too, without a register.
TillCounts with_stores(const TillCounts& tills) {
  TillCounts all;
  for (const auto& [till, count] : tills) {
    all[{till.store, {}}] += count;
    if (!till.register_id.empty()) all[till] += count;
  }
  return all;
}

void keep_fewest(TillCounts& usual, const TillCounts& week) {
  for (auto& [till, count] : usual) {
    const auto found = week.find(till);
    count = found == week.end() ? 0 : std::min(count, found->second);
  }
}

}  // namespace

Async<std::vector<QuietTill>> QuietTills::find() {
  std::vector<QuietTill> quiet;
  for (const auto& account : co_await accounts_.list()) {
    auto found = co_await find_of(account.id);
    std::ranges::move(found, std::back_inserter(quiet));
    co_await let_others_run();
  }
  co_return quiet;
}

Async<std::vector<QuietTill>> QuietTills::find_of(AccountId account) {
  const auto now = clock_.now();
  const auto is_seldom = [&](const auto& entry) { return entry.second < options_.usual_min; };
  TillCounts usual;
  for (int week = 1; week <= options_.weeks; ++week) {
    const auto until = now - std::chrono::weeks(week);
    const auto counts = with_stores(co_await orders_.count_by_till(account, until - options_.silence, until));
    if (week == 1)
      usual = counts;
    else
      keep_fewest(usual, counts);
    std::erase_if(usual, is_seldom);
    if (usual.empty()) co_return std::vector<QuietTill>{};
  }
  for (const auto& [till, count] : with_stores(co_await orders_.count_by_till(account, now - options_.silence, now)))
    usual.erase(till);
  std::vector<QuietTill> quiet;
  for (const auto& [till, count] : usual)
    if (till.register_id.empty() || !usual.contains({till.store, {}})) quiet.push_back({account, till, count});
  co_return quiet;
}

}  // namespace kassabro::app
