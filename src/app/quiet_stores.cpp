#include "app/quiet_stores.hpp"

#include <algorithm>

namespace kassabro::app {

Async<std::vector<QuietStore>> QuietStores::find() {
  std::vector<QuietStore> quiet;
  for (const auto& account : co_await accounts_.list()) {
    auto found = co_await find_of(account.id);
    std::ranges::move(found, std::back_inserter(quiet));
  }
  co_return quiet;
}

Async<std::vector<QuietStore>> QuietStores::find_of(AccountId account) {
  const auto now = clock_.now();
  auto usual =
      co_await orders_.count_by_store(account, now - options_.silence - std::chrono::weeks(1), now - std::chrono::weeks(1));
  std::erase_if(usual, [&](const auto& entry) { return entry.second < options_.usual_min; });
  if (usual.empty()) co_return std::vector<QuietStore>{};
  for (const auto& [store, count] : co_await orders_.count_by_store(account, now - options_.silence, now)) usual.erase(store);
  for (int week = 2; week <= options_.weeks && !usual.empty(); ++week) {
    const auto until = now - std::chrono::weeks(week);
    const auto counts = co_await orders_.count_by_store(account, until - options_.silence, until);
    for (auto& [store, count] : usual) {
      const auto found = counts.find(store);
      count = found == counts.end() ? 0 : std::min(count, found->second);
    }
    std::erase_if(usual, [&](const auto& entry) { return entry.second < options_.usual_min; });
  }
  std::vector<QuietStore> quiet;
  for (auto& [store, count] : usual) quiet.push_back({account, store, count});
  co_return quiet;
}

}  // namespace kassabro::app
