#include "sheets/formats/delimited.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sheets/formats/refused.hpp"
#include "sheets/limits.hpp"

namespace kassabro::sheets::formats {
namespace {

using Texts = std::vector<std::vector<std::string>>;

Texts taken_apart(std::string_view text, char delimiter, std::size_t piece_bytes = SIZE_MAX) {
  Texts records;
  DelimitedParser parser(delimiter, [&](const Row& record) {
    auto& texts = records.emplace_back();
    for (const auto& cell : record.cells) texts.push_back(cell.text);
  });
  for (; !text.empty(); text.remove_prefix(std::min(piece_bytes, text.size()))) parser.add(text.substr(0, piece_bytes));
  parser.finish();
  return records;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  return out + "\"";
}

RC_GTEST_PROP(Delimited, gives_back_what_was_quoted_however_it_is_cut, ()) {
  const char delimiter = *rc::gen::element('\t', ';', ',');
  const auto text = rc::gen::container<std::string>(rc::gen::element('a', '"', ';', ',', '\t', '\n', '\r', ' '));
  const auto records =
      *rc::gen::nonEmpty(rc::gen::container<Texts>(rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(text))));
  const std::string end = *rc::gen::element<std::string>("\n", "\r\n", "\r");
  std::string written;
  for (const auto& record : records)
    for (std::size_t i = 0; i < record.size(); ++i)
      written += quoted(record[i]) + (i + 1 < record.size() ? std::string(1, delimiter) : end);
  RC_ASSERT(taken_apart(written, delimiter, *rc::gen::inRange<std::size_t>(1, 20)) == records);
}

RC_GTEST_PROP(Delimited, never_minds_where_text_is_cut, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::element('a', '"', ';', '\n', '\r'));
  const auto result = [&](std::size_t piece_bytes) {
    try {
      return taken_apart(text, ';', piece_bytes);
    } catch (const Refused& refused) {
      return Texts{{refused.reason}};
    }
  };
  RC_ASSERT(result(1) == result(SIZE_MAX));
}

TEST(Delimited, takes_a_quotation_mark_inside_a_cell_as_it_stands) {
  EXPECT_EQ(taken_apart("5\" a;b\"\"c\n", ';'), (Texts{{"5\" a", "b\"\"c"}}));
  EXPECT_EQ(taken_apart("\"a\"b\"c;d\n", ';'), (Texts{{"ab\"c", "d"}}));
}

TEST(Delimited, refuses_a_cell_a_row_and_a_quote_that_go_on_and_on) {
  const auto reason = [](const std::string& text) {
    try {
      taken_apart(text, ';');
      return std::string();
    } catch (const Refused& refused) {
      return refused.reason;
    }
  };
  EXPECT_EQ(reason(std::string(cell_bytes_max, 'a')), "");
  EXPECT_EQ(reason(std::string(cell_bytes_max + 1, 'a')), "cell_too_large");
  EXPECT_EQ(reason("\"" + std::string(cell_bytes_max + 1, 'a')), "quote");
  EXPECT_EQ(reason(std::string(columns_max - 1, ';')), "");
  EXPECT_EQ(reason(std::string(columns_max, ';')), "too_many_columns");
  EXPECT_EQ(reason(std::string(rows_max, '\n')), "");
  EXPECT_EQ(reason(std::string(rows_max + 1, '\n')), "too_many_rows");
}

TEST(Delimiter, is_the_one_that_makes_even_rows) {
  EXPECT_EQ(guess_delimiter("a;b;c\n1,5;2,5;3,5\n"), ';');
  EXPECT_EQ(guess_delimiter("a\tb\n1,5;x\t2\n"), '\t');
  EXPECT_EQ(guess_delimiter("a,b\n\"1;2\",3\n"), ',');
  EXPECT_EQ(guess_delimiter("alone\n"), ',');
}

}  // namespace
}  // namespace kassabro::sheets::formats
