#include "main/till_watch.hpp"

#include <algorithm>

namespace kassabro::main {

TillWatch::News TillWatch::look(const std::vector<app::QuietTill>& quiet) {
  std::set<Silence> now;
  for (const auto& found : quiet) now.emplace(found.account, found.till);
  const auto store_is_quiet = [&](const Silence& silence) {
    const auto& [account, till] = silence;
    return !till.register_id.empty() && now.contains({account, {till.store, ""}});
  };
  News news;
  std::ranges::copy_if(quiet, std::back_inserter(news.begun),
                       [&](const auto& found) { return !told_.contains({found.account, found.till}); });
  for (const auto& silence : told_) {
    if (now.contains(silence)) continue;
    if (store_is_quiet(silence))
      now.insert(silence);
    else
      news.over.push_back(silence);
  }
  told_ = std::move(now);
  return news;
}

}  // namespace kassabro::main
