#include "app/import_row.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testing/samples.hpp"

namespace kassabro::app {
namespace {

using ::testing::HasSubstr;

Cell text(const std::string& written) { return {written.empty() ? CellKind::empty : CellKind::text, written}; }
Cell number(const std::string& digits) { return {CellKind::number, digits}; }

std::optional<RemoteBonus> parse_two(const std::string& written, const Account&) {
  RemoteBonus bonus;
  bonus.is_readable = written.starts_with('[');
  if (!bonus.is_readable) bonus.faults = {"the field is no list of bonus checks"};
  if (written == "[bad]") bonus.faults = {"entry 2: value is missing"};
  for (const char* id : {"B1", "B2"}) {
    domain::BonusCheck check;
    check.id = id;
    check.value_minor = check.remaining_minor = 5'000;
    check.currency = "SEK";
    if (written != "[]") bonus.checks.push_back(check);
  }
  return bonus;
}

class ImportRowTest : public ::testing::Test {
 protected:
  // E-mail, phone, member number, id, name, value, currency, from, to, description.
  ImportRowTest() {
    Row titles{1, {}};
    for (const char* title :
         {"E-post", "Mobil", "Medlemsnummer", "Id", "Namn", "Värde", "Valuta", "Från", "Till", "Beskrivning"})
      titles.cells.push_back(text(title));
    columns = *find_import_columns({titles}, {}, "SEK");
    row.line = 5;
    row.cells.resize(10);
    row.cells[0] = text("anna@shop.se");
    row.cells[3] = text("B1");
    row.cells[5] = number("100");
  }

  ReadRow read() { return read_import_row(row, columns, account, parse_two); }
  ImportedCheck check() {
    const auto result = read();
    const auto* item = result.items.empty() ? nullptr : std::get_if<ImportedCheck>(&result.items[0]);
    EXPECT_NE(item, nullptr) << refusal();
    return item == nullptr ? ImportedCheck{} : *item;
  }
  std::string refusal() {
    const auto result = read();
    const auto* item = result.items.empty() ? nullptr : std::get_if<ImportRefusal>(&result.items[0]);
    return item == nullptr ? "not refused" : item->column + ": " + item->reason;
  }
  std::string phone(const Cell& cell) {
    row.cells[0] = {};
    row.cells[1] = cell;
    const auto result = read();
    const auto* item = std::get_if<ImportedCheck>(&result.items[0]);
    return item != nullptr ? item->who.phone->e164() : refusal();
  }
  std::string id(const Cell& cell) {
    row.cells[3] = cell;
    const auto result = read();
    const auto* item = std::get_if<ImportedCheck>(&result.items[0]);
    return item != nullptr ? item->check.id : refusal();
  }

