#include "app/call_limit.hpp"

#include <algorithm>

namespace kassabro::app {

bool CallLimit::take(AccountId account, Timestamp now) {
  if (rate_ == 0) return true;
  const double full = rate_ * burst_seconds;
  auto& shelf = shelves_[static_cast<std::size_t>(account) % shelves_.size()];
  const std::scoped_lock lock(shelf.mutex);
  const auto [place, is_new] = shelf.buckets.try_emplace(account, Bucket{full, now});
  auto& bucket = place->second;
  // A clock that was set back takes nothing away.
  const auto passed = std::max(std::chrono::duration<double>(now - bucket.at).count(), 0.0);
  bucket.calls = std::min(full, bucket.calls + passed * rate_);
  bucket.at = now;
  if (bucket.calls < 1) return false;
  bucket.calls -= 1;
  return true;
}

}  // namespace kassabro::app
