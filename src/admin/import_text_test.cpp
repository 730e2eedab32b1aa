#include "admin/import_text.hpp"

#include <gtest/gtest.h>

namespace kassabro::admin {
namespace {

Result<app::ImportOptions> parse(const std::string& body) { return parse_import_options(parse_json(body)->get_object()); }

TEST(ImportTextTest, options_are_read_by_their_names) {
  const auto options = parse(R"({"mapping": {"Kund": "email", "F": ""}, "header_line": 0, "unknown_customers": "create",
                                 "encoding": "macintosh", "sheet": "Blad2"})");
  ASSERT_TRUE(options);
  const std::vector<app::ColumnMapping> mapping{{"Kund", app::ImportField::email}, {"F", std::nullopt}};
  EXPECT_EQ(options->columns.mapping, mapping);
  EXPECT_EQ(options->columns.header_line, 0);
  EXPECT_EQ(options->unknown_customers, app::UnknownCustomers::create);
  EXPECT_EQ(options->encoding, "macintosh");
  EXPECT_EQ(options->sheet, "Blad2");
  EXPECT_EQ(*parse("{}"), app::ImportOptions{});
}

TEST(ImportTextTest, what_is_misspelt_is_named) {
  EXPECT_EQ(parse(R"({"mapping": {"Kund": "emial"}})").error().field, "mapping");
  EXPECT_EQ(parse(R"({"mapping": ["email"]})").error().field, "mapping");
  EXPECT_EQ(parse(R"({"unknown_customers": "creat"})").error().field, "unknown_customers");
  EXPECT_EQ(parse(R"({"header_line": -1})").error().field, "header_line");
  EXPECT_EQ(parse(R"({"header_line": "x"})").error().field, "header_line");
}

TEST(ImportTextTest, an_import_shows_its_counts_as_money) {
  app::Import import;
  import.id = 5;
  import.account = 1;
  import.columns = {{app::ImportField::value, "D (Värde)"}};
  import.counts = {{app::ImportOutcome::added, "SEK", 2, 19'950}};
  const auto object = import_object(import);
  EXPECT_EQ(to_json_text(object.at("counts")), R"([{"outcome":"added","rows":2,"currency":"SEK","value":"199.50"}])");
  EXPECT_EQ(to_json_text(object.at("columns")), R"json([{"field":"value","column":"D (Värde)"}])json");
  EXPECT_EQ(object.at("state").as_string(), "staging");
}

TEST(ImportTextTest, a_refused_row_shows_where_and_why) {
  app::ImportRow row;
  row.line = 7;
  row.outcome = app::ImportOutcome::refused;
  row.refusal = {"B (Mobil)", "\"4,67E+10\" is a number whose digits were lost", "4,67E+10", "B1"};
  const auto object = import_row_object(row);
  EXPECT_EQ(object.at("line").as_int64(), 7);
  EXPECT_EQ(text_member(object, "column"), "B (Mobil)");
  EXPECT_EQ(text_member(object, "customer"), "4,67E+10");
  EXPECT_FALSE(object.contains("check"));
}

}  // namespace
}  // namespace kassabro::admin
