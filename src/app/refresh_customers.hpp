#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <chrono>
#include <mutex>
#include <unordered_map>
#include <unordered_set>

#include "app/remote_directory.hpp"
#include "app/unit_of_work.hpp"
#include "base/clock.hpp"

namespace kassabro::app {

// Reads customers anew from the marketing platform, in the background: is the person still reachable there, and has
// somebody edited the card? Few at a time; what is too much is left for the next search. Whoever is not there is not asked for
// again for a while: each such question is an error that counts against the account. Thread-safe.
class RefreshCustomers {
 public:
  struct Limits {
    std::size_t at_once = 4;
    int a_second = 20;  // of all accounts
    std::chrono::milliseconds patience{5'000};
  };

  RefreshCustomers(boost::asio::any_io_executor executor, RemoteDirectory& directory, UnitOfWork& unit, const Clock& clock);
  RefreshCustomers(boost::asio::any_io_executor executor, RemoteDirectory& directory, UnitOfWork& unit, const Clock& clock,
                   Limits limits)
      : executor_(std::move(executor)), directory_(directory), unit_(unit), clock_(clock), limits_(limits) {}

  // Returns at once; may decide not to.
  void offer(const Account& account, const StoredContact& stored);

 private:
  bool admit(const StoredContact& stored);
  Async<void> refresh(Account account, StoredContact stored);

  boost::asio::any_io_executor executor_;
  RemoteDirectory& directory_;
  UnitOfWork& unit_;
  const Clock& clock_;
  Limits limits_;
  std::mutex mutex_;
  std::unordered_set<domain::ContactId> running_;
  std::unordered_map<domain::ContactId, Timestamp> in_vain_;  // who is not there, and until when they are not asked for again
  Timestamp second_;
  int in_this_second_ = 0;
};

}  // namespace kassabro::app
