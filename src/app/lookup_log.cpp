#include "app/lookup_log.hpp"

#include <exception>
#include <utility>

namespace kassabro::app {

void LookupLog::note(AccountId account, domain::ContactId contact, Origin origin, Timestamp at) {
  add(account, {contact, at, std::move(origin), 1});
}

void LookupLog::add(AccountId account, Lookup lookup) {
  if (!find_room(account, lookup) && on_passed_over_) on_passed_over_(lookup.times);
}

bool LookupLog::find_room(AccountId account, const Lookup& lookup) {
  const auto& origin = lookup.origin;
  const Key key{account, lookup.contact, minute_of(lookup.at), origin.register_id, origin.store, origin.source};
  const std::scoped_lock lock(mutex_);
  const auto known = waiting_.find(key);
  if (known == waiting_.end()) return waiting_.size() < waiting_max && waiting_.emplace(key, lookup).second;
  auto& waiting = known->second;
  waiting.times += lookup.times;
  if (lookup.at < waiting.at) return true;
  waiting.at = lookup.at;
  waiting.origin = lookup.origin;
  return true;
}

std::map<AccountId, std::vector<Lookup>> LookupLog::take() {
  std::map<AccountId, std::vector<Lookup>> taken;
  const std::scoped_lock lock(mutex_);
  for (auto& [key, lookup] : std::exchange(waiting_, {})) taken[std::get<0>(key)].push_back(lookup);
  return taken;
}

Async<void> LookupLog::save() {
  for (const auto& [account, lookups] : take()) {
    try {
      co_await store_.save(account, lookups);
    } catch (const std::exception&) {  // the store is not to be had for the moment
      for (const auto& lookup : lookups) add(account, lookup);
    }
  }
}

}  // namespace kassabro::app
