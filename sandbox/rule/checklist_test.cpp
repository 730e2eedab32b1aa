// One test, or more, for each of the 16 points of the contract's section 13.
#include <gtest/gtest.h>

#include "sandbox/rule/testing.hpp"

namespace kassabro::sandbox::rule {
namespace {

using testing::header_of;
using testing::object_of;
using testing::Rule;
using namespace std::chrono_literals;

std::string upsert(std::string_view subscriber, std::string_view more = "") {
  return std::string(R"({"update_on_duplicate":true,)") + std::string(more) + R"("subscribers":)" + std::string(subscriber) +
         "}";
}

TEST(RuleChecklist, point_1_every_2xx_but_204_carries_json_and_v2_succeeds_with_200) {
  Rule rule;
  for (const auto& response : {rule.post("/v2/subscribers", upsert(R"({"email":"anna@example.com"})")), rule.get("/v2/tags"),
                               rule.post("/v2/customizations", R"({"fields":[{"key":"A.B"}]})")}) {
    EXPECT_EQ(response.status, 200);
    EXPECT_TRUE(parse_json(response.body));
  }
}

TEST(RuleChecklist, point_2_a_subscriber_stands_under_its_name_with_a_number_as_id_and_404_when_missing) {
  Rule rule;
  const auto id = rule.add_anna();
  const auto response = rule.get("/v2/subscribers/ANNA%40example.com");
  EXPECT_EQ(object_of(response).at("subscriber").at("id").as_int64(), id);
  EXPECT_EQ(rule.get("/v2/subscribers/nobody@example.com").status, 404);
  EXPECT_EQ(rule.get("/v2/subscribers/%2B46701234567?identified_by=phone_number").status, 200);
  EXPECT_EQ(rule.get("/v2/subscribers/" + std::to_string(id) + "?identified_by=id").status, 200);
}

TEST(RuleChecklist, point_3_a_v3_create_answers_data_with_phone_and_409_or_422_when_it_exists) {
  Rule rule;
  const auto body = R"({"email":"anna@example.com","phone_number":"0701234567"})";
  const auto created = rule.post("/v3/subscribers", body);
  EXPECT_EQ(created.status, 201);
  EXPECT_EQ(object_of(created).at("data").at("phone").as_string(), "+46701234567");
  EXPECT_FALSE(object_of(created).at("data").as_object().contains("phone_number"));
  EXPECT_EQ(rule.post("/v3/subscribers", body).status, 409);
  rule.state.switches.duplicate_status = 422;
  EXPECT_EQ(rule.post("/v3/subscribers", body).status, 422);
}

TEST(RuleChecklist, point_4_tag_calls_suppressions_and_blocks_answer_204) {
  Rule rule;
  const auto id = std::to_string(rule.add_anna());
  const auto anna = R"({"subscribers":[{"email":"anna@example.com"}],"tags":["A"]})";
  EXPECT_EQ(rule.put("/v3/subscribers/anna@example.com/tags", R"({"tags":["A"]})").status, 204);
  EXPECT_EQ(rule.erase("/v3/subscribers/anna@example.com/tags/A").status, 204);
  EXPECT_EQ(rule.post("/v3/subscribers/tags", anna).status, 204);
  EXPECT_EQ(rule.erase("/v3/subscribers/tags", anna).status, 204);
  EXPECT_EQ(rule.post("/v3/subscribers/block", anna).status, 204);
  EXPECT_EQ(rule.anna().status, Status::blocked);
  EXPECT_EQ(rule.post("/v3/subscribers/unblock", anna).status, 204);
  EXPECT_EQ(rule.post("/v3/suppressions", R"({"subscribers":[)" + id + "]}").status, 204);
}

TEST(RuleChecklist, point_4_an_identifier_object_must_hold_exactly_one_member) {
  Rule rule;
  EXPECT_EQ(rule.post("/v3/subscribers/block", R"({"subscribers":[{"email":"a@b.se","id":1}]})").status, 422);
  EXPECT_EQ(rule.post("/v3/subscribers/block", R"({"subscribers":[{}]})").status, 422);
}

TEST(RuleChecklist, point_5_array_style_queries_filter_groups) {
  Rule rule;
  const auto id = std::to_string(rule.add_anna());
  rule.post("/v2/subscribers",
            upsert(R"({"email":"anna@example.com","fields":[{"key":"One.A","value":"1"},{"key":"Two.B","value":"2"}]})"));
  const auto data = object_of(rule.get("/v3/custom-field-data/" + id + "?groups_name%5B%5D=Two")).at("data").as_array();
  ASSERT_EQ(data.size(), 1U);
  EXPECT_EQ(data[0].at("group_name").as_string(), "Two");
}

TEST(RuleChecklist, point_6_suppressions_take_the_slash_and_a_body_on_delete) {
  Rule rule;
  const auto body = R"({"subscribers":[)" + std::to_string(rule.add_anna()) + R"(],"message_types":["email"]})";
  EXPECT_EQ(rule.post("/v3/suppressions/", body).status, 204);
  ASSERT_EQ(rule.anna().suppressions.size(), 1U);
  EXPECT_EQ(rule.anna().suppressions[0].message_type, "email");
  EXPECT_EQ(rule.post("/v3/suppressions/", body).status, 204) << "idempotent";
  EXPECT_EQ(rule.erase("/v3/suppressions/", body).status, 204);
  EXPECT_TRUE(rule.anna().suppressions.empty());
}

TEST(RuleChecklist, point_7_the_next_page_is_an_absolute_url_and_more_than_100_is_refused) {
  Rule rule;
  rule.post("/v2/subscribers", upsert(R"({"email":"anna@example.com"})", R"("tags":["A","B","C"],)"));
  const auto first = object_of(rule.get("/v2/tags?limit=2"));
  EXPECT_EQ(first.at("tags").as_array().size(), 2U);
  EXPECT_EQ(first.at("meta").at("next").as_string(), "http://rule.test/v2/tags?page=2&limit=2");
  EXPECT_TRUE(object_of(rule.get("/v2/tags?page=2&limit=2")).at("meta").at("next").is_null());
  EXPECT_EQ(object_of(rule.get("/v2/tags?limit=101")).at("error").as_string(), "LimitExceed");
}

TEST(RuleChecklist, points_8_and_9_pages_of_v3_are_cut_exactly) {
  Rule rule;
  const auto id = std::to_string(rule.add_anna());
  for (int i = 0; i < 5; ++i)
    rule.post(
        "/v3/custom-field-data/" + id,
        R"({"groups":[{"group":"Order","create_if_not_exists":true,"historical":true,"values":[{"field":"N","create_if_not_exists":true,"value":"1"}]}]})");
  const auto page = [&](int number) {
    return object_of(rule.get("/v3/custom-field-data/" + id + "/group/Order?per_page=2&page=" + std::to_string(number)))
        .at("data")
        .as_array()
        .size();
  };
  EXPECT_EQ(page(1), 2U);
  EXPECT_EQ(page(3), 1U);
  EXPECT_EQ(page(4), 0U);
}

TEST(RuleChecklist, point_10_rate_headers_tell_requests_and_errors_and_a_block_names_a_stockholm_time) {
  Rule rule;
  rule.add_anna();
  const auto miss = rule.get("/v2/subscribers/nobody@example.com");
  EXPECT_EQ(header_of(miss, "RequestsCount-Allowed"), "2000");
  EXPECT_EQ(header_of(miss, "RequestsCount-Current"), "2");
  EXPECT_EQ(header_of(miss, "X-ErrorPercent-Limit"), "49");
  EXPECT_EQ(header_of(miss, "X-ErrorPercent-Current"), "50");
  rule.state.switches.error_percent_block = true;
  for (int i = 0; i < 30; ++i) rule.get("/v2/subscribers/nobody@example.com");
  const auto blocked = rule.get("/v2/tags");
  EXPECT_EQ(blocked.status, 429);
  EXPECT_EQ(header_of(blocked, "Retry-After"), "2026-11-23 11:01:00") << "ten o'clock UTC is eleven in Stockholm";
  EXPECT_EQ(header_of(blocked, "RequestsCount-Current"), "");
  rule.now += 61s;
  EXPECT_EQ(rule.get("/v2/tags").status, 200);
  rule.state.switches.requests_block = true;
  rule.state.switches.requests_allowed = 1;
  EXPECT_EQ(rule.get("/v2/tags").status, 429);
}

TEST(RuleChecklist, point_13_an_unknown_key_is_401_not_authorized) {
  Rule rule;
  rule.key = "nonsense";
  const auto response = rule.get("/v2/tags");
  EXPECT_EQ(response.status, 401);
  EXPECT_EQ(response.body, R"({"error":"NotAuthorized"})");
  rule.key = "rk_good";
  EXPECT_EQ(rule.get("/v2/tags").status, 200);
  rule.state.set_key_valid("rk_good", false, rule.now);
  EXPECT_EQ(rule.get("/v2/tags").status, 401);
}

TEST(RuleChecklist, point_14_webhooks_have_the_bodies_of_section_10) {
  Rule rule;
  for (const auto* event : {"unsubscribe", "resubscribed", "tag-added", "tag-removed"})
    rule.state.webhooks[event] = {"http://hook"};
  const auto body = R"({"subscribers":[)" + std::to_string(rule.add_anna()) + R"(],"message_types":["email"]})";
  rule.post("/v3/suppressions/", body);
  rule.erase("/v3/suppressions/", body);
  rule.put("/v3/subscribers/anna@example.com/tags", R"({"tags":["A"]})");
  rule.erase("/v3/subscribers/anna@example.com/tags/A");
  ASSERT_EQ(rule.state.outbound.size(), 4U);
  const auto sent = [&](std::size_t i) { return parse_json(rule.state.outbound[i].body)->as_object(); };
  EXPECT_EQ(sent(0).at("dispatcher_type").as_string(), "campaign");
  EXPECT_EQ(sent(0).at("message_type").as_string(), "email");
  EXPECT_EQ(sent(0).at("suppressed_source_type").as_string(), "api");
  EXPECT_EQ(sent(0).at("subscriber").at("email").as_string(), "anna@example.com");
  EXPECT_TRUE(sent(0).at("account").as_object().contains("name"));
  EXPECT_FALSE(sent(1).contains("message_type")) << "resubscribed says who, not what";
  EXPECT_EQ(sent(2).at("tag").at("name").as_string(), "A");
  EXPECT_EQ(sent(2), sent(3)) << "tag added and tag removed look the same";
}

TEST(RuleChecklist, opt_outs_and_opt_ins_are_listed_by_time_type_and_page) {
  Rule rule;
  const auto body = R"({"subscribers":[)" + std::to_string(rule.add_anna()) + R"(],"message_types":["email"]})";
  rule.post("/v3/suppressions/", body);
  rule.now += std::chrono::hours(1);
  rule.erase("/v3/suppressions/", body);
  const auto list = [&](const std::string& query) {
    return object_of(rule.get("/v3/export/statistics?" + query)).at("data").as_array();
  };
  const std::string day = "date_from=2026-11-23%2000:00:00&date_to=2026-11-23%2023:59:59";
  const auto all = list(day);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].at("statistic_type").as_string(), "unsubscribed");
  EXPECT_EQ(all[0].at("message_type").as_string(), "email");
  EXPECT_EQ(all[0].at("created_at").as_string(), "2026-11-23 11:00:00") << "ten o'clock UTC is eleven in Stockholm";
  EXPECT_EQ(all[0].at("email").as_string(), "anna@example.com");
  EXPECT_EQ(all[1].at("statistic_type").as_string(), "resubscribe");
  EXPECT_EQ(list(day + "&statistic_types%5B%5D=resubscribe").size(), 1U);
  EXPECT_EQ(list("date_from=2026-11-23%2011:30:00&date_to=2026-11-23%2023:59:59").size(), 1U);
  EXPECT_EQ(rule.get("/v3/export/statistics?date_from=2026-11-23&date_to=x").status, 422);
  for (int i = 0; i < 50; ++i) {
    rule.post("/v3/suppressions/", body);
    rule.erase("/v3/suppressions/", body);
  }
  const auto first = object_of(rule.get("/v3/export/statistics?" + day));
  EXPECT_EQ(first.at("data").as_array().size(), 100U);
  const auto rest = object_of(
      rule.get("/v3/export/statistics?" + day + "&next_page_token=" + std::string(first.at("next_page_token").as_string())));
  EXPECT_EQ(rest.at("data").as_array().size(), 2U);
  EXPECT_TRUE(rest.at("next_page_token").is_null());
}

