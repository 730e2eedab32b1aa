#include "observability/job_gauges.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kassabro::observability {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(JobGauges, show_each_job_of_each_account) {
  const auto text =
      to_metrics_text({{7, "history", true, false, 20, 400, 1, 1'700'000'000}, {8, "mirror", false, true, 0, 0, 0, 0}});
  EXPECT_THAT(text, HasSubstr(R"(kassabro_job_running{account="7",kind="history"} 1)"));
  EXPECT_THAT(text, HasSubstr(R"(kassabro_job_done{account="7",kind="history"} 20)"));
  EXPECT_THAT(text, HasSubstr(R"(kassabro_job_total{account="7",kind="history"} 400)"));
  EXPECT_THAT(text, HasSubstr(R"(kassabro_job_faults{account="7",kind="history"} 1)"));
  EXPECT_THAT(text, HasSubstr(R"(kassabro_job_failed{account="8",kind="mirror"} 1)"));
  EXPECT_THAT(text, HasSubstr(R"(kassabro_job_progress_timestamp_seconds{account="7",kind="history"} 1700000000)"));
}

TEST(JobGauges, without_jobs_there_are_none) { EXPECT_THAT(to_metrics_text({}), Not(HasSubstr("kassabro_job_done{"))); }

}  // namespace
}  // namespace kassabro::observability
