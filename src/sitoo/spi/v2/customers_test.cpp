// The published examples of the contract's part B, and the tolerance of part F.
#include "testing/till_v2.hpp"

namespace kassabro::sitoo::spi::v2 {
namespace {

using http::Method;

class CustomersTest : public testing::TillV2 {};

TEST_F(CustomersTest, a_registration_comes_back_as_the_published_item) {
  const auto answer = post("/customers", fixture("customer_registration.json"));
  ASSERT_EQ(answer.status, 200) << answer.body;
  const auto id = text_member(parse_json(answer.body)->as_object(), "customer_id");
  const auto item = fixture("customer_item.json", id);
  EXPECT_EQ(answer.body, item);
  EXPECT_EQ(get("/customers?key_type=member_number&key=10012").body, "[" + item + "]");
  EXPECT_EQ(get("/customers/search?key_type=member_number&key=10012").body, "[" + item + "]");
  EXPECT_EQ(get("/customers/" + id).body, item);
  EXPECT_EQ(answer.content_type, "application/json; charset=utf-8");
}

TEST_F(CustomersTest, has_every_published_member_in_the_published_kind) {
  const auto id = register_customer(fixture("customer_registration.json"));
  const auto ours = customer(id);
  for (const auto& [name, value] : parse_json(fixture("customer_published.json"))->as_object()) {
    ASSERT_TRUE(ours.contains(name)) << std::string(name);
    EXPECT_EQ(ours.at(name).kind(), value.kind()) << std::string(name);
  }
}

TEST_F(CustomersTest, another_crms_item_can_be_sent_back_as_a_change) {
  const auto id = register_customer(R"({"email":"anna@shop.se"})");
  const auto answer = call(Method::put, "/customers/" + id, fixture("customer_published.json"));
  ASSERT_EQ(answer.status, 200) << answer.body;
  const auto changed = customer(id);
  EXPECT_EQ(changed.at("member_number"), "10012");
  EXPECT_EQ(changed.at("accepts_communication").as_array().size(), 3U);
  EXPECT_EQ(changed.at("promotions").as_array().size(), 0U) << "what only the answer has is passed over";
}

TEST_F(CustomersTest, nobody_is_an_empty_array_by_any_type_of_key) {
  for (const char* type :
       {"member_number", "email", "mobile", "phone", "customer_id", "personal_id", "company_id", "barcode", "shoe_size", ""}) {
    const auto answer = get("/customers?key=4711&key_type=" + std::string(type));
    EXPECT_EQ(answer.status, 200) << type;
    EXPECT_EQ(answer.body, "[]") << type;
  }
  EXPECT_EQ(get("/customers?key=4711").body, "[]");
  directory.answer = fail({ErrorCode::unavailable, "slow", ""});
  EXPECT_EQ(get("/customers?key=bo%40shop.se&key_type=email").body, "[]") << "a platform that is down does not stop the till";
}

TEST_F(CustomersTest, a_known_type_of_key_means_keys_of_that_kind_only) {
  const auto anna = register_customer(R"({"email":"anna@shop.se","mobile":"0701234567"})");
  const auto bo = register_customer(R"({"email":"bo@shop.se","member_number":"0701234567"})");
  const auto who = [&](const std::string& key, const std::string& type) {
    return text_member(found(key, type), "customer_id");
  };
  EXPECT_EQ(who("0701234567", "mobile"), anna);
  EXPECT_EQ(who("0701234567", "PHONE"), anna);
  EXPECT_EQ(who("0701234567", "member_number"), bo);
  EXPECT_EQ(who("0701234567", "member-number"), bo);
  EXPECT_EQ(who("0701234567", ""), anna) << "the likeliest first";
  EXPECT_EQ(who(anna, "customer_id"), anna);
  EXPECT_EQ(who(anna, "member_number"), "") << "an id is no member number";
  EXPECT_EQ(who("bo%40shop.se", "email"), bo);
}

TEST_F(CustomersTest, a_key_that_cannot_be_of_its_type_is_looked_for_among_all) {
  const auto id = register_customer(R"({"email":"anna@shop.se","mobile":"0701234567","member_number":"M-1"})");
  for (const auto& [key, type] :
       {std::pair{"anna%40shop.se", "mobile"}, std::pair{"anna%40shop.se", "member_number"}, std::pair{"0701234567", "email"},
        std::pair{"M-1", "phone"}, std::pair{"M-1", "customer_id"}, std::pair{"0701234567", "barcode"}})
    EXPECT_EQ(text_member(found(key, type), "customer_id"), id) << key << " as " << type;
}

TEST_F(CustomersTest, a_customer_of_the_platform_is_found_at_the_till) {
  auto remote = testing::sample_contact(0, "anna", "+46701234567");
  remote.member_number = "";
  directory.answer = app::RemoteContact{{99, false, clock.now()}, remote};
  EXPECT_EQ(found("anna%40shop.se", "email")["mobile"], "+46701234567");
}

TEST_F(CustomersTest, a_change_keeps_what_it_does_not_name) {
  const auto id = register_customer(fixture("customer_registration.json"));
  for (const auto method : {Method::put, Method::patch, Method::post}) {
    const auto answer = call(method, "/customers/" + id,
                             R"({"name_last":"Berg","company":null,"mobile":"","invoice_address":{"city":"Lund","zip":null}})");
    ASSERT_EQ(answer.status, 200) << answer.body;
    const auto changed = parse_json(answer.body)->as_object();
    EXPECT_EQ(changed.at("name_last"), "Berg");
    EXPECT_EQ(changed.at("name_first"), "Anna");
    EXPECT_EQ(changed.at("mobile"), "+46701112233");
    EXPECT_EQ(changed.at("invoice_address").at("city"), "Lund");
    EXPECT_EQ(changed.at("invoice_address").at("zip"), "21142");
    EXPECT_EQ(changed.at("accepts_communication"), (json::array{"email", "sms"}));
    EXPECT_EQ(changed.at("additional_options").as_array().size(), 1U);
  }
}

TEST_F(CustomersTest, the_ways_to_be_written_to_are_said_by_the_array_or_one_by_one) {
  const auto id = register_customer(R"({"email":"anna@shop.se","accepts_communication":["EMAIL"]})");
  const auto after = [&](const std::string& body) {
    EXPECT_EQ(call(Method::put, "/customers/" + id, body).status, 200) << body;
    return customer(id).at("accepts_communication");
  };
  EXPECT_EQ(after("{}"), json::array{"email"});
  EXPECT_EQ(after(R"({"accepts_sms":true})"), (json::array{"email", "sms"}));
  EXPECT_EQ(after(R"({"accepts_communication":["mail"]})"), json::array{"mail"}) << "the array says all three";
  EXPECT_EQ(after(R"({"accepts_communication":[]})"), json::array{});
  EXPECT_EQ(after(R"({"accepts_communication":["sms"],"accepts_mail":"1"})"), (json::array{"mail", "sms"}));
  EXPECT_EQ(file.count("SELECT count(*) FROM consent_records WHERE source = 'sitoo_v2'"), 5);
}

TEST_F(CustomersTest, both_forms_of_a_birthday_are_read) {
  for (const char* birthday : {"1986-05-15", "1986-05-15T00:00:00Z", "19860515"}) {
    const auto email = "b" + std::to_string(std::string_view(birthday).size()) + "@shop.se";
    const auto id = register_customer(R"({"email":")" + email + R"(","birthday":")" + birthday + R"("})");
    EXPECT_EQ(customer(id).at("birthday"), "1986-05-15") << birthday;
  }
}

TEST_F(CustomersTest, options_of_the_till_are_kept_as_they_came) {
  const auto id =
      register_customer(R"({"email":"anna@shop.se","additional_options":[{"id":"x","enum_values":["a"],"more":{"y":1.5}}]})");
  EXPECT_EQ(to_json_text(customer(id).at("additional_options")), R"([{"id":"x","enum_values":["a"],"more":{"y":1.5E0}}])");
  call(Method::put, "/customers/" + id, R"({"name_first":"Anna"})");
  EXPECT_EQ(customer(id).at("additional_options").as_array().size(), 1U);
  call(Method::put, "/customers/" + id, R"({"additional_options":[]})");
  EXPECT_EQ(customer(id).at("additional_options").as_array().size(), 0U);
}

TEST_F(CustomersTest, what_the_contract_leaves_open_is_a_setting) {
  set({{"add_answer", "id"}, {"update_answer", "true"}, {"empty_text_clears", true}});
  const auto answer = post("/customers", R"({"email":"anna@shop.se","company":"Ek AB"})");
  const auto id = text_member(parse_json(answer.body)->as_object(), "customer_id");
  EXPECT_EQ(answer.body, R"({"customer_id":")" + id + R"("})");
  EXPECT_EQ(call(Method::put, "/customers/" + id, R"({"company":""})").body, "true");
  EXPECT_EQ(customer(id).at("company"), "");
}

TEST_F(CustomersTest, the_shops_consents_are_v1s_unless_there_are_others) {
  EXPECT_EQ(get("/consents").body, "[]");
  const auto v1 = parse_json(sitoo_fixture("spi_v1/consents.json", "{}", "")).value();
  set_member("sitoo_v1", {{"consents", v1}});
  EXPECT_EQ(get("/consents").body, fixture("consents.json"));
  set({{"consents", json::array{{{"consent_id", "9"}, {"name", "Other"}}}}});
  EXPECT_EQ(get("/consents").body, R"([{"consent_id":"9","name":"Other","description":"","value":false}])");
}

TEST_F(CustomersTest, the_origin_of_each_change_is_kept) {
  const testing::Headers origin{{"store-id", "G%C3%B6teborg%201"}, {"Staff-ID", "42"}, {"Register-ID", "%7B3CC%7D"}};
  const auto answer = call(Method::post, "/customers", R"({"email":"anna@shop.se"})", origin);
  const auto id = text_member(parse_json(answer.body)->as_object(), "customer_id");
  EXPECT_EQ(customer(id).at("store_id_home"), "Göteborg 1");
  call(Method::put, "/customers/" + id, R"({"name_first":"Anna"})", {{"Staff-ID", "%zz"}});
  EXPECT_EQ(file.count("SELECT count(*) FROM contact_changes WHERE version = 1 AND source = 'sitoo_v2' AND staff = '42' AND "
                       "store = 'Göteborg 1' AND register = '{3CC}'"),
            1);
  EXPECT_EQ(file.count("SELECT count(*) FROM contact_changes WHERE version = 2 AND staff = ''"), 1) << "no text is passed over";
  give(id, check_of("b1"));
  call(Method::post, "/customers/" + id + "/redeem", R"({"bonus_check_ids":["b1"],"receipt_id":"R1"})", origin);
  call(Method::post, "/customers/" + id + "/undo-redeem", R"({"receipt_id":"R1"})", origin);
  EXPECT_EQ(file.count("SELECT count(*) FROM bonus_entries WHERE source = 'sitoo_v2' AND staff = '42'"), 2);
}

}  // namespace
}  // namespace kassabro::sitoo::spi::v2
