#pragma once

#include <mutex>
#include <string>
#include <unordered_map>

#include "base/clock.hpp"
#include "base/digest.hpp"

namespace kassabro::admin {

// Which looks at a person's data are in the audit log already: an open page asks for the same again every few seconds, and that
// is one look. Thread-safe. When it is full it forgets all, so that a look may be noted twice, never not at all.
class NotedViews {
 public:
  static constexpr std::chrono::hours one_look{1};

  explicit NotedViews(const Clock& clock, std::size_t entries_max = 10'000) : clock_(clock), entries_max_(entries_max) {}

  // Within the last hour? `view`: who looked, from where, at what, and what came of it.
  bool has(const std::string& view) const;
  void add(const std::string& view);

 private:
  const Clock& clock_;
  std::size_t entries_max_;
  KeyedDigest digest_ = KeyedDigest::with_random_key();  // what is looked at is kept nowhere in words
  mutable std::mutex mutex_;
  std::unordered_map<Digest, Timestamp, DigestHash> noted_at_;
};

}  // namespace kassabro::admin
