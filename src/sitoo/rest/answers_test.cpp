#include "sitoo/rest/answers.hpp"

#include <gtest/gtest.h>

#include "base/time_text.hpp"

namespace kassabro::sitoo::rest {
namespace {

using app::SourceErrorKind;
using std::chrono::minutes;
using std::chrono::seconds;

const Timestamp now = *parse_timestamp("2026-11-23T12:00:00Z");

http::OutboundResponse answer(int status, std::string body = "",
                              std::vector<std::pair<std::string, std::string>> headers = {}) {
  return {status, std::move(headers), std::move(body)};
}

std::optional<Timestamp> waits(const std::string& name, const std::string& value) {
  return retry_time(answer(429, "", {{name, value}}), now);
}

TEST(RestAnswers, reads_every_form_of_being_asked_to_wait) {
  const auto epoch = std::to_string(to_epoch_ms(now) / 1000 + 30);
  EXPECT_EQ(waits("x-rate-limit-reset", epoch), now + seconds(30));
  EXPECT_EQ(waits("retry-after", "7"), now + seconds(7));
  EXPECT_EQ(waits("retry-after", "Mon, 23 Nov 2026 12:01:30 GMT"), now + seconds(90));
  EXPECT_FALSE(retry_time(answer(429), now));
}

TEST(RestAnswers, the_reset_goes_before_retry_after_unless_it_says_nothing) {
  const auto epoch = std::to_string(to_epoch_ms(now) / 1000 + 30);
  EXPECT_EQ(retry_time(answer(429, "", {{"retry-after", "7"}, {"x-rate-limit-reset", epoch}}), now), now + seconds(30));
  for (const char* nothing : {"soon", "", "1600000000", "-1", "99999999999999999999"})
    EXPECT_EQ(retry_time(answer(429, "", {{"x-rate-limit-reset", nothing}, {"retry-after", "7"}}), now), now + seconds(7))
        << nothing;
}

TEST(RestAnswers, a_wait_is_a_second_to_ten_minutes_and_what_is_past_or_unreadable_is_none) {
  EXPECT_EQ(waits("retry-after", "86400"), now + minutes(10));
  EXPECT_EQ(waits("x-rate-limit-reset", "4000000000"), now + minutes(10));
  EXPECT_EQ(retry_time(answer(429, "", {{"x-rate-limit-reset", std::to_string(to_epoch_ms(now) / 1000 + 1)}}),
                       now + std::chrono::milliseconds(900)),
            now + std::chrono::milliseconds(1'900));
  for (const char* value : {"0", "-3", "soon", "Mon, 23 Nov 2026 11:00:00 GMT"})
    EXPECT_FALSE(waits("retry-after", value)) << value;
}

TEST(RestAnswers, an_error_says_what_to_look_at) {
  const auto refused = error_of(answer(401, R"({"statuscode":401,"errortext":"Unauthorized. Authorization failed."})"), now);
  EXPECT_EQ(refused.kind, SourceErrorKind::unauthorized);
  EXPECT_NE(refused.message.find("sitoo_api_id"), std::string::npos);
  EXPECT_NE(refused.message.find("Authorization failed"), std::string::npos);
  EXPECT_EQ(error_of(answer(403), now).kind, SourceErrorKind::unauthorized);
  EXPECT_EQ(error_of(answer(404), now).kind, SourceErrorKind::misconfigured);
  EXPECT_EQ(error_of(answer(302), now).kind, SourceErrorKind::misconfigured);
  EXPECT_EQ(error_of(answer(429), now).kind, SourceErrorKind::rate_limited);
  for (const int status : {400, 500, 502, 503, 504})
    EXPECT_EQ(error_of(answer(status), now).kind, SourceErrorKind::unavailable);
  EXPECT_EQ(error_of(http::TransportError{"no such host"}).kind, SourceErrorKind::unavailable);
}

TEST(RestAnswers, reads_error_texts_leniently) {
  EXPECT_EQ(error_text(R"({"statuscode":429,"errortext":"Too many connections"})"), "Too many connections");
  EXPECT_EQ(error_text(R"("Invalid value")"), "Invalid value");
  EXPECT_EQ(error_text(" Bad gateway\n"), "Bad gateway");
  EXPECT_EQ(error_text(R"({"errortext":"The address ann@shop.se (phone +46 70-123 45 67) is not valid"})"), "The address … (phone … is not valid");
  for (const char* nothing : {"", "<html>502</html>", R"({"status)", "[]", "{}", "\xFF"})
    EXPECT_EQ(error_text(nothing), "") << nothing;
  EXPECT_EQ(error_text(std::string(1000, 'x')).size(), 200U);
}

TEST(RestAnswers, a_body_that_is_cut_off_is_no_answer) {
  EXPECT_EQ(read_body(answer(200, R"({"totalcount":1,"items":[{"orde)")).error().kind, SourceErrorKind::unavailable);
  EXPECT_EQ(read_body(answer(200, "")).error().kind, SourceErrorKind::unavailable);
  EXPECT_TRUE(read_body(answer(200, R"({"totalcount":0,"items":[]})")));
}

}  // namespace
}  // namespace kassabro::sitoo::rest
