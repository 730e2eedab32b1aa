#include "webhooks/post.hpp"

#include <gtest/gtest.h>

#include "app/manage_endpoints.hpp"
#include "base/time_text.hpp"
#include "testing/samples.hpp"
#include "webhooks/signature.hpp"

namespace kassabro::webhooks {
namespace {

using namespace std::chrono_literals;
using testing::noon;

TEST(Post, an_attempt_is_signed_and_stays_out_of_private_networks) {
  app::Endpoint endpoint;
  endpoint.url = "https://example.com/hook";
  endpoint.secret = app::new_endpoint_secret();
  app::SendingJob job;
  job.message = "msg_1";
  job.payload = "{}";
  const auto request = request_of(endpoint, job, noon, 15s);
  EXPECT_EQ(request.method, http::Method::post);
  EXPECT_EQ(request.url, endpoint.url);
  EXPECT_EQ(request.body, "{}");
  EXPECT_EQ(request.timeout, 15s);
  EXPECT_TRUE(request.only_public);
  EXPECT_TRUE(request.plain_only_allowed);
  EXPECT_EQ(request.answer_bytes_kept, 1'024U);
  const std::vector<std::pair<std::string, std::string>> headers{
      {"Content-Type", "application/json"},
      {"webhook-id", "msg_1"},
      {"webhook-timestamp", std::to_string(to_epoch_ms(noon) / 1'000)},
      {"webhook-signature", signature(endpoint.secret, "msg_1", noon, "{}")}};
  EXPECT_EQ(request.headers, headers);
}

TEST(Post, an_answer_may_ask_to_wait_in_both_forms) {
  http::OutboundResponse response;
  response.status = 429;
  response.headers = {{"retry-after", "120"}};
  EXPECT_EQ(answer_of(response, noon).retry_after, 120s);
  response.headers = {{"retry-after", "Mon, 23 Nov 2026 12:01:30 GMT"}};
  EXPECT_EQ(answer_of(response, *parse_timestamp("2026-11-23T12:01:00Z")).retry_after, 30s);
  response.headers = {{"retry-after", "soon"}};
  EXPECT_FALSE(answer_of(response, noon).retry_after);
  const http::OutboundResult none = std::unexpected(http::TransportError{"Connection refused", false, false});
  EXPECT_EQ(answer_of(none, noon).fault, "Connection refused");
}

TEST(Post, an_answer_is_kept_so_that_any_database_takes_it) {
  EXPECT_EQ(readable("Tack så mycket\n"), "Tack så mycket\n");
  EXPECT_EQ(readable(std::string("a\0b\xff"
                                 "c\x01",
                                 6)),
            "a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD"
            "c\xEF\xBF\xBD");
  EXPECT_EQ(readable(std::string(5'000, 'x')).size(), 1'024U);
  EXPECT_EQ(readable("\xC3"), "\xEF\xBF\xBD") << "cut in the middle of a letter";
  EXPECT_EQ(readable("a\x7F"), "a\xEF\xBF\xBD") << "a control character too";
  EXPECT_EQ(readable(""), "");
}

}  // namespace
}  // namespace kassabro::webhooks
