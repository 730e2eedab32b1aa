#include "app/import_columns.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/import_titles.hpp"

namespace kassabro::app {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

Row row(std::int64_t line, const std::vector<std::string>& texts) {
  Row made{line, {}};
  for (const auto& text : texts) made.cells.push_back({text.empty() ? CellKind::empty : CellKind::text, text});
  return made;
}

ImportColumns found(const std::vector<Row>& rows, const ColumnOptions& options = {}) {
  auto columns = find_import_columns(rows, options, "SEK");
  EXPECT_TRUE(columns) << (columns ? "" : columns.error().message);
  return columns.value_or(ImportColumns{});
}

std::string fault(const std::vector<Row>& rows, const ColumnOptions& options = {}) {
  const auto columns = find_import_columns(rows, options, "SEK");
  return columns ? "found" : columns.error().field + ": " + columns.error().message;
}

std::optional<std::size_t> place(const ImportColumns& columns, ImportField field) {
  return columns.places[static_cast<std::size_t>(field)];
}

TEST(ImportColumnsTest, titles_are_compared_without_case_accents_blanks_and_signs) {
  for (const char* title : {"Giltig t.o.m.", "GILTIG TOM", "giltig_tom", "Giltig\u00a0t.o.m"})
    EXPECT_EQ(normal_title(title), "giltigtom");
  EXPECT_EQ(normal_title("Värde"), "varde");
  EXPECT_EQ(normal_title("Va\u0308rde"), "varde") << "as a Mac writes it";
  EXPECT_EQ(normal_title("FÖRSTA DAG"), "forstadag");
}

TEST(ImportColumnsTest, a_row_a_check_in_english) {
  const auto columns =
      found({row(1, {"E-mail", "Phone number", "ID", "Name", "Value", "Currency", "Valid from", "Valid to", "Description"})});
  EXPECT_EQ(columns.shape, ImportShape::checks);
  EXPECT_EQ(columns.header_line, 1);
  EXPECT_EQ(place(columns, ImportField::email), 0U);
  EXPECT_EQ(place(columns, ImportField::phone), 1U);
  EXPECT_EQ(place(columns, ImportField::check_id), 2U);
  EXPECT_EQ(place(columns, ImportField::value), 4U);
  EXPECT_EQ(place(columns, ImportField::valid_to), 7U);
  EXPECT_EQ(place(columns, ImportField::description), 8U);
  EXPECT_EQ(columns.name_of(ImportField::value), "E (Value)");
}

TEST(ImportColumnsTest, a_row_a_check_in_swedish_in_any_order) {
  const auto columns = found({row(1, {"BESKRIVNING", "Giltig t.o.m.", "Giltig fr.o.m.", "Valuta", "värde", "Namn", "Check-ID",
                                      "Medlemsnummer", "Mobiltelefon", "E-postadress", "Färg"})});
  EXPECT_EQ(place(columns, ImportField::email), 9U);
  EXPECT_EQ(place(columns, ImportField::phone), 8U);
  EXPECT_EQ(place(columns, ImportField::member_number), 7U);
  EXPECT_EQ(place(columns, ImportField::check_id), 6U);
  EXPECT_EQ(place(columns, ImportField::value), 4U);
  EXPECT_EQ(place(columns, ImportField::valid_from), 2U);
  EXPECT_EQ(place(columns, ImportField::valid_to), 1U);
  EXPECT_THAT(columns.ignored, ElementsAre("Färg"));
}

TEST(ImportColumnsTest, a_row_a_customer_as_the_platform_has_it) {
  const auto columns = found({row(1, {"email", "phone_number", "Sitoo-Contact.bonuschecks", "first_name"})});
  EXPECT_EQ(columns.shape, ImportShape::customers);
  EXPECT_EQ(place(columns, ImportField::bonus_list), 2U);
}

TEST(ImportColumnsTest, titles_may_stand_below_headings) {
  const auto columns = found({row(2, {"Bonus checks, Christmas"}), row(3, {"", "Value", "in SEK"}),
                              row(6, {"", "Id", "E-post", "Belopp"}), row(7, {"", "B1", "anna@shop.se", "100"})});
  EXPECT_EQ(columns.header_line, 6);
  EXPECT_EQ(place(columns, ImportField::check_id), 1U);
}

TEST(ImportColumnsTest, a_title_may_name_the_currency) {
  EXPECT_EQ(found({row(1, {"Epost", "Id", "Value (EUR)"})}).value_currency, "EUR");
  EXPECT_EQ(found({row(1, {"Epost", "Id", "Belopp SEK"})}).value_currency, "SEK");
  EXPECT_EQ(found({row(1, {"Epost", "Id", "Belopp (kr)"})}).value_currency, "SEK");
  EXPECT_THAT(fault({row(1, {"Epost", "Id", "Value (points)"})}), HasSubstr("no column was found for the value"));
  EXPECT_EQ(place(found({row(1, {"E-post (privat)", "Id", "Belopp"})}), ImportField::email), 0U);
}

TEST(ImportColumnsTest, a_missing_column_is_named_with_the_titles_that_there_are) {
  EXPECT_THAT(fault({row(4, {"Id", "Värde", "Kontakt"})}),
              AllOf(HasSubstr("columns: Line 4"), HasSubstr("the customer"), HasSubstr("C \"Kontakt\"")));
  EXPECT_THAT(fault({row(1, {"E-mail", "Phone", "Amount"})}), HasSubstr("the check's id"));
  EXPECT_THAT(fault({row(1, {"E-mail", "Id"})}), HasSubstr("the value"));
  EXPECT_THAT(fault({row(1, {"anna@shop.se", "B1", "100"}), row(2, {"bo@shop.se", "B2", "100"})}),
              HasSubstr("No row with the titles"));
}

TEST(ImportColumnsTest, two_columns_that_may_be_the_same_are_named) {
  EXPECT_THAT(fault({row(1, {"E-mail", "Telefon", "Mobil", "Id", "Value"})}),
              AllOf(HasSubstr("B (Telefon)"), HasSubstr("C (Mobil)"), HasSubstr("phone"), HasSubstr("mapping")));
  EXPECT_THAT(fault({row(1, {"E-mail", "Id", "Value", "bonuschecks"})}), HasSubstr("single checks"));
}

TEST(ImportColumnsTest, a_mapping_says_what_the_titles_do_not) {
  const std::vector<Row> rows{row(1, {"Kontakt", "Telefon", "Mobil", "Nyckel", "Pengar"})};
  const ColumnOptions options{{{"kontakt", ImportField::email},
                               {"Telefon", std::nullopt},
                               {"D", ImportField::check_id},
                               {"PENGAR", ImportField::value}},
                              std::nullopt};
  const auto columns = found(rows, options);
  EXPECT_EQ(place(columns, ImportField::email), 0U);
  EXPECT_EQ(place(columns, ImportField::phone), 2U);
  EXPECT_EQ(place(columns, ImportField::check_id), 3U);
  EXPECT_EQ(place(columns, ImportField::value), 4U);
}

TEST(ImportColumnsTest, what_is_mapped_is_not_sought_by_its_title) {
  const auto columns = found({row(1, {"E-mail", "Id", "Check", "Value"})}, {{{"Check", ImportField::check_id}}, std::nullopt});
  EXPECT_EQ(place(columns, ImportField::check_id), 2U);
  EXPECT_THAT(columns.ignored, ElementsAre("Id"));
}

TEST(ImportColumnsTest, a_mapping_that_fits_nothing_or_two_columns_is_told) {
  EXPECT_THAT(fault({row(1, {"E-mail", "Id", "Value"})}, {{{"Betrag!", ImportField::value}}, std::nullopt}),
              HasSubstr("Betrag!"));
  EXPECT_THAT(fault({row(1, {"E-mail", "X", "x", "Value"})}, {{{"X", ImportField::check_id}}, std::nullopt}),
              HasSubstr("several columns"));
}

TEST(ImportColumnsTest, a_file_without_titles_is_read_by_letters) {
  const std::vector<Row> rows{row(1, {"anna@shop.se", "B1", "100"})};
  const auto columns = found(rows, {{{"A", ImportField::email}, {"B", ImportField::check_id}, {"C", ImportField::value}}, 0});
  EXPECT_EQ(columns.header_line, 0);
  EXPECT_EQ(place(columns, ImportField::value), 2U);
  EXPECT_EQ(columns.name_of(ImportField::value), "C");
  EXPECT_THAT(fault(rows, {{{"A", ImportField::email}}, 0}), HasSubstr("the check's id"));
}

TEST(ImportColumnsTest, the_line_of_the_titles_may_be_said) {
  const std::vector<Row> rows{row(1, {"E-mail", "Id", "Value"}), row(2, {"Id", "E-mail", "Value"})};
  EXPECT_EQ(place(found(rows, {{}, 2}), ImportField::check_id), 0U);
}

TEST(ImportColumnsTest, a_column_has_letters) {
  EXPECT_EQ(column_letters(0), "A");
  EXPECT_EQ(column_letters(25), "Z");
  EXPECT_EQ(column_letters(26), "AA");
  EXPECT_EQ(column_letters(701), "ZZ");
  EXPECT_EQ(column_letters(702), "AAA");
}

}  // namespace
}  // namespace kassabro::app
