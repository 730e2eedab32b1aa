#include "jobs/engine.hpp"

#include <set>

#include "app/control_jobs.hpp"
#include "testing/shop.hpp"

namespace kassabro::jobs {
namespace {

using namespace std::chrono_literals;
using app::Job;
using app::JobState;
using testing::run;

// Counts to `length`, one a step.
class Counting final : public JobKind {
 public:
  explicit Counting(app::UnitOfWork& unit, const Clock& clock) : unit_(unit), clock_(clock) {}
  std::string_view name() const override { return "counting"; }
  bool calls_platform() const override { return calls; }
  bool tells_platform() const override { return tells; }
  Result<std::string> read_request(const json::object&) const override { return std::string("{}"); }
  std::optional<std::string> begins(const app::Account&, const std::optional<Job>& last) const override {
    return begins_itself && !last ? std::optional(std::string(R"({"by":"itself"})")) : std::nullopt;
  }
  Async<StepEnd> step(const app::Account& account, const Job& job) override {
    ++steps;
    if (on_any_step) on_any_step(account.id);
    if (throws) throw std::runtime_error("a bug");
    if (next) co_return *next;
    if (job.done == length) co_return StepEnd{StepEnd::Kind::finished, {}, {}};
    co_await unit_.run(job.account, [&](app::Tables& tables) {
      tables.jobs.advance(account.id, name(), {std::to_string(job.done + 1), 1, length, 0, {}, {}}, clock_.now());
      return true;
    });
    if (on_step) on_step();
    co_return StepEnd{};
  }

  int length = 3;
  int steps = 0;
  bool begins_itself = false;
  bool throws = false;
  bool calls = true;
  bool tells = false;
  std::optional<StepEnd> next;
  std::function<void()> on_step;
  std::function<void(app::AccountId)> on_any_step;

 private:
  app::UnitOfWork& unit_;
  const Clock& clock_;
};

class EngineTest : public testing::Shop {
 protected:
  std::unique_ptr<Engine> make() {
    return std::make_unique<Engine>(
        context, Engine::Parts{file->accounts(), file->jobs(), file->unit_of_work(), clock}, options,
        Engine::Listeners{[this](const Job& job) { changes.push_back(job.state); },
                          [this](app::AccountId, const std::string& text) { alerts.push_back(text); }},
        std::vector<JobKind*>{&counting});
  }
  Engine::Options options;
  void ask() { ASSERT_TRUE(run(control.start(account.id, "counting", "{}"))); }
  Job job() { return run(file->jobs().find(account.id, "counting")).value_or(Job{}); }
  std::size_t run_once() { return run(engine->run_once()); }

