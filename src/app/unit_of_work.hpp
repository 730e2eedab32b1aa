#pragma once

#include <functional>
#include <optional>
#include <utility>

#include "app/tables.hpp"
#include "base/async.hpp"

namespace kassabro::app {

// One durable transaction. Many callers' transactions share one fsync; each is all or nothing by itself.
class UnitOfWork {
 public:
  virtual ~UnitOfWork() = default;

  // Runs `work` on the store's writer. True commits: when this returns, the change is on the disk. False rolls back.
  // Throws what `work` throws, and InfrastructureFailure when the disk does not take it; nothing is changed then.
  virtual Async<void> run(std::move_only_function<bool(Tables&)> work) = 0;
};

// The same for work that returns a Result: an error rolls back.
template <class T>
Async<Result<T>> in_transaction(UnitOfWork& unit, std::move_only_function<Result<T>(Tables&)> work) {
  std::optional<Result<T>> result;
  co_await unit.run([&result, work = std::move(work)](Tables& tables) mutable {
    result = work(tables);
    return result->has_value();
  });
  co_return std::move(*result);
}

}  // namespace kassabro::app
