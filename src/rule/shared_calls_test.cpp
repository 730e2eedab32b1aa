#include "rule/shared_calls.hpp"

#include <gtest/gtest.h>

namespace kassabro::rule {
namespace {

app::DeliveryJob job(bool noted) {
  app::DeliveryJob job;
  if (noted) job.calls = std::make_shared<app::SentCalls>();
  return job;
}

const app::SentCall call{
    "POST", "/v2/subscribers", R"({"tags":["T"],"subscribers":[{"email":"a"},{"email":"b"}]})", 200, "ok", {}, 1};

TEST(SharedCalls, each_job_gets_its_own_part_of_the_body) {
  const std::vector<app::DeliveryJob> jobs{job(true), job(true), job(false)};
  share_out({call}, jobs, {1, 0});
  EXPECT_EQ(jobs[1].calls->at(0).body, R"({"tags":["T"],"subscribers":[{"email":"a"}]})");
  EXPECT_EQ(jobs[0].calls->at(0).body, R"({"tags":["T"],"subscribers":[{"email":"b"}]})");
  EXPECT_EQ(jobs[0].calls->at(0).shared_by, 2);
  EXPECT_EQ(jobs[0].calls->at(0).answer, "ok");
}

TEST(SharedCalls, who_wants_none_gets_none_and_other_bodies_stay_whole) {
  const std::vector<app::DeliveryJob> jobs{job(true), job(false)};
  auto fields = call;
  fields.body = R"({"fields":[]})";
  share_out({fields}, jobs, {0, 1});
  EXPECT_EQ(jobs[0].calls->at(0).body, fields.body);
}

}  // namespace
}  // namespace kassabro::rule
