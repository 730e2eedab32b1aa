#include "rule/bonus_field.hpp"

#include <gtest/gtest.h>

#include "rule/golden.hpp"
#include "rule/samples.hpp"

namespace kassabro::rule {
namespace {

using domain::BonusCheck;
using domain::BonusCheckStatus;

const Date today = *parse_date("2026-11-23");

std::optional<app::RemoteBonus> parse(std::string_view text) {
  return parse_bonus_field(json::value(text), samples::account());
}

BonusCheck only(std::string_view text) {
  const auto bonus = parse(text);
  if (!bonus || bonus->checks.size() != 1) throw std::runtime_error("not one check: " + std::string(text));
  return bonus->checks.front();
}

std::string fault_of(std::string_view text) {
  const auto bonus = parse(text);
  return bonus && bonus->faults.size() == 1 ? bonus->faults.front() : "(no fault)";
}

std::string day(const std::optional<Date>& date) { return date ? to_iso_date(*date) : "-"; }

BonusCheck check(std::string id, std::int64_t value_minor = 10'000, std::int64_t remaining_minor = 10'000) {
  BonusCheck check;
  check.id = std::move(id);
  check.name = "Bonus";
  check.value_minor = value_minor;
  check.remaining_minor = remaining_minor;
  check.currency = "SEK";
  return check;
}

TEST(BonusField, reads_what_we_write) {
  const auto bonus = parse(R"([{"id":"B-1","name":"Bonus 100 kr","description":"Tack!","value":"100.00","remaining":"40.00",)"
                           R"("currency":"SEK","validfrom":"2026-01-01","validto":"2026-12-31","redeemed":false,)"
                           R"("redeemeddate":"2026-11-01","campaign":7}])");
  ASSERT_TRUE(bonus && bonus->is_readable);
  const auto& read = bonus->checks.at(0);
  EXPECT_EQ(read.id, "B-1");
  EXPECT_EQ(read.name, "Bonus 100 kr");
  EXPECT_EQ(read.description, "Tack!");
  EXPECT_EQ(read.value_minor, 10'000);
  EXPECT_EQ(read.remaining_minor, 4'000);
  EXPECT_EQ(read.currency, "SEK");
  EXPECT_EQ(day(read.valid_from), "2026-01-01");
  EXPECT_EQ(day(read.valid_to), "2026-12-31");
  EXPECT_EQ(to_iso(*read.last_used_at), "2026-10-31T23:00:00Z");
  EXPECT_EQ(read.extra, R"({"campaign":7})");
  EXPECT_TRUE(bonus->faults.empty());
}

TEST(BonusField, a_missing_field_is_something_else_than_an_empty_list) {
  EXPECT_FALSE(parse(""));
  EXPECT_FALSE(parse("  "));
  EXPECT_FALSE(parse("null"));
  EXPECT_FALSE(parse(R"("")"));
  EXPECT_FALSE(parse_bonus_field(json::value(), samples::account()));
  const auto none = parse("[]");
  ASSERT_TRUE(none);
  EXPECT_TRUE(none->is_readable && none->checks.empty() && none->unread.empty());
  EXPECT_TRUE(parse_bonus_field(json::array{}, samples::account())->is_readable);
}

TEST(BonusField, what_is_no_list_says_nothing) {
  for (const char* text : {"100 kr", "7", "{}", R"({"a":1})", "[{", R"("\"\\\"[]\\\"\"")"}) {
    const auto bonus = parse(text);
    ASSERT_TRUE(bonus) << text;
    EXPECT_FALSE(bonus->is_readable) << text;
    EXPECT_EQ(bonus->text, text);
    EXPECT_EQ(bonus->faults, std::vector<std::string>{"the field is no list of bonus checks"});
  }
}

TEST(BonusField, a_list_may_be_one_check_or_a_text_in_a_text_or_a_list_of_texts) {
  EXPECT_EQ(only(R"({"id":1,"value":50})").value_minor, 5'000);
  EXPECT_EQ(only(R"("[{\"id\":1,\"value\":50}]")").id, "1");
  EXPECT_EQ(only(R"(["{\"id\":1,\"value\":50}"])").id, "1");
  const auto bonus = parse_bonus_field(*parse_json(R"([{"id":1,"value":50,"x":1.50}])"), samples::account());
  EXPECT_EQ(bonus->checks.at(0).value_minor, 5'000);
}

TEST(BonusField, knows_the_families_of_names) {
  const auto spi = only(R"({"bonuscheckid":5,"title":"Bonus","text":"Hej","moneyvalue":"75","left":25,"currencycode":"eur",)"
                        R"("startdate":"2026-01-01","expirydate":"2026-06-30"})");
  EXPECT_EQ(spi.id, "5");
  EXPECT_EQ(spi.name, "Bonus");
  EXPECT_EQ(spi.description, "Hej");
  EXPECT_EQ(spi.value_minor, 7'500);
  EXPECT_EQ(spi.remaining_minor, 2'500);
  EXPECT_EQ(spi.currency, "EUR");
  EXPECT_EQ(day(spi.valid_from), "2026-01-01");
  EXPECT_EQ(day(spi.valid_to), "2026-06-30");
  EXPECT_EQ(spi.extra, "");
  EXPECT_EQ(only(R"({"ID":"a","Value":1,"ExpiryDate":"2026-06-30"})").id, "a");
  EXPECT_EQ(only(R"({"code":"XMAS","amount":1})").id, "XMAS");
  EXPECT_EQ(only(R"({"id":"7","number":"N-1","value":1})").extra, R"({"number":"N-1"})");
}

TEST(BonusField, knows_the_spellings_of_amounts) {
  const auto value = [](const std::string& text) { return only(R"([{"id":1,"value":)" + text + "}]").value_minor; };
  EXPECT_EQ(value("100"), 10'000);
  EXPECT_EQ(value("99.9"), 9'990);
  EXPECT_EQ(value("0.30000000000000004"), 30);
  for (const char* text : {"\"100\"", "\"100.00\"", "\"100,00\"", "\"100 kr\"", "\"100,00 SEK\"", "\"SEK 100\"", "\"100:-\"",
                           "\"100kr\"", "\" 100 \"", "\"100.0000\""})
    EXPECT_EQ(value(text), 10'000) << text;
  EXPECT_EQ(value("\"1 250,50\""), 125'050);
  EXPECT_EQ(value("\"1.250,50\""), 125'050);
  EXPECT_EQ(only(R"({"id":1,"value":"100 EUR"})").currency, "EUR");
  EXPECT_EQ(only(R"({"id":1,"value":100,"currency":"kr"})").currency, "SEK");
}

TEST(BonusField, knows_the_spellings_of_days_in_the_accounts_zone) {
  const auto last_day = [](const std::string& text) {
    return day(only(R"([{"id":1,"value":1,"validto":)" + text + "}]").valid_to);
  };
  EXPECT_EQ(last_day(R"("2026-12-31")"), "2026-12-31");
  EXPECT_EQ(last_day(R"("2026-12-31 23:59:59")"), "2026-12-31");
  EXPECT_EQ(last_day(R"("2026-12-31T23:59:59")"), "2026-12-31");
  EXPECT_EQ(last_day(R"("2026-12-30T23:00:00Z")"), "2026-12-31");
  EXPECT_EQ(last_day(R"("2026-12-31T00:30:00+01:00")"), "2026-12-31");
  EXPECT_EQ(last_day("1798714800"), "2026-12-31");
  EXPECT_EQ(last_day("\"1798714800\""), "2026-12-31");
  EXPECT_EQ(last_day("1798714800000"), "2026-12-31");
  EXPECT_EQ(last_day("\"20261231\""), "2026-12-31");
  for (const char* none : {"null", R"("")", "0", R"("0000-00-00")"}) EXPECT_EQ(last_day(none), "-") << none;
}

TEST(BonusField, what_is_redeemed_has_nothing_left) {
  for (const char* yes : {"true", "1", "\"1\"", "\"yes\"", "\"ja\"", "\"True\""}) {
    const auto used = only(R"({"id":1,"value":100,"redeemed":)" + std::string(yes) + R"(,"dateredeemed":"2026-11-01"})");
    EXPECT_EQ(used.remaining_minor, 0) << yes;
    EXPECT_EQ(to_iso(*used.last_used_at), "2026-10-31T23:00:00Z") << yes;
  }
  EXPECT_EQ(only(R"({"id":1,"value":100,"used":"nej"})").remaining_minor, 10'000);
  EXPECT_EQ(only(R"({"id":1,"value":100,"redeemed":"2026-11-01 12:00:00"})").remaining_minor, 0);
  EXPECT_EQ(only(R"({"id":1,"value":100,"redeemeddate":"2026-11-01"})").remaining_minor, 0);
  EXPECT_EQ(only(R"({"id":1,"value":100,"redeemed":false,"redeemeddate":"2026-11-01"})").remaining_minor, 10'000);
  EXPECT_EQ(only(R"({"id":1,"value":100,"redeemed":true,"remaining":100})").remaining_minor, 0);
}

TEST(BonusField, a_bad_entry_is_kept_as_it_is_and_its_fault_named_without_its_values) {
  const auto bonus = parse(R"([{"id":"A","value":10},{"id":"Secret","value":"much", "x":1.50},7,{"id":"A","value":20}])");
  ASSERT_TRUE(bonus->is_readable);
  EXPECT_EQ(bonus->checks.size(), 1U);
  EXPECT_EQ(bonus->checks.at(0).value_minor, 1'000);
  EXPECT_EQ(bonus->unread,
            (std::vector<std::string>{R"({"id":"Secret","value":"much", "x":1.50})", "7", R"({"id":"A","value":20})"}));
  EXPECT_EQ(bonus->faults, (std::vector<std::string>{"entry 2: value is not an amount", "entry 3: is no bonus check",
                                                     "entry 4: its id stands in an earlier entry already"}));
}

TEST(BonusField, every_fault_has_its_words) {
  EXPECT_EQ(fault_of(R"([{"value":10}])"), "entry 1: id is missing");
  EXPECT_EQ(fault_of(R"([{"id":1}])"), "entry 1: value is missing");
  EXPECT_EQ(fault_of(R"([{"id":1,"value":0}])"), "entry 1: value is not an amount above zero");
  EXPECT_EQ(fault_of(R"([{"id":1,"value":10.001}])"), "entry 1: value is not an amount");
  EXPECT_EQ(fault_of(R"([{"id":1,"value":"1,000"}])"), "entry 1: value is not an amount");
  EXPECT_EQ(fault_of(R"([{"id":1,"value":10,"remaining":"x"}])"), "entry 1: remaining is not an amount");
  EXPECT_EQ(fault_of(R"([{"id":1,"value":10,"remaining":11}])"), "entry 1: remaining is below zero or more than the value");
  EXPECT_EQ(fault_of(R"([{"id":1,"value":10,"currency":"crowns"}])"), "entry 1: currency is no currency code");
  EXPECT_EQ(fault_of(R"([{"id":1,"value":"10 EUR","currency":"SEK"}])"), "entry 1: the amounts are in different currencies");
  EXPECT_EQ(fault_of(R"([{"id":1,"value":10,"validto":"soon"}])"), "entry 1: validto is not a date");
  EXPECT_EQ(fault_of(R"([{"id":1,"value":10,"validfrom":"2026-02-01","validto":"2026-01-01"}])"),
            "entry 1: validto is before validfrom");
  EXPECT_EQ(fault_of(R"([{"id":1,"value":10,"redeemed":"maybe"}])"), "entry 1: redeemed is neither yes nor no");
  EXPECT_EQ(fault_of(R"([{"id":1,"value":10,"redeemeddate":"x"}])"), "entry 1: redeemeddate is not a date");
  EXPECT_EQ(fault_of(R"([{"id":1,"value":10,"name":["x"]}])"), "entry 1: name is no text");
  EXPECT_EQ(fault_of(R"([{"id":")" + std::string(101, 'x') + R"(","value":10}])"), "entry 1: id is longer than 100 bytes");
}

TEST(BonusField, an_id_that_is_a_number_keeps_its_digits) {
  const auto bonus = parse(R"([{"id":12345678901234567890123,"value":100},{"id":12345678901234567890124,"value":50},)"
                           R"({"code":9007199254740993,"name":1.50,"value":1}])");
  ASSERT_TRUE(bonus);
  EXPECT_TRUE(bonus->faults.empty());
  ASSERT_EQ(bonus->checks.size(), 3U);
  EXPECT_EQ(bonus->checks[0].id, "12345678901234567890123");
  EXPECT_EQ(bonus->checks[1].id, "12345678901234567890124");
  EXPECT_EQ(bonus->checks[2].id, "9007199254740993");
  EXPECT_EQ(bonus->checks[2].name, "1.50");
  const auto text = bonus_field_text(bonus->checks, bonus->unread, samples::account(), today);
  EXPECT_TRUE(text.contains(R"("id":"12345678901234567890123")")) << text;
  EXPECT_TRUE(text.contains(R"("id":"12345678901234567890124")")) << text;
}

TEST(BonusField, a_fraction_or_a_power_of_ten_is_no_id_unless_it_is_small_and_whole) {
  for (const auto& [id, digits] : {std::pair{"7.0", "7"}, {"7.00", "7"}, {"7e2", "700"}})
    EXPECT_EQ(only(R"([{"id":)" + std::string(id) + R"(,"value":1}])").id, digits);
  for (const char* id : {"7.5", "1E+22", "12345678901234567890.0"}) {
    const auto text = R"({"id":)" + std::string(id) + R"(,"value":1})";
    const auto bonus = parse("[" + text + "]");
    ASSERT_TRUE(bonus) << id;
    EXPECT_EQ(bonus->faults, std::vector<std::string>{"entry 1: id has a fraction or an exponent"}) << id;
    EXPECT_EQ(bonus_field_text(bonus->checks, bonus->unread, samples::account(), today), "[" + text + "]") << "as it stood";
  }
  EXPECT_EQ(only(R"([{"id":"7.0","value":1}])").id, "7.0");
}

// A list that did not come as a text has been parsed: its digits are gone, and it must not be written over.
TEST(BonusField, a_parsed_list_with_a_number_too_large_to_keep_is_left_alone) {
  const auto bonus = parse_bonus_field(*parse_json(R"([{"id":12345678901234567890123,"value":100}])"), samples::account());
  ASSERT_TRUE(bonus);
  EXPECT_FALSE(bonus->is_readable);
  EXPECT_EQ(bonus->faults, std::vector<std::string>{"the field holds a number of more digits than can be kept"});
  EXPECT_TRUE(parse_bonus_field(*parse_json(R"([{"id":12345678901234567,"value":100}])"), samples::account())->is_readable);
}

TEST(BonusField, is_written_as_the_flows_read_it) {
  auto used = check("B-2", 5'000, 0);
  used.last_used_at = *parse_timestamp("2026-11-01T23:30:00Z");
  used.description = "Tack \"Anna\"";
  auto partly = check("B-1", 10'000, 4'000);
  partly.valid_from = parse_date("2026-01-01");
  partly.valid_to = parse_date("2026-12-31");
  partly.last_used_at = *parse_timestamp("2026-11-20T10:00:00Z");
  partly.extra = R"({"campaign":{"id":1.50},"level":"guld"})";
  auto later = check("B-0");
  later.valid_from = parse_date("2027-01-01");
  auto expired = check("B-3");
  expired.valid_to = parse_date("2026-10-31");
  auto withdrawn = check("B-4");
  withdrawn.status = BonusCheckStatus::withdrawn;
  const std::vector checks{used, later, partly, expired, withdrawn};
  const std::vector<std::string> unread{R"({"id":"?","value":1.50})"};
  const auto text = bonus_field_text(checks, unread, samples::account(), today);
  EXPECT_TRUE(text.contains(R"("campaign":{"id":1.50})")) << "as it was written";
  EXPECT_TRUE(text.ends_with(R"(,{"id":"?","value":1.50}])")) << text;
  const auto shown = pretty(*parse_json(text));
  EXPECT_EQ(shown, golden("bonus_checks.json", shown));
  EXPECT_EQ(bonus_field_text({}, {}, samples::account(), today), "[]");
}

TEST(BonusField, tells_all_that_can_be_used_and_of_the_past_the_newest_that_fit) {
  std::vector<BonusCheck> checks;
  for (int i = 0; i < 400; ++i) {
    auto used = check("U" + std::to_string(i), 10'000, 0);
    used.last_used_at = from_epoch_ms(1'700'000'000'000 + 86'400'000LL * i);
    checks.push_back(used);
  }
  for (int i = 0; i < 60; ++i) checks.push_back(check("O" + std::to_string(i)));
  const auto text = bonus_field_text(checks, {}, samples::account(), today);
  EXPECT_LT(text.size(), std::size_t{41} * 1024);
  const auto read = parse(text);
  const auto has = [&](const std::string& id) {
    return std::ranges::find(read->checks, id, &BonusCheck::id) != read->checks.end();
  };
  for (int i = 0; i < 60; ++i) EXPECT_TRUE(has("O" + std::to_string(i)));
  EXPECT_TRUE(has("U399") && has("U350"));
  EXPECT_FALSE(has("U0"));
}

}  // namespace
}  // namespace kassabro::rule
