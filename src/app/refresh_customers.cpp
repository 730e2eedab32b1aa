#include "app/refresh_customers.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "app/refresh_contact.hpp"

namespace kassabro::app {

RefreshCustomers::RefreshCustomers(boost::asio::any_io_executor executor, RemoteDirectory& directory, UnitOfWork& unit,
                                   const Clock& clock)
    : RefreshCustomers(std::move(executor), directory, unit, clock, Limits{}) {}

bool RefreshCustomers::admit(domain::ContactId id) {
  const std::scoped_lock lock(mutex_);
  const auto now = clock_.now();
  if (now - second_ >= std::chrono::seconds(1)) {
    second_ = now;
    in_this_second_ = 0;
  }
  if (running_.size() >= limits_.at_once || in_this_second_ >= limits_.a_second || !running_.insert(id).second) return false;
  ++in_this_second_;
  return true;
}

void RefreshCustomers::offer(const Account& account, const StoredContact& stored) {
  if (account.status != AccountStatus::active || !admit(stored.contact.id)) return;
  boost::asio::co_spawn(executor_, refresh(account, stored), boost::asio::detached);
}

Async<void> RefreshCustomers::refresh(Account account, StoredContact stored) {
  try {
    co_await refresh_contact(directory_, unit_, clock_, account, stored, limits_.patience);
  } catch (const std::exception&) {  // the next search offers it again
  }
  const std::scoped_lock lock(mutex_);
  running_.erase(stored.contact.id);
}

}  // namespace kassabro::app
