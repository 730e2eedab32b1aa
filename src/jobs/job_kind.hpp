#pragma once

#include <optional>
#include <string>

#include "app/jobs.hpp"
#include "base/json.hpp"

namespace kassabro::jobs {

// How a step ended.
struct StepEnd {
  enum class Kind {
    more,      // the next step at once
    wait,      // the next step at `not_before`; `reason` says what it waits for
    finished,  // there is nothing left to do
    failed,    // it needs a person; `reason` says what for
  };
  Kind kind = Kind::more;
  Timestamp not_before;
  std::string reason;
};

// One kind of long work. A step is a bounded piece of it whose results and whose place (Job::cursor) are stored in one
// transaction, so a kill between two of them, or within one, loses nothing and repeats nothing that counts.
class JobKind {
 public:
  virtual ~JobKind() = default;
  virtual std::string_view name() const = 0;
  // Does it call the marketing platform? Then it waits while the platform refuses the account's key.
  virtual bool calls_platform() const { return true; }
  // Does it tell the platform what must not be told twice? Then a node that begins to lead waits until whatever another had begun has its answer.
  virtual bool tells_platform() const { return false; }
  // Does it read from the till system, so that wrong login details are worth telling before it begins?
  virtual bool reads_till_system() const { return false; }
  // What a person asks for, as it is kept in Job::request. Errors name the member.
  virtual Result<std::string> read_request(const json::object& wanted) const = 0;
  // The request of a pass that begins by itself now; absent: none does. `last`: the one before, which is not open.
  virtual std::optional<std::string> begins(const app::Account& account, const std::optional<app::Job>& last) const = 0;
  virtual Async<StepEnd> step(const app::Account& account, const app::Job& job) = 0;
};

// For kinds of which there is nothing to choose.
Result<std::string> read_no_request(const json::object& wanted);

}  // namespace kassabro::jobs
