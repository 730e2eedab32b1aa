// The published examples of the contract's part A, and the tolerance of part F.
#include "testing/till.hpp"

namespace kassabro::sitoo::spi::v1 {
namespace {

using http::Method;

class ContactsTest : public testing::Till {};

TEST_F(ContactsTest, the_published_registration_comes_back_as_the_published_item) {
  const auto answer = post("/contacts", fixture("contact_registration.json"));
  ASSERT_EQ(answer.status, 200) << answer.body;
  const std::string id(parse_json(answer.body)->as_string());
  EXPECT_EQ(answer.body, '"' + id + '"') << "a bare JSON string";
  const auto item = fixture("contact_item.json", id);
  for (const char* key : {"%2B11223334455", "+11223334455", "0011223334455", "100001"})
    EXPECT_EQ(get("/contacts?key=" + std::string(key)).body, "[" + item + "]") << key;
  EXPECT_EQ(get("/contacts?key=" + id).body, "[" + item + "]");
  EXPECT_EQ(get("/contacts/" + id).body, item);
  EXPECT_EQ(answer.content_type, "application/json; charset=utf-8");
}

TEST_F(ContactsTest, nobody_is_an_empty_array_and_no_error) {
  for (const char* key : {"12345", "anna%40shop.se", "%2B46701234567"}) {
    const auto answer = get("/contacts?key=" + std::string(key));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "[]");
  }
  directory.answer = fail({ErrorCode::unavailable, "slow", ""});
  EXPECT_EQ(get("/contacts?key=bo%40shop.se").body, "[]") << "a platform that is down does not stop the till";
}

TEST_F(ContactsTest, a_customer_of_the_platform_is_found_at_the_till) {
  auto remote = testing::sample_contact(0, "anna", "+46701234567");
  remote.member_number = "";
  directory.answer = app::RemoteContact{{99, false, clock.now()}, remote};
  EXPECT_EQ(found("anna%40shop.se")["mobile"], "+46701234567");
}

TEST_F(ContactsTest, what_is_extended_comes_only_when_asked_for) {
  register_contact(R"({"email":"anna@shop.se"})");
  const auto keys = [&](const std::string& query) {
    const auto items = *parse_json(get("/contacts?key=anna%40shop.se" + query).body);
    return items.as_array().at(0).as_object().contains("bonuschecks");
  };
  for (const char* query : {"", "&include_extended=false", "&include_extended=0", "&include_extended="})
    EXPECT_FALSE(keys(query)) << query;
  for (const char* query : {"&include_extended=true", "&include_extended=1", "&include_extended=TRUE"})
    EXPECT_TRUE(keys(query)) << query;
  set({{"always_extended", true}});
  EXPECT_TRUE(keys(""));
}

TEST_F(ContactsTest, a_person_of_a_register_can_be_registered_from_the_published_item) {
  auto person = parse_json(fixture("lookup_item.json"))->as_object();
  person["mobile"] = "070-123 45 67";
  register_contact(to_json_text(person));
  auto stored = found("0701234567");
  for (const auto& [key, value] : person)
    if (key != "mobile" && key != "membernumber") EXPECT_EQ(stored[key], value) << std::string(key);
  EXPECT_EQ(get("/lookup_contacts?key=6308212817").body, "[]");
}

TEST_F(ContactsTest, the_shops_consents_are_shown_as_they_are_set) {
  EXPECT_EQ(get("/consents").body, "[]");
  set({{"consents", *parse_json(fixture("consents.json"))}});
  EXPECT_EQ(get("/consents").body, fixture("consents.json"));
}

TEST_F(ContactsTest, a_plus_may_arrive_as_a_blank_and_a_number_in_any_usual_form) {
  const auto id = register_contact(R"({"mobile":"0701234567","email":"anna+till@shop.se"})");
  for (const char* key : {"%2B46701234567", "+46701234567", "%2046701234567", "0046701234567", "070-123+45+67", "0701234567"})
    EXPECT_EQ(found(key)["contactid"], json::value(id)) << key;
  for (const char* key : {"anna%2Btill%40shop.se", "anna+till@shop.se", "ANNA%2Btill@SHOP.se"})
    EXPECT_EQ(found(key)["contactid"], json::value(id)) << key;
}

TEST_F(ContactsTest, empty_texts_nulls_and_unknown_members_are_passed_over) {
  const auto id = register_contact(
      R"({"email":"anna@shop.se","namefirst":null,"phone":"","accepts_sms":null,"accepts_mail":"","acceptedconsents":null,"favourite":{"colour":["red"]}})");
  const auto contact = found("anna%40shop.se");
  EXPECT_EQ(contact.at("contactid"), json::value(id));
  EXPECT_EQ(contact.at("namefirst"), "");
  EXPECT_EQ(contact.at("accepts_sms"), false);
  EXPECT_FALSE(contact.contains("favourite"));
}

TEST_F(ContactsTest, birthdays_numbers_and_flags_are_read_in_every_spelling) {
  for (const char* birthday : {"1986-05-15", "1986-05-15T00:00:00Z", "19860515"}) {
    const std::string email = "b" + std::to_string(std::string_view(birthday).size()) + "@shop.se";
    register_contact(R"({"email":")" + email + R"(","birthday":")" + birthday + R"("})");
    EXPECT_EQ(found(email)["birthday"], "1986-05-15T00:00:00Z") << birthday;
  }
  register_contact(
      R"({"email":"c@shop.se","membernumber":4711,"invoice_zip":11122,"accepts_email":"true","accepts_sms":1,"accepts_mail":"0","acceptedconsents":[1,"2"]})");
  const auto contact = found("4711");
  EXPECT_EQ(contact.at("invoice_zip"), "11122");
  EXPECT_EQ(contact.at("accepts_email"), true);
  EXPECT_EQ(contact.at("accepts_sms"), true);
  EXPECT_EQ(contact.at("accepts_mail"), false);
  EXPECT_EQ(contact.at("acceptedconsents"), (json::array{"1", "2"}));
}

TEST_F(ContactsTest, an_update_by_any_method_changes_what_it_names) {
  const auto id = register_contact(R"({"email":"anna@shop.se","namefirst":"Anna","company":"Ek AB"})");
  int number = 0;
  for (const auto method : {Method::put, Method::patch, Method::post}) {
    const auto name = "Anna " + std::to_string(++number);
    const auto answer = call(method, "/contacts/" + id, R"({"namefirst":")" + name + R"(","company":""})");
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(answer.body, "true");
    EXPECT_EQ(found("anna%40shop.se")["namefirst"], json::value(name));
  }
  EXPECT_EQ(found("anna%40shop.se")["company"], "Ek AB") << "an unused field arrives as an empty text";
  EXPECT_EQ(waiting().size(), 4U);
}

TEST_F(ContactsTest, what_the_contract_leaves_open_is_a_setting) {
  const auto id = register_contact(R"({"email":"anna@shop.se","company":"Ek AB"})");
  set({{"empty_text_clears", true}, {"update_answer", "id"}});
  EXPECT_EQ(call(Method::put, "/contacts/" + id, R"({"company":""})").body, '"' + id + '"');
  EXPECT_EQ(found("anna%40shop.se")["company"], "");
  set({{"update_answer", "contact"}});
  EXPECT_EQ(parse_json(call(Method::put, "/contacts/" + id, R"({"namefirst":"Anna"})").body)->at("namefirst"), "Anna");
}

TEST_F(ContactsTest, the_till_may_tell_its_store_in_headers) {
  const auto answer = call_with({{"Authorization", "Bearer kt_shop_1"}, {"store-id", "G%C3%B6teborg%201"}, {"Staff-ID", "%zz"}},
                                Method::post, "/contacts", R"({"email":"anna@shop.se"})");
  ASSERT_EQ(answer.status, 200);
  EXPECT_EQ(found("anna%40shop.se")["storeexternalid"], "Göteborg 1");
  EXPECT_EQ(file.count("SELECT count(*) FROM consent_records WHERE store = 'Göteborg 1' AND staff = ''"), 1);
}

}  // namespace
}  // namespace kassabro::sitoo::spi::v1