TEST(RuleChecklist, point_15_a_write_is_invisible_to_reads_until_the_delay_has_passed) {
  Rule rule;
  rule.state.switches.read_delay = 2s;
  rule.add_anna();
  EXPECT_EQ(rule.get("/v2/subscribers/anna@example.com").status, 404);
  EXPECT_EQ(rule.post("/v2/subscribers", R"({"subscribers":{"email":"anna@example.com"}})").status, 409) << "writes see it";
  rule.now += 2s;
  EXPECT_EQ(rule.get("/v2/subscribers/anna@example.com").status, 200);
}

TEST(RuleChecklist, point_16_v2_takes_the_key_from_the_header_the_query_or_the_body) {
  Rule rule;
  const http::HeaderViews none{{"Accept", "*/*"}};
  EXPECT_EQ(rule.call(http::Method::get, "/v2/tags", "", none).status, 401);
  EXPECT_EQ(rule.call(http::Method::get, "/v2/tags?apikey=rk_query", "", none).status, 200);
  EXPECT_EQ(rule.call(http::Method::post, "/v2/customizations", R"({"apikey":"rk_body","fields":[]})", none).status, 200);
  EXPECT_EQ(rule.call(http::Method::get, "/v3/brand-styles?apikey=rk_query", "", none).status, 401)
      << "v3 reads the header only";
}

TEST(RuleKeys, are_made_shown_once_and_removed_for_good) {
  Rule rule;
  const auto made = object_of(rule.post("/v3/api-keys", R"({"name":"Second"})")).at("data").as_object();
  const auto first = rule.key;
  rule.key = text_member(made, "key");
  EXPECT_EQ(object_of(rule.get("/v3/api-keys")).at("data").as_array().size(), 2U) << "the same account";
  EXPECT_EQ(rule.erase("/v3/api-keys/" + text_member(made, "id")).status, 204);
  EXPECT_EQ(rule.get("/v2/tags").status, 401) << "and it does not come back as another account's";
  rule.key = first;
  EXPECT_EQ(rule.get("/v2/sender/details").status, 200);
  EXPECT_EQ(rule.get("/v3/accounts").status, 403);
}

TEST(RuleFaults, count_for_the_error_rate) {
  Rule rule;
  http::Request request;
  request.target = "/v2/tags?apikey=rk_test";
  auto response = http::json_response("{}", 503);
  count_fault(rule.state, request, response, rule.now);
  EXPECT_EQ(header_of(response, "X-ErrorPercent-Current"), "100");
}

}  // namespace
}  // namespace kassabro::sandbox::rule
