#pragma once

#include <functional>
#include <optional>
#include <utility>

#include "app/tables.hpp"
#include "base/async.hpp"

namespace kassabro::app {

// Of a transaction that is about no account there is yet.
inline constexpr AccountId no_account_yet = 0;

// One durable transaction. Many callers' transactions share one fsync; each is all or nothing by itself.
class UnitOfWork {
 public:
  virtual ~UnitOfWork() = default;

  // Runs `work` on a writer of the store. Those of one account run one after another, on all nodes; those of others may run at the
  // same time, so a work touches nobody's rows but the account's. True commits: when this returns, the change is on the disk. False rolls back.
  // Throws what `work` throws, and InfrastructureFailure when the disk does not take it; nothing is changed then,
  // or, where a database server's answer to the commit was lost, perhaps all of it: callers are told that it failed and may ask again.
  virtual Async<void> run(AccountId account, std::move_only_function<bool(Tables&)> work) = 0;
};

// The same for work that returns a Result: an error rolls back.
template <class T>
Async<Result<T>> in_transaction(UnitOfWork& unit, AccountId account, std::move_only_function<Result<T>(Tables&)> work) {
  std::optional<Result<T>> result;
  co_await unit.run(account, [&result, work = std::move(work)](Tables& tables) mutable {
    result = work(tables);
    return result->has_value();
  });
  co_return std::move(*result);
}

}  // namespace kassabro::app
