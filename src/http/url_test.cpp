#include "http/url.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace kassabro::http {
namespace {

TEST(Url, decodes_escapes_and_refuses_broken_ones) {
  EXPECT_EQ(percent_decode("G%C3%B6teborg%201"), "Göteborg 1");
  EXPECT_EQ(percent_decode("a+b"), "a+b");
  EXPECT_EQ(percent_decode("a+b%2B", PlusSign::is_space), "a b+");
  EXPECT_EQ(percent_decode(""), "");
  for (const char* broken : {"%", "%4", "%zz", "a%g1"}) EXPECT_FALSE(percent_decode(broken)) << broken;
}

TEST(Url, what_is_encoded_decodes_to_itself) {
  EXPECT_EQ(percent_encode("a b/+&=ö~"), "a%20b%2F%2B%26%3D%C3%B6~");
  EXPECT_TRUE(rc::check([](const std::string& text) { RC_ASSERT(percent_decode(percent_encode(text)) == text); }));
}

TEST(Query, finds_the_last_of_a_repeated_parameter_and_knows_absent_from_empty) {
  const Query query("key=1&key=2&empty=&bare&&=x&a%20b=c%26d");
  EXPECT_EQ(query.find("key"), "2");
  EXPECT_EQ(query.find("empty"), "");
  EXPECT_EQ(query.find("bare"), "");
  EXPECT_EQ(query.find("a b"), "c&d");
  EXPECT_FALSE(query.find("missing"));
  const Query none("");
  EXPECT_FALSE(none.find("key"));
}

TEST(Query, a_plus_is_a_blank_and_a_broken_escape_stays_as_it_is) {
  const Query query("phone=+46701234567&other=%2B46&broken=%zz");
  EXPECT_EQ(query.find("phone"), " 46701234567");
  EXPECT_EQ(query.find("other"), "+46");
  EXPECT_EQ(query.find("broken"), "%zz");
}

// Found by chance: the id of a bonus check in a query was no UTF-8, and would have got into a statement.
TEST(Query, what_is_no_text_stays_escaped) {
  const Query query("id=%ff&raw=\xE5&%E5=1&good=%C3%A5");
  EXPECT_EQ(query.find("id"), "%ff");
  EXPECT_EQ(query.find("raw"), "%E5");
  EXPECT_EQ(query.find("%E5"), "1");
  EXPECT_EQ(query.find("good"), "\u00e5");
}

TEST(Query, lists_what_may_be_repeated) {
  const Query query("id=1&id[]=2&id%5B%5D=3&idx=4");
  EXPECT_EQ(query.all("id"), (std::vector<std::string_view>{"1", "2", "3"}));
}

}  // namespace
}  // namespace kassabro::http