  Account account = testing::sample_account(1);
  ImportColumns columns;
  Row row;
};

TEST_F(ImportRowTest, a_full_row_is_a_check) {
  row.cells = {text(" Anna@Shop.se "), text("070-123 45 67"),   text("00123"), text("219E01BE"),
               text("Julbonus"),       text("1 234,50"),        text("eur"),   {CellKind::date, "2026-12-01"},
               text("31/12 2026"),     text("Tack!\nVälkommen")};
  const auto item = check();
  EXPECT_EQ(item.who.email->text(), "anna@shop.se");
  EXPECT_EQ(item.who.phone->e164(), "+46701234567");
  EXPECT_EQ(item.who.member_number, "00123");
  EXPECT_EQ(item.check.id, "219E01BE");
  EXPECT_EQ(item.check.name, "Julbonus");
  EXPECT_EQ(item.check.value_minor, 123'450);
  EXPECT_EQ(item.check.remaining_minor, 123'450);
  EXPECT_EQ(item.check.currency, "EUR");
  EXPECT_EQ(to_iso_date(*item.check.valid_from), "2026-12-01");
  EXPECT_EQ(to_iso_date(*item.check.valid_to), "2026-12-31");
  EXPECT_EQ(item.check.description, "Tack! Välkommen");
}

TEST_F(ImportRowTest, the_currency_is_the_accounts_when_nothing_says_it) {
  EXPECT_EQ(check().check.currency, "SEK");
  EXPECT_FALSE(check().names_currency);
  row.cells[5] = text("100 NOK");
  EXPECT_EQ(check().check.currency, "NOK");
  EXPECT_TRUE(check().names_currency);
  row.cells[6] = text("krona");
  EXPECT_THAT(refusal(), HasSubstr("G (Valuta): \"krona\" is no currency"));
}

TEST_F(ImportRowTest, a_phone_is_one_number_however_it_is_written) {
  for (const auto& cell : {number("46701234567"), text("46701234567"), text("070-123 45 67"), text("+46 70 123 45 67"),
                           text("0046701234567"), number("701234567"), text("0701234567"), text("+46 (0)70 123 45 67"),
                           text("070\u00a0123\u00a045\u00a067"), number("46701234567.0")})
    EXPECT_EQ(phone(cell), "+46701234567") << cell.text;
  EXPECT_EQ(phone(number("358401234567")), "+358401234567");
}

TEST_F(ImportRowTest, a_phone_whose_digits_are_lost_is_refused) {
  for (const char* written : {"4,67E+10", "4.67E+10", "4,67012E+10", "5E+10"})
    EXPECT_THAT(phone(text(written)), ::testing::AllOf(HasSubstr("B (Mobil)"), HasSubstr("digits were lost"))) << written;
  EXPECT_THAT(phone({CellKind::date, "2026-01-01"}), HasSubstr("made the date"));
  EXPECT_THAT(phone(text("070-ANNA")), HasSubstr("no phone number"));
  EXPECT_THAT(phone(text("12")), HasSubstr("no phone number"));
  EXPECT_THAT(phone({CellKind::error, "#N/A"}), HasSubstr("#N/A"));
  EXPECT_THAT(phone({CellKind::boolean, "true"}), HasSubstr("yes or no"));
}

TEST_F(ImportRowTest, an_id_is_kept_as_it_stands) {
  for (const char* written : {"219E01BE", "219E01", "0007", "1-2", "ÅÄÖ 1", "TRUE", "+5", "=1"})
    EXPECT_EQ(id(text(written)), written);
  EXPECT_EQ(id(text(" B1\u00a0")), "B1");
  EXPECT_EQ(id(number("7")), "7");
  EXPECT_EQ(id(number("123456789012345")), "123456789012345");
  EXPECT_EQ(id(number("7.0")), "7");
}

TEST_F(ImportRowTest, an_id_that_a_spreadsheet_has_changed_is_refused) {
  EXPECT_THAT(id(number("1234567890123456")), HasSubstr("more than 15 digits"));
  EXPECT_THAT(id(number("7.5")), HasSubstr("no whole number"));
  EXPECT_THAT(id({CellKind::date, "2026-03-01"}), HasSubstr("made the date"));
  EXPECT_THAT(id(text("2,19E+05")), HasSubstr("digits were lost"));
  EXPECT_THAT(id(text("B\ufffd1")), HasSubstr("right encoding"));
  EXPECT_THAT(id(text("")), HasSubstr("D (Id): the check has no id"));
  EXPECT_THAT(id(text(std::string(101, 'x'))), HasSubstr("cannot be an id"));
  EXPECT_THAT(id(text("promotion:1")), HasSubstr("cannot be an id"));
  EXPECT_THAT(id(text("a\nb")), HasSubstr("cannot be an id"));
}

TEST_F(ImportRowTest, a_row_must_name_its_customer_rightly) {
  row.cells[0] = text("anna at shop.se");
  EXPECT_THAT(refusal(), HasSubstr("A (E-post): \"anna at shop.se\" is no e-mail"));
  row.cells[0] = {};
  EXPECT_THAT(refusal(), HasSubstr("A (E-post): the row names no customer"));
  row.cells[2] = number("123");
  EXPECT_EQ(check().who.member_number, "123");
  row.cells[1] = text("nope");
  EXPECT_THAT(refusal(), HasSubstr("B (Mobil)")) << "a cell that cannot be read is not passed over for another that can";
}

TEST_F(ImportRowTest, a_value_is_needed) {
  row.cells[5] = {};
  EXPECT_THAT(refusal(), HasSubstr("F (Värde): the check has no value"));
  row.cells[5] = text("1,234");
  EXPECT_EQ(check().undecided_amount, text("1,234"));
  EXPECT_EQ(decide_amount(check(), {0, 3})->check.value_minor, 123'400);
  EXPECT_FALSE(decide_amount(check(), {}));
  row.cells[5] = text("99,50");
  EXPECT_EQ(read().decimal_sign, ',');
}

TEST_F(ImportRowTest, days_are_in_order) {
  row.cells[7] = text("2026-12-31");
  row.cells[8] = text("2026-12-30");
  EXPECT_THAT(refusal(), HasSubstr("I (Till): the last day 2026-12-30 is before"));
  row.cells[8] = text("2026-12-31");
  EXPECT_EQ(check().check.valid_to, check().check.valid_from);
  row.cells[8] = number("46387");
  EXPECT_THAT(refusal(), HasSubstr("I (Till): \"46387\" is a bare number"));
  row.cells[7] = row.cells[8] = text(" ");
  EXPECT_FALSE(check().check.valid_to);
}

TEST_F(ImportRowTest, texts_that_a_spreadsheet_has_changed_are_refused) {
  row.cells[4] = number("100");
  EXPECT_EQ(check().check.name, "100");
  row.cells[4] = {CellKind::date, "2026-03-01"};
  EXPECT_THAT(refusal(), HasSubstr("E (Namn): the spreadsheet has made the date"));
  row.cells[4] = {CellKind::error, "#REF!"};
  EXPECT_THAT(refusal(), HasSubstr("#REF!"));
  row.cells[4] = text(std::string(501, 'x'));
  EXPECT_THAT(refusal(), HasSubstr("longer than 500"));
}

TEST_F(ImportRowTest, a_refusal_says_whose_check_it_was) {
  row.cells[5] = text("lots");
  const auto result = read();
  const auto& refused = std::get<ImportRefusal>(result.items.at(0));
  EXPECT_EQ(refused.who, "anna@shop.se");
  EXPECT_EQ(refused.check_id, "B1");
  EXPECT_EQ(result.line, 5);
}

TEST_F(ImportRowTest, a_row_without_anything_in_the_columns_that_are_read_is_passed_over) {
  row.cells.assign(12, Cell{});
  row.cells[11] = text("note");
  EXPECT_TRUE(read().items.empty());
}

class ImportListTest : public ImportRowTest {
 protected:
  ImportListTest() {
    columns = *find_import_columns({Row{1, {text("email"), text("Sitoo-Contact.bonuschecks")}}}, {}, "SEK");
    row.cells = {text("anna@shop.se"), text("[1, 2]")};
  }
};

TEST_F(ImportListTest, a_row_has_all_checks_of_a_customer) {
  const auto result = read();
  ASSERT_EQ(result.items.size(), 2U);
  EXPECT_EQ(std::get<ImportedCheck>(result.items[1]).check.id, "B2");
  EXPECT_EQ(std::get<ImportedCheck>(result.items[1]).who.email->text(), "anna@shop.se");
}

TEST_F(ImportListTest, one_entry_that_cannot_be_read_refuses_the_list) {
  row.cells[1] = text("[bad]");
  EXPECT_EQ(read().items.size(), 1U);
  EXPECT_THAT(refusal(), HasSubstr("B (Sitoo-Contact.bonuschecks): entry 2"));
  row.cells[1] = text("nothing");
  EXPECT_THAT(refusal(), HasSubstr("no list"));
  row.cells[1] = number("5");
  EXPECT_THAT(refusal(), HasSubstr("no list"));
}

TEST_F(ImportListTest, a_customer_without_checks_is_nothing_to_do) {
  row.cells[1] = {};
  EXPECT_TRUE(read().items.empty());
  row.cells = {text("nonsense"), text("[1]")};
  EXPECT_THAT(refusal(), HasSubstr("no e-mail address"));
}

}  // namespace
}  // namespace kassabro::app
