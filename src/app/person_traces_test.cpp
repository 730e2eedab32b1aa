#include "app/person_traces.hpp"

#include <gtest/gtest.h>

#include "testing/samples.hpp"

namespace kassabro::app {
namespace {

using testing::sample_contact;

class PersonTracesTest : public ::testing::Test {
 protected:
  bool is_about(std::string_view text) const { return mentions(text, person, "SE"); }

  PersonTraces person = traces_of(sample_contact(7'000'000'001, "anna", "+46701234567"), {"4711"});
};

TEST_F(PersonTracesTest, finds_the_person_by_each_key_wherever_it_stands) {
  EXPECT_TRUE(is_about(R"({"customer":{"email":"ANNA@shop.se"}})"));
  EXPECT_TRUE(is_about(R"([{"anything":["x",{"deep":"anna@shop.se"}]}])"));
  EXPECT_TRUE(is_about(R"({"contactid":7000000001})"));
  EXPECT_TRUE(is_about(R"({"external_id":"7000000001"})"));
  EXPECT_TRUE(is_about(R"({"membernumber":"m7000000001"})"));
}

TEST_F(PersonTracesTest, finds_a_phone_number_in_all_its_spellings) {
  for (const auto* text : {"+46701234567", "0701234567", "070-123 45 67", "0046 70 123 45 67", "+46 (0)70 123 45 67"})
    EXPECT_TRUE(is_about(R"({"mobile":")" + std::string(text) + "\"}")) << text;
  EXPECT_FALSE(is_about(R"({"mobile":"+46701234568"})"));
  EXPECT_FALSE(is_about(R"({"mobile":"+4581234567"})"));
}

TEST_F(PersonTracesTest, a_short_number_counts_only_where_an_order_is_spoken_of) {
  EXPECT_TRUE(is_about(R"({"orderid":4711})"));
  EXPECT_TRUE(is_about(R"({"data":{"order_id":"4711"}})"));
  EXPECT_FALSE(is_about(R"({"quantity":4711})"));
  EXPECT_FALSE(is_about(R"({"orderid":47110})"));
}

TEST_F(PersonTracesTest, what_is_no_json_is_searched_as_text) {
  EXPECT_TRUE(is_about(R"({"broken": "Anna@Shop.se)"));
  EXPECT_TRUE(is_about("phone=070-123 45 67"));
  EXPECT_FALSE(is_about("{broken"));
}

TEST_F(PersonTracesTest, finds_the_personal_number_in_all_its_spellings) {
  person.personal_number = "199001012384";
  for (const auto* text : {"19900101-2384", "199001012384", "900101-2384", "9001012384"}) {
    EXPECT_TRUE(is_about(R"({"personalid":")" + std::string(text) + "\"}")) << text;
    EXPECT_TRUE(is_about("{broken pnr=" + std::string(text) + ";")) << text;
  }
  EXPECT_TRUE(is_about(R"({"personalid":199001012384})"));
  EXPECT_TRUE(is_about(R"({"note":"asks for 900101-2384, please"})"));
  EXPECT_FALSE(is_about(R"({"personalid":"19900101-2385","total":2384})"));
}

TEST_F(PersonTracesTest, a_date_or_a_stopgap_for_a_personal_number_finds_nobody_else) {
  for (const auto* typed : {"19900101", "900101", "000000-0000", "unknown"}) {
    auto contact = sample_contact(7'000'000'001, "anna");
    contact.personal_id = typed;
    person = traces_of(contact, {});
    EXPECT_FALSE(is_about(R"({"birthday":"1990-01-01","orderid":900101,"personalid":")" + std::string(typed) + "\"}")) << typed;
  }
}

TEST_F(PersonTracesTest, finds_what_was_theirs_before_by_what_stands_on_their_purchases) {
  auto order = testing::sample_order("4711");
  order.email = "Maiden@Shop.se";
  order.phone = "070-999 88 77";
  EXPECT_FALSE(is_about(R"({"email":"maiden@shop.se"})"));
  add_former(person, keys_on(order, "SE"));
  order.email = "anna@shop.se";
  add_former(person, keys_on(order, "SE"));
  EXPECT_EQ(person.former_keys.size(), 2U) << "each once, and none that is theirs now";
  EXPECT_TRUE(is_about(R"({"email":"maiden@shop.se"})"));
  EXPECT_TRUE(is_about(R"({"mobile":"+46709998877"})"));
  EXPECT_TRUE(is_about("{broken maiden@shop.se"));
}

TEST_F(PersonTracesTest, finds_an_address_within_other_words_but_not_within_another_address) {
  EXPECT_TRUE(is_about(R"({"note":"write to <anna@shop.se>."})"));
  EXPECT_TRUE(is_about(R"({"content":"{\"to\":\"anna@shop.se\"}"})"));
  for (const auto* other : {"joanna@shop.se", "jo.anna@shop.se", "anna@shop.seo", "anna@shop.se.example"})
    EXPECT_FALSE(is_about(R"({"note":"write to )" + std::string(other) + "\"}")) << other;
}

TEST_F(PersonTracesTest, an_id_of_ours_tells_in_plain_text_where_it_is_long_enough_to_be_nothing_else) {
  EXPECT_FALSE(is_about("contact 7000000001: no JSON"));
  person = traces_of(sample_contact(383'000'000'000'000'001, "anna"), {});
  EXPECT_TRUE(is_about("contact 383000000000000001: no JSON"));
  EXPECT_FALSE(is_about("contact 3830000000000000012: no JSON"));
}

TEST_F(PersonTracesTest, others_are_not_the_person) {
  EXPECT_FALSE(is_about(R"({"customer":{"email":"annan@shop.se","mobile":"0709999999"},"orderid":4712})"));
  EXPECT_FALSE(is_about("{}"));
}

}  // namespace
}  // namespace kassabro::app
