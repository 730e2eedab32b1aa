#include "outbox/note_try.hpp"

#include <gtest/gtest.h>

namespace kassabro::outbox {
namespace {

constexpr Timestamp start{std::chrono::milliseconds(1'000)};
constexpr Timestamp end{std::chrono::milliseconds(1'250)};

app::DeliveryJob job_with(app::SentCalls calls) {
  app::DeliveryJob job;
  job.calls = std::make_shared<app::SentCalls>(std::move(calls));
  return job;
}

const app::SentCall a_call{"POST", "/v2/subscribers", "{}", 503, "busy", std::chrono::milliseconds(200), 1};

TEST(NoteTry, keeps_how_it_ended_and_what_was_sent) {
  const auto noted = note_of(job_with({a_call}), app::Retry{"Rule is busy", true}, start, end);
  ASSERT_TRUE(noted);
  EXPECT_EQ(noted->at, start);
  EXPECT_EQ(noted->took.count(), 250);
  EXPECT_EQ(noted->outcome, "retry");
  EXPECT_EQ(noted->reason, "Rule is busy");
  EXPECT_EQ(noted->calls, app::SentCalls{a_call});
}

TEST(NoteTry, is_silent_about_waiting_that_sent_nothing) {
  EXPECT_FALSE(note_of(job_with({}), app::Deferred{end, "later"}, start, end));
  EXPECT_TRUE(note_of(job_with({a_call}), app::Deferred{end, "later"}, start, end));
  EXPECT_TRUE(note_of(job_with({}), app::Rejected{"no address"}, start, end));
}

TEST(NoteTry, is_silent_when_nobody_wants_to_know) {
  EXPECT_FALSE(note_of(app::DeliveryJob{}, app::Rejected{"no address"}, start, end));
}

}  // namespace
}  // namespace kassabro::outbox
