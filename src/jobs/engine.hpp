#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "app/readers.hpp"
#include "app/unit_of_work.hpp"
#include "base/clock_watch.hpp"
#include "base/wake_timer.hpp"
#include "jobs/job_kind.hpp"

namespace kassabro::jobs {

// Runs the long work of all accounts, step by step (docs/jobs.md): begins what is asked for or due, goes on after a restart
// where it stood, heeds what a person has decided between two steps, waits where a step says so, and tells of a job that
// makes no progress. Jobs of different accounts and kinds run side by side. Lives on one io_context that one thread runs.
class Engine {
 public:
  struct Parts {
    app::AccountReader& accounts;
    app::JobReader& jobs;
    app::UnitOfWork& unit;
    const Clock& clock;
  };
  struct Options {
    std::chrono::milliseconds idle_wait{1'000};
    std::chrono::milliseconds wait_min{20};  // of the loop, whatever a job says
    std::chrono::milliseconds begins_every{2'000};    // looks whether a pass begins by itself, for so many accounts:
    std::size_t begins_accounts_max = 200;
    std::chrono::milliseconds first_wait{1'000};       // after a step that threw; doubled each time
    std::chrono::milliseconds wait_max{60'000};
    std::chrono::milliseconds stalled_after{10 * 60'000};  // without progress
    std::size_t jobs_at_once_max = 4;
    std::chrono::milliseconds turn_max{1'000};  // of a job that always has more to do, while all places are taken
    std::function<bool()> leads = [] { return true; };  // of several nodes one does the jobs
    // After this node has begun to lead, of kinds that tell the platform: until then another may still be at a step. 0: no other process
    // works on this store.
    std::chrono::milliseconds takes_over_after{0};
    Alarms alarms = &steady_alarm;
  };
  struct Listeners {
    std::function<void(const app::Job&)> on_change;  // its state is another now
    std::function<void(app::AccountId, const std::string&)> on_alert;
  };

  Engine(boost::asio::io_context& context, Parts parts, Options options, Listeners listeners, std::vector<JobKind*> kinds);

  const JobKind* find(std::string_view kind) const;
  std::string kinds_text() const;  // "history, mirror"

  // A step of each job that may go on now, of all kinds or of one; how many were made. For tests, and where nothing runs.
  Async<std::size_t> run_once();
  Async<std::size_t> run_kind(std::string_view kind);

  void start();
  void stop();  // from any thread
  void wake();  // from any thread: somebody has asked for something

 private:
  using Key = std::pair<app::AccountId, std::string>;
  // What the engine remembers of a job between its steps.
  struct Lane {
    bool busy = false;
    Timestamp not_before;
    int failures = 0;
    Timestamp counted_until;  // the time up to which Job::active has been counted
    bool alerted = false;
    Timestamp may_stand_until;  // it has said that it waits so long, and of no trouble
  };

  Async<void> run();
  bool may_tell();
  Async<std::vector<app::Job>> list_runnable();
  Async<void> begin_due();
  Async<void> begin_due_of(const app::Account& account, std::span<const app::Job> jobs, Timestamp now);
  void forget_closed_lanes(const std::vector<app::Job>& open);
  std::chrono::milliseconds time_to_wait() const;
  Async<void> run_job(app::Job job);
  // False: the job makes no further step now.
  Async<bool> step(app::AccountId account, std::string kind);
  Async<StepEnd> step_of(JobKind& kind, const app::Account& account, const app::Job& job);
  Async<void> settle(const app::Job& before, const StepEnd& end);
  void watch(const app::Job& job);
  JobKind* kind_of(std::string_view name) const;

  boost::asio::io_context& context_;
  Parts parts_;
  Options options_;
  Listeners listeners_;
  std::vector<JobKind*> kinds_;
  WakeTimer timer_;
  std::map<Key, Lane> lanes_;
  std::size_t running_ = 0;
  std::optional<Timestamp> leads_since_;  // absent: this node does not lead
  Timestamp looks_again_;
  ClockWatch watch_;
  app::AccountId looked_until_ = 0;  // the account after which the next look goes on
  Key begun_last_;  // the job after which the next round begins, so that none waits for ever
  std::atomic<bool> stopped_ = false;
};

}  // namespace kassabro::jobs
