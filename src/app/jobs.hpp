#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/account.hpp"
#include "base/async.hpp"
#include "base/result.hpp"

namespace kassabro::app {

// Long work in the background: mirroring, imports, history, reconciliation. docs/jobs.md draws how the states follow.
enum class JobState {
  waiting,    // asked for, not begun
  running,
  paused,     // by a person; goes on where it stood when resumed
  finished,   // to its end; `faults` of its items could not be done
  failed,     // given up, `reason` says why; can be resumed where it stood
  cancelled,  // by a person; what is done stays done
};

std::string_view to_text(JobState state);
std::optional<JobState> parse_job_state(std::string_view text);

// Has not come to an end of its own or by a person's will.
bool is_open(JobState state);

// The one job of a kind that an account has: where it stands now, or how its last pass ended.
struct Job {
  AccountId account = 0;
  std::string kind;  // "history"; docs/jobs.md lists them
  JobState state = JobState::waiting;
  std::string request = "{}";  // what was asked for, a JSON object's text; its members are the kind's
  std::string cursor;          // where to go on; its meaning is the kind's
  std::int64_t done = 0;       // items that are wholly done
  std::optional<std::int64_t> total;  // where it is known
  std::int64_t faults = 0;
  std::string reason;
  std::string report;  // what came of it, a JSON object's text; "" when there is nothing to say
  Timestamp started_at;
  Timestamp updated_at;
  std::chrono::milliseconds active{0};  // how long it has run, pauses and restarts left out
  std::optional<Timestamp> finished_at;
  friend bool operator==(const Job&, const Job&) = default;
};

// How long the rest takes at the pace so far. Absent: nothing is done yet, or the total is not known, or it does not run.
std::optional<std::chrono::milliseconds> time_left(const Job& job);

// What a step adds to its job, in the transaction of its work. What is absent stays.
struct JobAdvance {
  std::optional<std::string> cursor = {};
  std::int64_t done = 0;
  std::optional<std::int64_t> total = {};
  std::int64_t faults = 0;
  std::optional<std::string> reason = {};
  std::optional<std::string> report = {};
};

class JobTable {
 public:
  virtual ~JobTable() = default;
  virtual std::optional<Job> find(AccountId account, std::string_view kind) = 0;
  virtual void save(const Job& job) = 0;
  // Leaves the state alone, which a person may have changed meanwhile.
  virtual void advance(AccountId account, std::string_view kind, const JobAdvance& advance, Timestamp at) = 0;
};

class JobReader {
 public:
  virtual ~JobReader() = default;
  virtual Async<std::optional<Job>> find(AccountId account, std::string kind) = 0;
  // Of one account or of all, by account and kind.
  virtual Async<std::vector<Job>> list(std::optional<AccountId> account) = 0;
  // Those that wait or run, of all accounts, in the same order.
  virtual Async<std::vector<Job>> list_runnable() = 0;
  // All of the accounts from `first` to `last`, in the same order.
  virtual Async<std::vector<Job>> list_between(AccountId first, AccountId last) = 0;
};

}  // namespace kassabro::app
