#pragma once

#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

#include "base/async.hpp"
#include "store/sql/connection.hpp"

namespace kassabro::store::sql {

// Connections that only read.
class ReadPool {
 public:
  virtual ~ReadPool() = default;

  // Runs `read` on a connection and gives back what it gives. Throws what it throws.
  template <class Read>
  Async<std::invoke_result_t<Read, Connection&>> read(Read read) {
    if (auto* own = mine()) co_return read(*own);
    std::optional<std::invoke_result_t<Read, Connection&>> result;
    co_await run([&](Connection& connection) { result.emplace(read(connection)); });
    co_return std::move(*result);
  }

 private:
  // This thread's own, where reading never waits for another machine; null otherwise.
  virtual Connection* mine() = 0;
  // On a thread that may wait.
  virtual Async<void> run(std::function<void(Connection&)> work) = 0;
};

}  // namespace kassabro::store::sql