  boost::asio::io_context context;
  Counting counting{file->unit_of_work(), clock};
  app::ControlJobs control{file->unit_of_work(), clock};
  std::vector<JobState> changes;
  std::vector<std::string> alerts;
  std::unique_ptr<Engine> engine = make();
};

TEST_F(EngineTest, a_job_goes_step_by_step_to_its_end) {
  EXPECT_EQ(run_once(), 0U) << "nobody has asked";
  ask();
  while (run_once() > 0) {
  }
  EXPECT_EQ(job().state, JobState::finished);
  EXPECT_EQ(job().done, 3);
  EXPECT_EQ(counting.steps, 4);
  EXPECT_EQ(changes, (std::vector{JobState::running, JobState::finished}));
}

TEST_F(EngineTest, after_a_kill_it_goes_on_where_it_stood) {
  ask();
  run_once();
  run_once();
  engine = make();
  while (run_once() > 0) {
  }
  EXPECT_EQ(job().done, 3);
  EXPECT_EQ(counting.steps, 4);
}

TEST_F(EngineTest, a_person_pauses_resumes_and_cancels) {
  ask();
  run_once();
  ASSERT_TRUE(run(control.pause(account.id, "counting")));
  EXPECT_EQ(run_once(), 0U);
  ASSERT_TRUE(run(control.resume(account.id, "counting")));
  EXPECT_EQ(run_once(), 1U);
  EXPECT_EQ(job().done, 2);
  ASSERT_TRUE(run(control.cancel(account.id, "counting")));
  EXPECT_EQ(run_once(), 0U);
  EXPECT_EQ(job().state, JobState::cancelled);
}

TEST_F(EngineTest, a_decision_during_a_step_holds) {
  ask();
  counting.on_step = [this] { ASSERT_TRUE(run(control.pause(account.id, "counting"))); };
  run_once();
  EXPECT_EQ(job().state, JobState::paused);
  EXPECT_EQ(job().done, 1) << "and the step counts";
  EXPECT_EQ(run_once(), 0U);
}

TEST_F(EngineTest, it_waits_as_long_as_a_step_says) {
  ask();
  counting.next = StepEnd{StepEnd::Kind::wait, clock.now() + 1min, "held back"};
  run_once();
  EXPECT_EQ(job().reason, "held back");
  EXPECT_EQ(run_once(), 0U);
  clock.advance(1min);
  EXPECT_EQ(run_once(), 1U);
}

TEST_F(EngineTest, what_waits_goes_on_when_the_clock_is_set_back) {
  ask();
  clock.advance(24h);
  counting.next = StepEnd{StepEnd::Kind::wait, clock.now() + 1min, "held back"};
  run_once();
  EXPECT_EQ(run_once(), 0U);
  clock.advance(-24h);
  EXPECT_EQ(run_once(), 1U);
}

TEST_F(EngineTest, a_failed_job_can_be_resumed_where_it_stood) {
  ask();
  run_once();
  counting.next = StepEnd{StepEnd::Kind::failed, {}, "The key is refused."};
  run_once();
  EXPECT_EQ(job().state, JobState::failed);
  EXPECT_EQ(job().reason, "The key is refused.");
  EXPECT_EQ(run_once(), 0U);
  counting.next.reset();
  ASSERT_TRUE(run(control.resume(account.id, "counting")));
  while (run_once() > 0) {
  }
  EXPECT_EQ(job().done, 3);
  EXPECT_EQ(job().reason, "");
}

TEST_F(EngineTest, a_step_that_throws_is_tried_again_ever_more_slowly) {
  ask();
  counting.throws = true;
  for (const auto wait : {1s, 2s, 4s}) {
    EXPECT_EQ(run_once(), 1U);
    clock.advance(wait - 1ms);
    EXPECT_EQ(run_once(), 0U);
    clock.advance(1ms);
  }
  EXPECT_EQ(job().reason, "a bug");
  EXPECT_EQ(job().state, JobState::running);
}

TEST_F(EngineTest, a_job_without_progress_is_told_of_once) {
  ask();
  run_once();
  counting.next = StepEnd{StepEnd::Kind::wait, clock.now(), "no answer"};
  for (int i = 0; i < 20; ++i) {
    run_once();
    clock.advance(1min);
  }
  ASSERT_EQ(alerts.size(), 1U);
  EXPECT_EQ(alerts.at(0), "job counting makes no progress: no answer");
  counting.next.reset();
  run_once();
  counting.next = StepEnd{StepEnd::Kind::wait, clock.now(), "again"};
  for (int i = 0; i < 20; ++i) {
    run_once();
    clock.advance(1min);
  }
  EXPECT_EQ(alerts.size(), 2U);
}

TEST_F(EngineTest, one_that_waits_as_it_has_planned_is_not_told_of) {
  ask();
  run_once();
  counting.next = StepEnd{StepEnd::Kind::wait, {}, ""};
  for (int i = 0; i < 20; ++i) {
    run_once();
    clock.advance(1min);
  }
  engine = make();
  run_once();
  EXPECT_TRUE(alerts.empty());
  counting.next->reason = "no answer";
  for (int i = 0; i < 20; ++i) {
    run_once();
    clock.advance(1min);
  }
  EXPECT_EQ(alerts.size(), 1U);
}

TEST_F(EngineTest, the_time_that_it_runs_is_counted_without_pauses) {
  counting.length = 100;
  counting.on_step = [this] { clock.advance(3s); };
  ask();
  run_once();
  run_once();
  EXPECT_EQ(job().active, 6s);
  EXPECT_EQ(time_left(job()), 98 * 3s);
  ASSERT_TRUE(run(control.pause(account.id, "counting")));
  run_once();
  clock.advance(1h);
  ASSERT_TRUE(run(control.resume(account.id, "counting")));
  run_once();
  EXPECT_EQ(job().active, 9s);
}

TEST_F(EngineTest, some_begin_by_themselves) {
  counting.begins_itself = true;
  run_once();
  EXPECT_EQ(job().done, 1);
  EXPECT_EQ(job().request, R"({"by":"itself"})");
  while (run_once() > 0) {
  }
  clock.advance(1h);
  EXPECT_EQ(run_once(), 0U) << "not again, as this kind says";
}

TEST_F(EngineTest, a_refused_key_holds_up_only_what_calls_the_platform) {
  file.write([&](app::Tables& tables) { tables.accounts.set_status(account.id, app::AccountStatus::key_refused); });
  ask();
  run_once();
  EXPECT_EQ(job().done, 0);
  counting.calls = false;
  clock.advance(1min);
  run_once();
  EXPECT_EQ(job().done, 1);
}

TEST_F(EngineTest, no_job_waits_for_ever_for_a_place) {
  options.jobs_at_once_max = 1;
  options.idle_wait = options.wait_min = 1ms;
  engine = make();
  for (const app::AccountId id : {2, 3})
    file.write([&](app::Tables& tables) { ASSERT_TRUE(tables.accounts.insert(testing::sample_account(id), 0)); });
  counting.next = StepEnd{StepEnd::Kind::wait, clock.now(), "and again"};
  for (const app::AccountId id : {1, 2, 3}) ASSERT_TRUE(run(control.start(id, "counting", "{}")));
  std::set<app::AccountId> had_steps;
  counting.on_any_step = [&](app::AccountId id) { had_steps.insert(id); };
  engine->start();
  while (had_steps.size() < 3) context.run_one();
  engine->stop();
  context.run();
}

TEST_F(EngineTest, a_job_that_always_has_more_to_do_keeps_its_place_for_a_turn_only) {
  options.jobs_at_once_max = 1;
  engine = make();
  file.write([&](app::Tables& tables) { ASSERT_TRUE(tables.accounts.insert(testing::sample_account(2), 0)); });
  counting.length = 1'000'000;
  for (const app::AccountId id : {1, 2}) ASSERT_TRUE(run(control.start(id, "counting", "{}")));
  std::set<app::AccountId> had_steps;
  counting.on_any_step = [&](app::AccountId id) {
    had_steps.insert(id);
    clock.advance(400ms);
  };
  engine->start();
  while (had_steps.size() < 2) context.run_one();
  engine->stop();
  context.run();
}

TEST_F(EngineTest, a_clock_that_was_set_back_after_the_start_stops_nothing) {
  options.idle_wait = options.wait_min = 1ms;
  engine = make();
  engine->start();
  context.run_for(20ms);
  clock.set(testing::noon - 2h);
  ask();
  while (job().state != JobState::finished) context.run_one();
  engine->stop();
  context.run();
}

TEST_F(EngineTest, with_many_accounts_each_look_takes_the_next_ones) {
  options.begins_accounts_max = 2;
  engine = make();
  for (app::AccountId id = 2; id <= 5; ++id)
    file.write([&](app::Tables& tables) { ASSERT_TRUE(tables.accounts.insert(testing::sample_account(id), 0)); });
  counting.begins_itself = true;
  for (const std::size_t begun : {2U, 4U, 5U, 5U}) {
    run_once();
    EXPECT_EQ(run(file->jobs().list(std::nullopt)).size(), begun);
    clock.advance(2s);
  }
}

TEST_F(EngineTest, a_node_that_begins_to_lead_lets_the_steps_of_the_one_before_end) {
  options.takes_over_after = 35s;
  options.idle_wait = 5ms;
  counting.tells = true;
  auto engine = make();
  ask();
  engine->start();
  context.run_for(30ms);
  EXPECT_EQ(counting.steps, 0);
  clock.advance(35s);
  while (job().state != JobState::finished) context.run_one();
  engine->stop();
  context.run();
}

}  // namespace
}  // namespace kassabro::jobs
