#include "rule/directory.hpp"

#include <gtest/gtest.h>

#include "rule/fake_rule.hpp"
#include "rule/samples.hpp"

namespace kassabro::rule {
namespace {

using domain::CustomerKey;
using domain::KeyKind;
using std::chrono::milliseconds;

class DirectoryTest : public ::testing::Test {
 protected:
  Result<std::optional<app::RemoteContact>> find(std::vector<CustomerKey> keys) {
    return run(directory.find(account, std::move(keys), milliseconds(700)));
  }

  app::Account account = samples::account();
  ManualClock clock{*parse_timestamp("2026-11-23T12:00:00Z")};
  FakeRule rule;
  RuleClient client{rule.transport(), clock, {.base_url = "https://rule.test/api"}};
  GroupNames groups{clock};
  RuleDirectory directory{client, groups, clock};
  RuleKeyProbe key_probe{client};
};

const CustomerKey email{KeyKind::email, "anna@shop.se"};
const CustomerKey phone{KeyKind::phone, "+46701234567"};

TEST_F(DirectoryTest, finds_a_web_shops_customer_by_email) {
  auto& anna = rule.add_person("anna@shop.se", "+46701234567");
  anna.flat["Subscriber"] = {{"FirstName", "Anna"}, {"LastName", "Åkesson"}, {"Street1", "Storgatan 1"}, {"Country", "SE"}};
  const auto found = find({email});
  ASSERT_TRUE(found && *found);
  const auto& contact = (*found)->contact;
  EXPECT_EQ((*found)->link.remote_id, anna.id);
  EXPECT_FALSE((*found)->link.blocked);
  EXPECT_EQ((*found)->link.checked_at, clock.now());
  EXPECT_EQ(contact.email->text(), "anna@shop.se");
  EXPECT_EQ(contact.mobile->e164(), "+46701234567");
  EXPECT_EQ(contact.first_name, "Anna");
  EXPECT_EQ(contact.invoice.line1, "Storgatan 1");
  EXPECT_EQ(contact.consent, domain::Consent{});
}

TEST_F(DirectoryTest, what_a_till_wrote_comes_before_what_a_web_shop_wrote) {
  auto& anna = rule.add_person("anna@shop.se", "+46701234567");
  anna.flat["Subscriber"] = {{"FirstName", "ANNA"}, {"Street1", "Storgatan 1"}, {"City", "Lund"}};
  anna.flat["Sitoo-Contact"] = {{"namefirst", "Anna"},
                                {"membernumber", "100017"},
                                {"phone", "+4686501234"},
                                {"birthday", "1986-05-15"},
                                {"accepts_email", "true"},
                                {"acceptedconsents", json::array{"1", "2"}},
                                {"registered", "2026-03-01 10:30:00"}};
  anna.flat["Sitoo-Address"] = {{"invoice_address", "Lillgatan 2"}};
  const auto contact = (*find({email}))->contact;
  EXPECT_EQ(contact.first_name, "Anna");
  EXPECT_EQ(contact.member_number, "100017");
  EXPECT_EQ(contact.phone->e164(), "+4686501234");
  EXPECT_EQ(contact.mobile->e164(), "+46701234567");
  EXPECT_EQ(contact.invoice.line1, "Lillgatan 2");
  EXPECT_EQ(contact.invoice.city, "");  // not half of another address
  EXPECT_EQ(to_iso_date(*contact.birthday), "1986-05-15");
  EXPECT_TRUE(contact.consent.email);
  EXPECT_EQ(contact.consent.accepted, (std::vector<std::string>{"1", "2"}));
  EXPECT_EQ(to_iso(contact.registered_at), "2026-03-01T09:30:00Z");
}

TEST_F(DirectoryTest, what_cannot_be_read_is_left_empty) {
  auto& anna = rule.add_person("anna@shop.se", "not a number");
  anna.flat["Sitoo-Contact"] = {
      {"birthday", "yesterday"}, {"mobile", "12"}, {"acceptedconsents", R"(["7"])"}, {"namefirst", json::array{}}};
  const auto contact = (*find({email}))->contact;
  EXPECT_FALSE(contact.birthday);
  EXPECT_FALSE(contact.mobile);
  EXPECT_EQ(contact.consent.accepted, std::vector<std::string>{"7"});
}

TEST_F(DirectoryTest, asks_by_phone_when_the_email_is_unknown) {
  rule.add_person("", "+46701234567");
  EXPECT_TRUE((*find({phone, email})).has_value());
  EXPECT_EQ(rule.received[0].path, "/v2/subscribers/anna%40shop.se?identified_by=email");
  EXPECT_EQ(rule.received[1].path, "/v2/subscribers/%2B46701234567?identified_by=phone_number");
}

TEST_F(DirectoryTest, nobody_is_absent_and_keys_that_rule_does_not_know_are_not_asked) {
  EXPECT_FALSE((*find({email, phone})).has_value());
  rule.received.clear();
  EXPECT_FALSE((*find({{KeyKind::member_number, "17"}})).has_value());
  EXPECT_TRUE(rule.received.empty());
}

TEST_F(DirectoryTest, a_blocked_person_is_told_as_such) {
  rule.add_person("anna@shop.se", "").opted_in = false;
  EXPECT_TRUE((*find({email}))->link.blocked);
}

TEST_F(DirectoryTest, without_an_answer_nothing_is_said_of_the_person) {
  rule.add_person("anna@shop.se", "");
  rule.faults.push_back({"GET /v2/subscriber/", 0});  // the fields
  EXPECT_EQ(find({email}).error().code, ErrorCode::unavailable);
  rule.faults.push_back({"GET /v2/subscribers/", 503});
  EXPECT_EQ(find({email}).error().code, ErrorCode::unavailable);
  rule.faults.push_back({"GET /v2/subscribers/", 401});
  EXPECT_EQ(find({email}).error().code, ErrorCode::unauthorized);
}

TEST_F(DirectoryTest, both_calls_share_one_patience) {
  rule.add_person("anna@shop.se", "");
  auto slow = [this](http::OutboundRequest request) -> Async<http::OutboundResult> {
    clock.advance(milliseconds(700));
    co_return co_await rule.transport()(std::move(request));
  };
  RuleClient slow_client(slow, clock, {.base_url = "https://rule.test/api"});
  RuleDirectory slow_directory(slow_client, groups, clock);
  const auto found = run(slow_directory.find(account, {email}, milliseconds(700)));
  EXPECT_EQ(found.error().code, ErrorCode::unavailable);
  EXPECT_EQ(rule.received.size(), 1U);
}

TEST_F(DirectoryTest, refreshing_stops_before_tills_do) {
  rule.add_person("anna@shop.se", "");
  rule.answer_headers = {{"x-errorpercent-current", "35"}, {"x-errorpercent-limit", "49"}};
  EXPECT_TRUE(find({email}));
  RuleClient impatient(rule.transport(), clock, {.base_url = "https://rule.test/api", .hold_max = milliseconds(0)});
  RuleDirectory refresh(impatient, groups, clock, CallClass::background);
  EXPECT_TRUE(run(refresh.find(account, {email}, milliseconds(700))).error().code == ErrorCode::unavailable);
  RuleDirectory till(impatient, groups, clock);
  EXPECT_TRUE(run(till.find(account, {email}, milliseconds(700))));
}

TEST_F(DirectoryTest, brings_bonus_checks_our_own_number_and_the_fields_that_the_card_shows) {
  auto& anna = rule.add_person("anna@shop.se", "");
  anna.flat["Sitoo-Contact"] = {{"contactid", "7001"}, {"bonuschecks", R"([{"id":"B1","value":"100.00"}])"}};
  anna.flat["Club"] = {{"Level", "Guld"}, {"Interests", json::array{"Golf", "", "Vin"}}};
  account.settings["card"] =
      *parse_json(R"({"sections":[{"title":"Club","values":[{"title":"Level","source":"rule:Club.Level"},)"
                  R"({"title":"Likes","source":"rule:Club.Interests"},{"title":"None","source":"rule:Club.None"}]}]})");
  const auto found = **find({email});
  EXPECT_EQ(found.contact.id, 7001);
  ASSERT_TRUE(found.bonus);
  EXPECT_EQ(found.bonus->checks.at(0).value_minor, 10'000);
  EXPECT_EQ(found.shown, (std::vector<app::RemoteText>{{"Club.Level", {"Guld"}}, {"Club.Interests", {"Golf", "Vin"}}}));
}

TEST_F(DirectoryTest, a_number_that_is_none_of_ours_is_no_number) {
  auto& anna = rule.add_person("anna@shop.se", "");
  for (const char* text : {"-1", "0", "x7", "7x", "99999999999999999999"}) {
    anna.flat["Sitoo-Contact"] = {{"contactid", text}};
    EXPECT_EQ((**find({email})).contact.id, 0) << text;
  }
  EXPECT_FALSE((**find({email})).bonus);
}

TEST_F(DirectoryTest, brings_the_web_shops_purchases_where_there_is_such_a_group) {
  auto& anna = rule.add_person("anna@shop.se", "");
  EXPECT_FALSE((**find({email})).purchases) << "not asked for";
  EXPECT_EQ(rule.received_at("GET /v3/custom-field-data").size(), 0U);
  clock.advance(std::chrono::hours(1));
  rule.groups["Order"] = true;
  for (int i = 0; i < 120; ++i)
    anna.records["Order"].push_back(
        {{"Number", json::value("W" + std::to_string(i))}, {"Total", "10.00"}, {"Date", "2026-11-01 10:00:00"}});
  rule.received.clear();
  const auto purchases = (**find({email})).purchases;
  ASSERT_TRUE(purchases);
  EXPECT_EQ(purchases->size(), 50U);
  const auto pages = rule.received_at("GET /v3/custom-field-data");
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_TRUE(pages[0].path.ends_with("?page=1&per_page=100&groups_name%5B%5D=Order"));
  EXPECT_EQ(rule.received_at("GET /v2/customizations").size(), 1U);
  find({email});
  EXPECT_EQ(rule.received_at("GET /v2/customizations").size(), 1U) << "remembered";
}

TEST_F(DirectoryTest, a_purchase_group_is_asked_for_as_rule_spells_it) {
  auto& anna = rule.add_person("anna@shop.se", "");
  rule.groups["Order"] = true;
  anna.records["Order"].push_back({{"Number", "W1"}, {"Total", "10.00"}, {"Date", "2026-11-01 10:00:00"}});
  account.settings["rule"] = *parse_json(R"({"purchase_groups":[{"group":"order","channel":"Webshop"}]})");
  const auto purchases = (**find({email})).purchases;
  ASSERT_TRUE(purchases);
  EXPECT_EQ(purchases->size(), 1U);
  EXPECT_TRUE(rule.received_at("GET /v3/custom-field-data").at(0).path.ends_with("groups_name%5B%5D=Order"));
}

TEST_F(DirectoryTest, a_person_is_found_even_if_their_purchases_are_not) {
  rule.add_person("anna@shop.se", "");
  rule.groups["Order"] = true;
  for (const char* path : {"GET /v2/customizations", "GET /v3/custom-field-data"}) {
    rule.faults.push_back({path, 503});
    const auto found = find({email});
    ASSERT_TRUE(found && *found) << path;
    EXPECT_FALSE((*found)->purchases) << path;
  }
}

TEST_F(DirectoryTest, the_catalogue_lists_everybody_page_by_page) {
  for (int i = 0; i < 230; ++i) rule.add_person("c" + std::to_string(i) + "@shop.se", "");
  rule.person("c0@shop.se").updated_at = "2026-07-01 12:00:00";
  rule.person("c1@shop.se").updated_at = "";
  rule.person("c2@shop.se").opted_in = false;
  RuleCatalogue catalogue(client, clock);
  std::string cursor;
  std::vector<app::RemotePage::Person> people;
  do {
    const auto page = run(catalogue.list(account, cursor));
    ASSERT_TRUE(page);
    people.insert(people.end(), page->people.begin(), page->people.end());
    cursor = page->next;
  } while (!cursor.empty());
  EXPECT_EQ(people.size(), 230U);
  EXPECT_EQ(rule.received.size(), 3U);
  EXPECT_EQ(to_iso(people[0].changed_at), "2026-07-01T10:00:00Z");
  EXPECT_EQ(people[1].changed_at, Timestamp{});
  EXPECT_TRUE(people[2].link.blocked);
  rule.faults.push_back({"GET", 503});
  EXPECT_EQ(run(catalogue.list(account, "2")).error().code, ErrorCode::unavailable);
  rule.faults.push_back({"GET", 401});
  EXPECT_EQ(run(catalogue.list(account, "2")).error().code, ErrorCode::unauthorized);
}

TEST_F(DirectoryTest, a_key_tells_its_owner) {
  const auto owner = run(key_probe.probe(SecretString("rk_x"), milliseconds(700)));
  EXPECT_EQ((*owner)->remote_account_id, 77);
  EXPECT_EQ((*owner)->name, "Shop AB");
  rule.faults.push_back({"GET", 401});
  EXPECT_FALSE(run(key_probe.probe(SecretString("rk_x"), milliseconds(700)))->has_value());
  rule.faults.push_back({"GET", 500});
  EXPECT_EQ(run(key_probe.probe(SecretString("rk_x"), milliseconds(700))).error().code, ErrorCode::unavailable);
}

}  // namespace
}  // namespace kassabro::rule
