#include "app/probe_guard.hpp"

#include "base/caller_network.hpp"

namespace kassabro::app {

ProbeGuard::ProbeGuard(const Clock& clock) : ProbeGuard(clock, Limits{}) {}

bool ProbeGuard::take(Window& window, int limit, Timestamp now) const {
  if (now < window.start || now - window.start >= std::chrono::minutes(1)) window = {now, 0};
  if (window.count >= limit) return false;
  ++window.count;
  return true;
}

Result<void> ProbeGuard::admit(const std::string& peer, const Digest& key) {
  const std::scoped_lock lock(mutex_);
  const auto now = clock_.now();
  if (const auto found = refused_until_.find(key); found != refused_until_.end()) {
    if (now < found->second) return fail({ErrorCode::unauthorized, "This API token is not valid.", "token"});
    refused_until_.erase(found);
  }
  if (peers_.size() >= limits_.entries_max) peers_.clear();
  if (take(peers_[caller_network(peer)], limits_.per_peer_a_minute, now) && take(all_, limits_.all_a_minute, now)) return {};
  return fail({ErrorCode::too_many_requests, "Too many unknown API tokens were tried. Please wait a minute.", "token"});
}

void ProbeGuard::refused(const Digest& key) {
  const std::scoped_lock lock(mutex_);
  if (refused_until_.size() >= limits_.entries_max) refused_until_.clear();
  refused_until_[key] = clock_.now() + limits_.refused_for;
}

}  // namespace kassabro::app
