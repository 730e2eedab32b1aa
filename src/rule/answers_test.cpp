#include "rule/answers.hpp"

#include <gtest/gtest.h>

#include "base/time_text.hpp"

namespace kassabro::rule {
namespace {

const Timestamp now = *parse_timestamp("2026-11-23T12:00:00Z");

CallError refused(int status, std::string body, std::vector<std::pair<std::string, std::string>> headers = {}) {
  const auto result = read_answer({status, std::move(headers), std::move(body)}, now);
  EXPECT_FALSE(result);
  return result.error();
}

std::optional<Subscriber> subscriber(std::string_view text) { return parse_subscriber(*parse_json(text)); }

TEST(Answers, a_204_has_no_body_and_others_have_json) {
  EXPECT_TRUE(read_answer({204, {}, ""}, now)->body.is_null());
  EXPECT_TRUE(read_answer({200, {}, "{}"}, now)->body.is_object());
  const auto page = refused(200, "<html>");
  EXPECT_EQ(page.kind, CallErrorKind::server);
  EXPECT_TRUE(page.maybe_received);
}

TEST(Answers, text_is_taken_as_it_is_where_it_is_expected) {
  EXPECT_EQ(read_answer({200, {}, "<p>Hi</p>"}, now, Expect::text)->body, "<p>Hi</p>");
  EXPECT_EQ(read_answer({200, {}, "<p>Hi</p>"}, now).error().kind, CallErrorKind::server);
  EXPECT_EQ(read_answer({404, {}, "{}"}, now, Expect::text).error().kind, CallErrorKind::not_found);
}

TEST(Answers, every_status_has_its_kind) {
  EXPECT_EQ(refused(401, R"({"error":"NotAuthorized"})").kind, CallErrorKind::unauthorized);
  EXPECT_EQ(refused(403, "").kind, CallErrorKind::unauthorized);
  EXPECT_EQ(refused(404, "").kind, CallErrorKind::not_found);
  EXPECT_EQ(refused(409, "").kind, CallErrorKind::conflict);
  for (const int status : {400, 405, 413, 422}) EXPECT_EQ(refused(status, "").kind, CallErrorKind::invalid);
  for (const int status : {301, 500, 502, 503}) EXPECT_EQ(refused(status, "oops").kind, CallErrorKind::server);
  EXPECT_TRUE(refused(500, "").maybe_received);
  EXPECT_FALSE(refused(400, "").maybe_received);
}

TEST(Answers, the_error_envelope_of_v2) {
  const auto error =
      refused(400, R"({"error":"Invalid","message":"Bad phone +46701234567.","fields":{"subscribers.phone_number":"x"}})");
  EXPECT_EQ(error.fields, std::vector<std::string>{"subscribers.phone_number"});
  EXPECT_EQ(error.message, "Rule answered 400 Invalid: Bad phone …. [subscribers.phone_number] x");
}

TEST(Answers, the_error_envelope_of_v3_has_lists_or_bare_texts) {
  EXPECT_EQ(refused(422, R"({"message":"No.","errors":{"groups":["is required","x"]}})").message,
            "Rule answered 422: No. [groups] is required");
  EXPECT_EQ(refused(422, R"({"message":"No.","errors":{"groups":"is required"}})").message,
            "Rule answered 422: No. [groups] is required");
  EXPECT_EQ(refused(404, R"({"error":"Nothing here"})").message, "Rule answered 404 Nothing here");
}

TEST(Answers, errors_hold_no_personal_data) {
  const auto error =
      refused(400, R"({"error":"E","message":"anna@shop.se is \"Anna\"","fields":{"anna@shop.se":"070-123 45 67"}})");
  for (const auto* told : {"anna", "Anna", "123 45"}) EXPECT_FALSE(error.message.contains(told)) << error.message;
}

TEST(Answers, a_429_tells_when_or_half_a_minute_counts) {
  EXPECT_EQ(refused(429, "", {{"retry-after", "12"}}).not_before, now + std::chrono::seconds(12));
  EXPECT_EQ(refused(429, "", {{"retry-after", "2026-11-23 13:00:45"}, {"date", "Mon, 23 Nov 2026 12:00:00 GMT"}}).not_before,
            now + std::chrono::seconds(45));
  EXPECT_EQ(refused(429, "").not_before, now + std::chrono::seconds(30));
}

TEST(Answers, a_redirect_asks_for_https) { EXPECT_TRUE(refused(301, "").message.contains("https")); }

TEST(Answers, a_subscriber_is_blocked_by_any_suppression_of_campaigns_or_without_opt_in) {
  EXPECT_EQ(subscriber(R"({"subscriber":{"id":1,"opted_in":true,"suppressed":[]}})")->blocked, false);
  EXPECT_EQ(subscriber(R"({"subscriber":{"id":1,"opted_in":false}})")->blocked, true);
  EXPECT_EQ(subscriber(R"({"subscriber":{"id":1,"suppressed":[{"dispatcher_type":"campaign","message_type":"text_message"}]}})")
                ->blocked,
            true);
  EXPECT_EQ(subscriber(R"({"subscriber":{"id":1,"suppressed":[{"dispatcher_type":"transactional"}]}})")->blocked, false);
  EXPECT_EQ(subscriber(R"({"subscriber":{"id":1},"suppressed":[{}]})")->blocked, true);
  EXPECT_EQ(subscriber(R"({"subscriber":{"id":1,"suppressed":true}})")->blocked, true);
  EXPECT_EQ(subscriber(R"({"subscriber":{"id":1}})")->blocked, std::nullopt);
}

TEST(Answers, a_subscriber_of_v3_has_its_phone_under_another_name) {
  const auto person = subscriber(R"({"data":{"id":"12","email":"a@b.se","phone":"+46701234567"}})");
  EXPECT_EQ(person->id, 12);
  EXPECT_EQ(person->phone, "+46701234567");
  EXPECT_FALSE(subscriber(R"({"message":"Success"})"));
}

TEST(Answers, a_link_that_says_nothing_of_blocks_is_not_fresh) {
  EXPECT_EQ(link_of({5, "", "", std::nullopt}, std::nullopt, now).checked_at, Timestamp{});
  EXPECT_EQ(link_of({5, "", "", true}, std::nullopt, now).checked_at, now);
  const app::RemoteLink known{5, true, now};
  EXPECT_TRUE(link_of({5, "", "", std::nullopt}, known, now).blocked);
}

TEST(Answers, fields_are_named_by_name_or_key_and_orders_are_left_out) {
  const auto fields = parse_fields(*parse_json(R"({"groups":[
      {"name":"A","historical":false,"fields":[{"name":"x","value":"1"},{"key":"y","value":["2"]},{"name":"z","value":null}]},
      {"name":"Order","historical":true,"fields":[{"name":"total","value":"9"}]}]})"));
  ASSERT_EQ(fields.size(), 2U);
  EXPECT_EQ(fields[0].name, "x");
  EXPECT_EQ(fields[1].name, "y");
}

}  // namespace
}  // namespace kassabro::rule
