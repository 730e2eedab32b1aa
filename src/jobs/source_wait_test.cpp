#include "jobs/source_wait.hpp"

#include <gtest/gtest.h>

#include "testing/samples.hpp"

namespace kassabro::jobs {
namespace {

using namespace std::chrono_literals;
using app::SourceErrorKind;
using testing::noon;

TEST(SourceWait, gets_longer_up_to_a_minute_until_there_is_an_answer) {
  SourceWait wait;
  for (const auto length : {2s, 4s, 8s, 16s, 32s, 60s, 60s}) {
    const auto end = wait.end_of({SourceErrorKind::unavailable, "no answer", {}}, noon);
    EXPECT_EQ(end.kind, StepEnd::Kind::wait);
    EXPECT_EQ(end.not_before, noon + length);
    EXPECT_EQ(end.reason, "no answer");
  }
  wait.clear();
  EXPECT_EQ(wait.end_of({SourceErrorKind::unavailable, "", {}}, noon).not_before, noon + 2s);
}

TEST(SourceWait, is_as_long_as_the_till_system_says) {
  SourceWait wait;
  wait.end_of({SourceErrorKind::rate_limited, "asked to wait", noon + 5min}, noon);
  EXPECT_EQ(wait.until(), noon + 5min);
}

TEST(SourceWait, what_only_a_person_can_mend_is_not_waited_for) {
  SourceWait wait;
  EXPECT_EQ(wait.end_of({SourceErrorKind::unauthorized, "refused", {}}, noon).kind, StepEnd::Kind::failed);
  EXPECT_EQ(wait.end_of({SourceErrorKind::misconfigured, "sitoo_api_id", {}}, noon).kind, StepEnd::Kind::failed);
}

}  // namespace
}  // namespace kassabro::jobs
