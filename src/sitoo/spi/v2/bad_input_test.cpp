// What a till may get wrong: a clear refusal that names the field, and nothing is stored.
#include "testing/till_v2.hpp"

namespace kassabro::sitoo::spi::v2 {
namespace {

using http::Method;
using testing::expect_refusal;

class BadInputV2Test : public testing::TillV2 {};

TEST_F(BadInputV2Test, a_customer_that_cannot_be_is_refused_at_its_field) {
  const std::string options(21, ' ');
  const std::vector<std::pair<std::string, std::string>> faults{
      {"", "body"},
      {"{", "body"},
      {"[]", "body"},
      {"{\"email\":\"\xff@shop.se\"}", "body"},
      {"{}", "email"},
      {R"({"name_first":"Anna"})", "email"},
      {R"({"email":"anna"})", "email"},
      {R"({"email":["anna@shop.se"]})", "email"},
      {R"({"mobile":"12"})", "mobile"},
      {R"({"email":"anna@shop.se","phone":"+46"})", "phone"},
      {R"({"email":"anna@shop.se","birthday":"1986-02-30"})", "birthday"},
      {R"({"email":"anna@shop.se","name_last":"Ek\n"})", "name_last"},
      {R"({"email":"anna@shop.se","invoice_address":"Storgatan 1"})", "invoice_address"},
      {R"({"email":"anna@shop.se","invoice_address":{"zip":{}}})", "invoice_address.zip"},
      {R"({"email":"anna@shop.se","delivery_address":{"city":")" + std::string(501, 'x') + R"("}})", "delivery_address.city"},
      {R"({"email":"anna@shop.se","accepts_communication":"email"})", "accepts_communication"},
      {R"({"email":"anna@shop.se","accepts_communication":["letter"]})", "accepts_communication"},
      {R"({"email":"anna@shop.se","accepts_communication":[1]})", "accepts_communication"},
      {R"({"email":"anna@shop.se","accepts_sms":"maybe"})", "accepts_sms"},
      {R"({"email":"anna@shop.se","consents":"1"})", "consents"},
      {R"({"email":"anna@shop.se","consents":[{}]})", "consents"},
      {R"({"email":"anna@shop.se","additional_options":{}})", "additional_options"},
      {R"({"email":"anna@shop.se","additional_options":["x"]})", "additional_options"},
      {R"({"email":"anna@shop.se","additional_options":[{"id":")" + std::string(4096, 'x') + R"("}]})", "additional_options"},
      {R"({"email":"anna@shop.se","additional_options":[{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}]})",
       "additional_options"},
  };
  for (const auto& [body, field] : faults) {
    SCOPED_TRACE(body);
    expect_refusal(post("/customers", body), 400, field);
  }
  for (const char* table : {"contacts", "contact_keys", "consent_records", "contact_extras", "outbox"})
    EXPECT_EQ(count(table), 0) << table;
}

TEST_F(BadInputV2Test, a_search_needs_a_key) {
  for (const char* target : {"/customers", "/customers?key=", "/customers?key=%20&key_type=email", "/customers?kay=1",
                             "/customers/lookup", "/lookup_customers?key=", "/customers/search?key_type=email"}) {
    SCOPED_TRACE(target);
    expect_refusal(get(target), 400, "key");
  }
  expect_refusal(get("/customers?key=a%40b%40c&key_type=email"), 400, "key");
}

TEST_F(BadInputV2Test, whoever_is_registered_is_not_registered_twice) {
  register_customer(R"({"email":"anna@shop.se","mobile":"0701234567","member_number":"4711"})");
  expect_refusal(post("/customers", R"({"email":"ANNA@shop.se"})"), 409, "email");
  expect_refusal(post("/customers", R"({"email":"bo@shop.se","mobile":"+46701234567"})"), 409, "mobile");
  expect_refusal(post("/customers", R"({"email":"bo@shop.se","member_number":"4711"})"), 409, "member_number");
  EXPECT_EQ(count("contacts"), 1);
}

TEST_F(BadInputV2Test, nobody_is_shown_or_changed_who_is_not_there) {
  for (const char* id : {"4711", "anna", "-1", "99999999999999999999"}) {
    SCOPED_TRACE(id);
    const auto target = std::string("/customers/") + id;
    expect_refusal(get(target), 404, "customer_id");
    for (const auto method : {Method::put, Method::patch, Method::post})
      expect_refusal(call(method, target, R"({"name_first":"A"})"), 404, "customer_id");
    expect_refusal(get(target + "/transactions"), 404, "customer_id");
  }
}

TEST_F(BadInputV2Test, a_refused_change_leaves_the_customer_as_it_was) {
  const auto id = register_customer(R"({"email":"anna@shop.se"})");
  expect_refusal(
      call(Method::put, "/customers/" + id, R"({"name_first":"Anna","additional_options":[{"id":"x"}],"mobile":"1"})"), 400,
      "mobile");
  EXPECT_EQ(customer(id).at("name_first"), "");
  EXPECT_EQ(customer(id).at("additional_options"), json::array{});
}

}  // namespace
}  // namespace kassabro::sitoo::spi::v2
