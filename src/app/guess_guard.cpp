#include "app/guess_guard.hpp"

#include <algorithm>

#include "base/caller_network.hpp"

namespace kassabro::app {
namespace {

constexpr std::chrono::minutes window_length{1};
constexpr std::chrono::seconds between_forgetting{5};

std::size_t hash_of(std::string_view name) { return std::hash<std::string_view>()(name); }

}  // namespace

GuessGuard::GuessGuard(const Clock& clock) : GuessGuard(clock, Limits{}) {}

// A clock that was set back ends a window too: nobody waits for an hour that has been before.
bool GuessGuard::is_over(const Window& window, Timestamp now) {
  return now < window.start || now - window.start >= window_length;
}

std::atomic<int>& GuessGuard::part_of(std::uint64_t network) { return parts_[KeyHash()({network, 0}) >> 54U]; }

bool GuessGuard::is_guessed_at(std::size_t name, Timestamp now) const {
  const auto found = names_.find(name);
  return found != names_.end() && !is_over(found->second, now) && found->second.count >= limits_.per_name_a_minute;
}

bool GuessGuard::may_suspect_try(const std::string& peer, std::string_view name) {
  const auto network = caller_network(peer);
  if (part_of(network).load(std::memory_order_relaxed) == 0) return true;
  const auto now = clock_.now();
  const std::scoped_lock lock(mutex_);
  forget_old(now);
  const Key key{network, hash_of(name)};
  const auto found = tries_.find(key);
  if (found == tries_.end() || is_over(found->second, now)) return true;
  return found->second.count < (is_guessed_at(key.name, now) ? 1 : limits_.per_address_a_minute);
}

void GuessGuard::note_wrong(const std::string& peer, std::string_view name) {
  const auto now = clock_.now();
  const Key key{caller_network(peer), hash_of(name)};
  const std::scoped_lock lock(mutex_);
  forget_old(now);
  if (tries_.size() >= limits_.entries_max && !tries_.contains(key)) make_room();
  const auto [place, is_new] = tries_.try_emplace(key, Window{now, 0});
  if (is_new) {
    part_of(key.network).fetch_add(1, std::memory_order_relaxed);
    entries_.store(tries_.size(), std::memory_order_relaxed);
  }
  if (is_over(place->second, now)) place->second = {now, 0};
  ++place->second.count;
  if (name.empty()) return;
  if (names_.size() >= limits_.entries_max && !names_.contains(key.name)) names_.erase(names_.begin());
  auto& of_name = names_.try_emplace(key.name, Window{now, 0}).first->second;
  if (is_over(of_name, now)) of_name = {now, 0};
  ++of_name.count;
}

void GuessGuard::forget_old(Timestamp now) {
  if (now >= forgot_at_ && now - forgot_at_ < between_forgetting) return;
  forgot_at_ = now;
  for (auto entry = tries_.begin(); entry != tries_.end();) {
    if (!is_over(entry->second, now)) {
      ++entry;
      continue;
    }
    part_of(entry->first.network).fetch_sub(1, std::memory_order_relaxed);
    entry = tries_.erase(entry);
  }
  std::erase_if(names_, [&](const auto& entry) { return is_over(entry.second, now); });
  entries_.store(tries_.size(), std::memory_order_relaxed);
}

void GuessGuard::make_room() {
  const auto oldest = std::ranges::min_element(tries_, {}, [](const auto& entry) { return entry.second.start; });
  part_of(oldest->first.network).fetch_sub(1, std::memory_order_relaxed);
  tries_.erase(oldest);
}

}  // namespace kassabro::app
