#pragma once

#include <array>
#include <atomic>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/clock.hpp"

namespace kassabro::app {

// Slows down whoever guesses a secret, and nobody else: only what was wrong counts, for the address that it came from. A name that is
// guessed at from everywhere has a count of its own; beyond it each address has one wrong try a minute for that name, and an address that
// was never wrong goes on. Thread-safe. While nobody of an address's part of the table was wrong lately, asking takes no lock.
class GuessGuard {
 public:
  struct Limits {
    int per_address_a_minute = 10;  // wrong tries of one address, for each name
    int per_name_a_minute = 100;  // of all addresses
    std::size_t entries_max = 10'000;
  };

  explicit GuessGuard(const Clock& clock);
  GuessGuard(const Clock& clock, Limits limits) : clock_(clock), limits_(limits) {}

  // Is the next try heard? `name`: what the secret belongs to; "" where there is no such thing, and then addresses count alone.
  bool may_try(const std::string& peer, std::string_view name = {}) {
    return entries_.load(std::memory_order_relaxed) == 0 || may_suspect_try(peer, name);
  }
  void note_wrong(const std::string& peer, std::string_view name = {});

 private:
  struct Window {
    Timestamp start;
    int count = 0;
  };
  struct Key {
    std::uint64_t network = 0;
    std::size_t name = 0;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const { return key.network * 0x9E37'79B9'7F4A'7C15ULL ^ key.name; }
  };
  static constexpr std::size_t parts = 1'024;

  static bool is_over(const Window& window, Timestamp now);
  bool may_suspect_try(const std::string& peer, std::string_view name);
  bool is_guessed_at(std::size_t name, Timestamp now) const;
  std::atomic<int>& part_of(std::uint64_t network);
  void forget_old(Timestamp now);
  void make_room();

  const Clock& clock_;
  Limits limits_;
  std::atomic<std::size_t> entries_ = 0;  // of `tries_`
  std::array<std::atomic<int>, parts> parts_{};  // how many of them each part of the networks has
  std::mutex mutex_;
  std::unordered_map<Key, Window, KeyHash> tries_;  // under the mutex, as all below
  std::unordered_map<std::size_t, Window> names_;
  Timestamp forgot_at_;
};

}  // namespace kassabro::app
