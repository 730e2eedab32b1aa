#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

#include "base/clock.hpp"
#include "base/digest.hpp"
#include "base/result.hpp"

namespace kassabro::app {

// Keeps strangers from using us to guess keys of the marketing platform, or to spend its patience: few probes a minute for
// each address and in all, and a key once refused is not asked about again for a while. Thread-safe.
class ProbeGuard {
 public:
  struct Limits {
    int per_peer_a_minute = 10;
    int all_a_minute = 120;
    std::chrono::minutes refused_for{5};
    std::size_t entries_max = 10'000;
  };

  explicit ProbeGuard(const Clock& clock);
  ProbeGuard(const Clock& clock, Limits limits) : clock_(clock), limits_(limits) {}

  // Errors: `unauthorized` for a key refused lately, `too_many_requests` over a limit.
  Result<void> admit(const std::string& peer, const Digest& key);
  void refused(const Digest& key);

 private:
  struct Window {
    Timestamp start;
    int count = 0;
  };
  bool take(Window& window, int limit, Timestamp now) const;

  const Clock& clock_;
  Limits limits_;
  std::mutex mutex_;
  Window all_;
  std::unordered_map<std::uint64_t, Window> peers_;  // by caller_network
  std::unordered_map<Digest, Timestamp, DigestHash> refused_until_;
};

}  // namespace kassabro::app
