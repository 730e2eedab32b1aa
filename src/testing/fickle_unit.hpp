#pragma once

#include <algorithm>
#include <functional>
#include <utility>

#include "app/unit_of_work.hpp"
#include "base/error.hpp"

namespace kassabro::testing {

// A store that does not take what comes next, when it is told so.
class FickleUnit final : public app::UnitOfWork {
 public:
  explicit FickleUnit(app::UnitOfWork& inner) : inner_(inner) {}
  Async<void> run(app::AccountId account, std::move_only_function<bool(app::Tables&)> work) override {
    if (refuses_all || std::exchange(refuses_next, false)) throw InfrastructureFailure("constraint failed");
    at_once_most = std::max(at_once_most, ++at_once_);
    co_await inner_.run(account, std::move(work));
    --at_once_;
  }
  bool refuses_next = false;
  bool refuses_all = false;
  int at_once_most = 0;  // works that were under way

 private:
  int at_once_ = 0;
  app::UnitOfWork& inner_;
};

}  // namespace kassabro::testing
