// What a till may get wrong: a clear refusal that names the field, and nothing is stored.
#include "testing/till.hpp"

namespace kassabro::sitoo::spi::v1 {
namespace {

using http::Method;
using testing::expect_refusal;

class BadInputTest : public testing::Till {
 protected:
  void expect_nothing_stored() {
    for (const char* table : {"contacts", "contact_keys", "consent_records", "orders", "inbox", "outbox"})
      EXPECT_EQ(count(table), 0) << table;
  }
};

TEST_F(BadInputTest, a_contact_that_cannot_be_is_refused_at_its_field) {
  const std::vector<std::pair<std::string, std::string>> faults{
      {"", "body"},
      {"{", "body"},
      {"nonsense", "body"},
      {R"({"email":"anna@shop.se"} x)", "body"},
      {"{\"email\":\"\xff@shop.se\"}", "body"},
      {std::string(65, '[') + std::string(65, ']'), "body"},
      {R"({"email":"anna@shop.se","x":)" + std::string(64, '[') + std::string(64, ']') + "}", "body"},
      {"[]", "body"},
      {R"("anna")", "body"},
      {"{}", "email"},
      {R"({"namefirst":"Anna"})", "email"},
      {R"({"email":"anna"})", "email"},
      {R"({"email":"anna@"})", "email"},
      {R"({"email":"a@b@shop.se"})", "email"},
      {R"({"email":["anna@shop.se"]})", "email"},
      {R"({"mobile":"12"})", "mobile"},
      {R"({"mobile":"070-ANNA"})", "mobile"},
      {R"({"email":"anna@shop.se","phone":"+46"})", "phone"},
      {R"({"email":"anna@shop.se","birthday":"1986-02-30"})", "birthday"},
      {R"({"email":"anna@shop.se","birthday":"yesterday"})", "birthday"},
      {R"({"email":"anna@shop.se","accepts_email":"maybe"})", "accepts_email"},
      {R"({"email":"anna@shop.se","acceptedconsents":"1"})", "acceptedconsents"},
      {R"({"email":"anna@shop.se","acceptedconsents":[{}]})", "acceptedconsents"},
      {R"({"email":"anna@shop.se","namelast":"Ek\n"})", "namelast"},
      {R"({"email":"anna@shop.se","company":")" + std::string(501, 'x') + R"("})", "company"},
  };
  for (const auto& [body, field] : faults) {
    SCOPED_TRACE(body);
    expect_refusal(post("/contacts", body), 400, field);
  }
  expect_nothing_stored();
}

TEST_F(BadInputTest, a_search_needs_a_key) {
  for (const char* target :
       {"/contacts", "/contacts?key=", "/contacts?key=%20", "/contacts?kay=1", "/lookup_contacts", "/lookup_contacts?key="}) {
    SCOPED_TRACE(target);
    expect_refusal(get(target), 400, "key");
  }
  expect_refusal(get("/contacts?key=a%40b%40c"), 400, "key");
  expect_refusal(get("/contacts?key=" + std::string(300, '1')), 400, "key");
}

TEST_F(BadInputTest, whoever_is_registered_is_not_registered_twice) {
  register_contact(R"({"email":"anna@shop.se","mobile":"0701234567","membernumber":"4711"})");
  expect_refusal(post("/contacts", R"({"email":"ANNA@shop.se"})"), 409, "email");
  expect_refusal(post("/contacts", R"({"email":"bo@shop.se","mobile":"+46701234567"})"), 409, "mobile");
  expect_refusal(post("/contacts", R"({"phone":"070-1234567"})"), 409, "phone");
  expect_refusal(post("/contacts", R"({"email":"bo@shop.se","membernumber":"4711"})"), 409, "membernumber");
  EXPECT_EQ(count("contacts"), 1);
  EXPECT_EQ(count("outbox"), 1);
}

TEST_F(BadInputTest, nobody_is_changed_who_is_not_there) {
  for (const char* id : {"4711", "anna", "-1", "99999999999999999999"}) {
    SCOPED_TRACE(id);
    const auto target = std::string("/contacts/") + id;
    expect_refusal(get(target), 404, "contactid");
    for (const auto method : {Method::put, Method::patch, Method::post})
      expect_refusal(call(method, target, R"({"namefirst":"A"})"), 404, "contactid");
    expect_refusal(get(target + "/transactions"), 404, "contactid");
  }
  expect_nothing_stored();
}

TEST_F(BadInputTest, a_refused_update_leaves_the_contact_as_it_was) {
  const auto id = register_contact(R"({"email":"anna@shop.se"})");
  register_contact(R"({"email":"bo@shop.se"})");
  expect_refusal(call(Method::put, "/contacts/" + id, R"({"email":"bo@shop.se"})"), 409, "email");
  expect_refusal(call(Method::put, "/contacts/" + id, R"({"namefirst":"Anna","mobile":"1"})"), 400, "mobile");
  EXPECT_EQ(found("anna%40shop.se")["namefirst"], "");
  EXPECT_EQ(count("outbox"), 2);
}

TEST_F(BadInputTest, a_transaction_that_cannot_be_is_refused_at_its_field) {
  const std::vector<std::pair<std::string, std::string>> faults{
      {"", "body"},
      {"{", "body"},
      {"7", "body"},
      {"{}", "orderid"},
      {R"({"orderid":1,"moneytotal_gross_all":"10.000"})", "moneytotal_gross_all"},
      {R"({"orderid":1,"moneytotal_gross_all":10.005})", "moneytotal_gross_all"},
      {R"({"orderid":1,"moneytotal_gross_all":"ten"})", "moneytotal_gross_all"},
      {R"({"orderid":1,"orderdate":"2026-02-30"})", "orderdate"},
      {R"({"orderid":1,"currencycode":"kronor"})", "currencycode"},
      {R"({"orderid":1,"orderitems":[{"quantity":-1,"moneyitemtotal_net":"80.00"}]})", "orderitems[0].quantity"},
      {R"({"orderid":1,"moneytotal_gross_all":"100.00","orderitems":[{"quantity":-1}]})", "orderitems[0].quantity"},
      {R"({"orderid":1,"orderitems":[{"quantity":0}]})", "orderitems[0].quantity"},
      {R"({"orderid":1,"orderitems":[{"quantity":1,"moneyitemtotal_net":"1.234"}]})", "orderitems[0].moneyitemtotal_net"},
      {R"({"orderid":1,"payments":[{"name":"Card","moneyamount":"1.234"}]})", "payments[0].moneyamount"},
      {R"([{"orderid":1},{"orderid":2,"orderitems":[{"quantity":-1,"moneyitemtotal_net":"80.00"}]}])",
       "[1].orderitems[0].quantity"},
  };
  for (const auto& [body, field] : faults) {
    SCOPED_TRACE(body);
    expect_refusal(post("/transactions", body), 400, field);
  }
  expect_nothing_stored();
}

TEST_F(BadInputTest, a_redemption_of_what_nobody_has_is_refused) {
  const auto id = register_contact(R"({"email":"anna@shop.se"})");
  expect_refusal(post("/redeem", R"({"bonus_check_ids":["b1"]})"), 404, "bonus_check_ids[0]");
  expect_refusal(post("/contacts/" + id + "/bonuschecks/b1/redeem", ""), 404, "bonus_check_id");
  expect_refusal(post("/contacts/" + id + "/redeem", "{}"), 400, "bonus_check_ids");
  expect_refusal(post("/redeem", "{"), 400, "body");
  expect_refusal(post("/redeem", "[]"), 400, "body");
}

TEST_F(BadInputTest, who_is_not_let_in_stores_nothing) {
  const std::string body = R"({"email":"anna@shop.se"})";
  expect_refusal(call_with({}, Method::post, "/contacts", body), 401, "token");
  expect_refusal(call_with({{"Authorization", "Bearer wrong_token_1"}}, Method::post, "/contacts", body), 401, "token");
  // "rk_\nshop" as the password: a line break was pasted along.
  expect_refusal(call_with({{"Authorization", "Basic dXNlcjpya19zaG9wXzEK"}}, Method::post, "/contacts", body), 400, "token");
  probe.is_down = true;
  expect_refusal(call_with({{"Authorization", "Bearer another_token"}}, Method::post, "/contacts", body), 503, "");
  expect_nothing_stored();
}

}  // namespace
}  // namespace kassabro::sitoo::spi::v1
