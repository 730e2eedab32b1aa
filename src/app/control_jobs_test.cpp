#include "app/control_jobs.hpp"

#include "testing/shop.hpp"

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;
using testing::noon;
using testing::run;

class ControlJobsTest : public testing::Shop {
 protected:
  JobState state() { return run(file->jobs().find(account.id, "history"))->state; }
  void set(JobState wanted) {
    file.write([&](Tables& tables) {
      auto job = *tables.jobs.find(account.id, "history");
      job.state = wanted;
      tables.jobs.save(job);
    });
  }
  ControlJobs jobs{file->unit_of_work(), clock};
};

TEST_F(ControlJobsTest, one_of_a_kind_is_open_at_a_time) {
  const auto job = run(jobs.start(account.id, "history", R"({"from":"2026-01-01"})"));
  ASSERT_TRUE(job);
  EXPECT_EQ(job->state, JobState::waiting);
  for (const auto open : {JobState::waiting, JobState::running, JobState::paused}) {
    set(open);
    EXPECT_EQ(run(jobs.start(account.id, "history", "{}")).error().code, ErrorCode::conflict) << to_text(open);
  }
  for (const auto ended : {JobState::finished, JobState::failed, JobState::cancelled}) {
    set(ended);
    EXPECT_EQ(run(jobs.start(account.id, "history", "{}"))->request, "{}") << to_text(ended);
  }
  EXPECT_TRUE(run(jobs.start(account.id, "reconcile", "{}"))) << "another kind";
  EXPECT_EQ(run(jobs.start(4711, "history", "{}")).error().field, "account");
}

TEST_F(ControlJobsTest, what_a_person_may_do_depends_on_the_state) {
  EXPECT_EQ(run(jobs.pause(account.id, "history")).error().code, ErrorCode::not_found);
  ASSERT_TRUE(run(jobs.start(account.id, "history", "{}")));
  EXPECT_EQ(run(jobs.resume(account.id, "history")).error().code, ErrorCode::conflict);
  for (int i = 0; i < 2; ++i) EXPECT_TRUE(run(jobs.pause(account.id, "history"))) << "twice is once";
  EXPECT_EQ(state(), JobState::paused);
  EXPECT_TRUE(run(jobs.resume(account.id, "history")));
  EXPECT_EQ(state(), JobState::running);
  const auto cancelled = run(jobs.cancel(account.id, "history"));
  EXPECT_EQ(cancelled->finished_at, clock.now());
  for (const auto call : {&ControlJobs::pause, &ControlJobs::resume})
    EXPECT_EQ(run((jobs.*call)(account.id, "history")).error().code, ErrorCode::conflict);
  set(JobState::failed);
  EXPECT_TRUE(run(jobs.resume(account.id, "history")));
  EXPECT_FALSE(run(file->jobs().find(account.id, "history"))->finished_at);
}

TEST(TimeLeft, goes_by_the_pace_so_far) {
  Job job;
  job.state = JobState::running;
  job.done = 100;
  job.active = 10s;
  EXPECT_FALSE(time_left(job)) << "no total";
  job.total = 1'000;
  EXPECT_EQ(time_left(job), 90s);
  job.done = 1'100;
  EXPECT_EQ(time_left(job), 0s);
  job.done = 0;
  EXPECT_FALSE(time_left(job));
  job.done = 1;
  job.state = JobState::paused;
  EXPECT_FALSE(time_left(job));
}

}  // namespace
}  // namespace kassabro::app
