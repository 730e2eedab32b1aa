#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <tuple>
#include <vector>

#include "app/account.hpp"
#include "app/origin.hpp"
#include "base/async.hpp"
#include "domain/contact.hpp"

namespace kassabro::app {

// A till was shown a customer: how often within one minute, at one register and by one contract.
struct Lookup {
  domain::ContactId contact = 0;
  Timestamp at;   // the latest time
  Origin origin;  // and who it was then
  std::int64_t times = 1;
};

// The minute that a lookup is counted in.
inline Timestamp minute_of(Timestamp at) { return std::chrono::floor<std::chrono::minutes>(at); }

class LookupStore {
 public:
  virtual ~LookupStore() = default;
  // Adds to what is kept of the same minute, register and contract, in one transaction. Nothing is kept of who is no customer any more.
  virtual Async<void> save(AccountId account, std::vector<Lookup> lookups) = 0;
  // Of the minutes before that of `before`, `count_max` at most; how many.
  virtual Async<std::size_t> forget(AccountId account, Timestamp before, std::size_t count_max) = 0;
};

// Notes whom tills were shown, for the timeline. A search may not wait for the disk, so what is noted waits in memory until save(): a kill
// loses the last seconds of it. Nobody was promised it, unlike a sale. Thread-safe.
class LookupLog {
 public:
  // Far more than tills ask for in some seconds. Whoever reads customers out one after another does not fill the memory.
  static constexpr std::size_t waiting_max = 1'000;
  using OnPassedOver = std::function<void(std::int64_t lookups)>;

  // `on_passed_over` is called for what found no room, and is not kept. It may be empty.
  LookupLog(LookupStore& store, OnPassedOver on_passed_over) : store_(store), on_passed_over_(std::move(on_passed_over)) {}

  void note(AccountId account, domain::ContactId contact, Origin origin, Timestamp at);
  // A transaction for each account; what the store does not take waits for the next time.
  Async<void> save();

 private:
  // Account, contact, minute, register, store, contract.
  using Key = std::tuple<AccountId, domain::ContactId, Timestamp, std::string, std::string, std::string>;

  void add(AccountId account, Lookup lookup);
  bool find_room(AccountId account, const Lookup& lookup);
  std::map<AccountId, std::vector<Lookup>> take();

  LookupStore& store_;
  OnPassedOver on_passed_over_;
  std::mutex mutex_;
  std::map<Key, Lookup> waiting_;
};

}  // namespace kassabro::app
