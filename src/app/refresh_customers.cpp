#include "app/refresh_customers.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "app/refresh_contact.hpp"

namespace kassabro::app {

namespace {

// Somebody who has just been registered is on the way there: our own delivery tells them.
constexpr std::chrono::minutes own_delivery_takes{1};
constexpr std::chrono::minutes in_vain_lasts{10};
constexpr std::size_t in_vain_max = 100'000;

}  // namespace

RefreshCustomers::RefreshCustomers(boost::asio::any_io_executor executor, RemoteDirectory& directory, UnitOfWork& unit,
                                   const Clock& clock)
    : RefreshCustomers(std::move(executor), directory, unit, clock, Limits{}) {}

bool RefreshCustomers::admit(const StoredContact& stored) {
  const auto id = stored.contact.id;
  const std::scoped_lock lock(mutex_);
  const auto now = clock_.now();
  if (!stored.link && now - stored.contact.updated_at < own_delivery_takes) return false;
  if (const auto known = in_vain_.find(id); known != in_vain_.end() && now < known->second) return false;
  if (now - second_ >= std::chrono::seconds(1)) {
    second_ = now;
    in_this_second_ = 0;
  }
  if (running_.size() >= limits_.at_once || in_this_second_ >= limits_.a_second || !running_.insert(id).second) return false;
  ++in_this_second_;
  return true;
}

void RefreshCustomers::offer(const Account& account, const StoredContact& stored) {
  if (account.status != AccountStatus::active || !admit(stored)) return;
  boost::asio::co_spawn(executor_, refresh(account, stored), boost::asio::detached);
}

Async<void> RefreshCustomers::refresh(Account account, StoredContact stored) {
  bool is_there = true;
  try {
    const auto found = co_await refresh_contact(directory_, unit_, clock_, account, stored, limits_.patience);
    is_there = !found || *found;
  } catch (const std::exception&) {  // the next search offers it again
  }
  const std::scoped_lock lock(mutex_);
  const auto now = clock_.now();
  if (in_vain_.size() >= in_vain_max) std::erase_if(in_vain_, [&](const auto& entry) { return entry.second <= now; });
  if (!is_there && in_vain_.size() < in_vain_max) in_vain_[stored.contact.id] = now + in_vain_lasts;
  running_.erase(stored.contact.id);
}

}  // namespace kassabro::app
