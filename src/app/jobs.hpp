#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/account.hpp"
#include "base/async.hpp"

namespace kassabro::app {

// Long work in the background: mirroring, imports, history.
enum class JobState {
  waiting,   // asked for, not begun
  running,
  finished,  // to its end; `faults` of its items could not be done
  failed,    // given up, `reason` says why
};

std::string_view to_text(JobState state);
std::optional<JobState> parse_job_state(std::string_view text);

// The one job of a kind that an account has: where it stands now, or how its last pass ended.
struct Job {
  AccountId account = 0;
  std::string kind;  // "mirror"
  JobState state = JobState::waiting;
  std::string cursor;  // where to go on; its meaning is the kind's
  std::int64_t done = 0;
  std::optional<std::int64_t> total;  // where it is known
  std::int64_t faults = 0;
  std::string reason;
  Timestamp started_at;
  Timestamp updated_at;
  std::optional<Timestamp> finished_at;
  friend bool operator==(const Job&, const Job&) = default;
};

class JobTable {
 public:
  virtual ~JobTable() = default;
  virtual std::optional<Job> find(AccountId account, std::string_view kind) = 0;
  virtual void save(const Job& job) = 0;
};

class JobReader {
 public:
  virtual ~JobReader() = default;
  virtual Async<std::optional<Job>> find(AccountId account, std::string kind) = 0;
  // Of one account or of all, by account and kind.
  virtual Async<std::vector<Job>> list(std::optional<AccountId> account) = 0;
};

}  // namespace kassabro::app
