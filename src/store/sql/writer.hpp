#pragma once

#include <exception>
#include <functional>

#include "app/unit_of_work.hpp"
#include "store/sql/connection.hpp"

namespace kassabro::store::sql {

// Runs works as transactions; those of one account one after another, several of them in one commit.
class Writer {
 public:
  virtual ~Writer() = default;

  using Work = std::move_only_function<bool(app::Tables&, Connection&)>;
  // No failure: committed (or rolled back because the work said so). Otherwise what was thrown: nothing is changed then, or, where
  // a server's answer to the commit was lost, perhaps all of it.
  struct Ended {
    std::exception_ptr failure;
  };
  using Done = std::move_only_function<void(Ended)>;

  virtual void submit(app::AccountId account, Work work, Done done) = 0;
};

// What a work is told that is refused, so that no till waits for a queue that does not get shorter.
std::exception_ptr too_much_waits();

// Submits, and waits until it is committed; throws what `Ended` tells of.
Async<void> write(Writer& writer, app::AccountId account, Writer::Work work);

}  // namespace kassabro::store::sql
