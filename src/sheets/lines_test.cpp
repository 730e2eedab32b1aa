#include "sheets/lines.hpp"

#include <gtest/gtest.h>

namespace kassabro::sheets {
namespace {

Line read_back(std::string text) {
  EXPECT_TRUE(text.ends_with('\n'));
  text.pop_back();
  return parse_line(text).value();
}

TEST(Lines, give_back_every_kind_of_cell) {
  const Row row{.line = 7,
                .cells = {{CellKind::text, "a \"b\"\n\\ å 🎁"},
                          {},
                          {CellKind::number, "46701234567"},
                          {CellKind::date, "2026-11-24"},
                          {CellKind::boolean, "true"},
                          {CellKind::error, "#N/A"}}};
  std::string text;
  append_row_line(text, row);
  EXPECT_EQ(std::get<Row>(read_back(text)), row);
}

TEST(Lines, give_back_what_a_file_is) {
  std::string text;
  append_sheet_line(text, {.format = "csv", .sheet = "", .other_sheets = {"a", "å"}, .encoding = "UTF-8", .delimiter = "\t"});
  const auto sheet = std::get<Sheet>(read_back(text));
  EXPECT_EQ(sheet.delimiter, "\t");
  EXPECT_EQ(sheet.other_sheets, (std::vector<std::string>{"a", "å"}));
}

TEST(Lines, give_a_refusal_its_code_and_field) {
  std::string text;
  append_refusal_line(text, "bomb", "Too much.");
  const auto bomb = std::get<Refusal>(read_back(text));
  EXPECT_EQ(bomb.code, ErrorCode::too_large);
  EXPECT_EQ(bomb.field, "file");
  EXPECT_EQ(bomb.message, "Too much.");
  EXPECT_EQ(refusal("no_such_sheet", "").field, "sheet");
}

TEST(Lines, are_not_made_of_anything_else) {
  for (const char* text : {"", "x", "[]", "{}", R"({"line":"1","cells":[]})", R"({"line":1,"cells":[["x","a"]]})",
                           R"({"line":1,"cells":[["t"]]})", R"({"line":1,"cells":[["t",5]]})"})
    EXPECT_FALSE(parse_line(text)) << text;
}

}  // namespace
}  // namespace kassabro::sheets
