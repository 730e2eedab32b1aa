#pragma once

#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

#include "app/unit_of_work.hpp"
#include "base/async.hpp"
#include "store/sql/connection.hpp"

namespace kassabro::store::sql {

// Connections that only read.
class ReadPool {
 public:
  virtual ~ReadPool() = default;

  // Runs `read` on a connection and gives back what it gives. Throws what it throws. Where reads must wait, accounts take turns: whoever
  // asks much waits behind itself.
  template <class Read>
  Async<std::invoke_result_t<Read, Connection&>> read(app::AccountId account, Read read) {
    if (auto* own = mine()) co_return read(*own);
    std::optional<std::invoke_result_t<Read, Connection&>> result;
    co_await run(account, [&](Connection& connection) { result.emplace(read(connection)); });
    co_return std::move(*result);
  }

  // Of no one account.
  template <class Read>
  Async<std::invoke_result_t<Read, Connection&>> read(Read read) {
    return this->read(app::no_account_yet, std::move(read));
  }

 private:
  // This thread's own, where reading never waits for another machine; null otherwise.
  virtual Connection* mine() = 0;
  // On a thread that may wait.
  virtual Async<void> run(app::AccountId account, std::function<void(Connection&)> work) = 0;
};

}  // namespace kassabro::store::sql
