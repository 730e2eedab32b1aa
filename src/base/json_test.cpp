#include "base/json.hpp"

#include <gtest/gtest.h>

namespace kassabro {
namespace {

TEST(Json, accepts_64_levels_and_refuses_65) {
  EXPECT_TRUE(parse_json(std::string(64, '[') + std::string(64, ']')));
  const auto deep = parse_json(std::string(65, '[') + std::string(65, ']'));
  ASSERT_FALSE(deep);
  EXPECT_EQ(deep.error().field, "body");
}

TEST(Json, empty_text_and_null_count_as_absent) {
  const auto value = *parse_json(R"({"a":"","b":null,"c":"x","d":7})");
  const auto& object = value.get_object();
  EXPECT_EQ(find_member(object, "a"), nullptr);
  EXPECT_EQ(find_member(object, "b"), nullptr);
  EXPECT_EQ(text_member(object, "c"), "x");
  EXPECT_EQ(text_member(object, "d"), "7");
}

TEST(Json, reads_booleans_and_numbers_in_every_spelling) {
  const auto value = *parse_json(R"({"a":true,"b":"1","c":0,"d":"False","e":"maybe","n":"-12","m":12.0,"x":"1x"})");
  const auto& object = value.get_object();
  EXPECT_EQ(bool_member(object, "a"), true);
  EXPECT_EQ(bool_member(object, "b"), true);
  EXPECT_EQ(bool_member(object, "c"), false);
  EXPECT_EQ(bool_member(object, "d"), false);
  EXPECT_FALSE(bool_member(object, "e"));
  EXPECT_EQ(int_member(object, "n"), -12);
  EXPECT_EQ(int_member(object, "m"), 12);
  EXPECT_FALSE(int_member(object, "x"));
}

TEST(Json, numbers_become_text_as_a_person_writes_them) {
  const auto value = *parse_json(R"({"a":12.5,"b":100.0,"c":0.1,"d":-299.95,"e":1e3,"f":5e-7,"g":18446744073709551615})");
  const auto& object = value.get_object();
  EXPECT_EQ(text_member(object, "a"), "12.5");
  EXPECT_EQ(text_member(object, "b"), "100");
  EXPECT_EQ(text_member(object, "c"), "0.1");
  EXPECT_EQ(text_member(object, "d"), "-299.95");
  EXPECT_EQ(text_member(object, "e"), "1000");
  EXPECT_EQ(text_member(object, "f"), "0.0000005");
  EXPECT_EQ(text_member(object, "g"), "18446744073709551615");
}

TEST(Json, a_string_written_alone_is_the_one_a_value_would_give) {
  std::string all = "Åsa \U0001F600 </script> ";
  for (char c = 0; c < 127; ++c) all += c;
  for (const std::string& text : {std::string(), std::string("Anna"), std::string("a\"b"), std::string("back\\slash"), all}) {
    std::string out = "before:";
    append_json_string(out, text);
    EXPECT_EQ(out, "before:" + to_json_text(json::value(text)));
  }
}

// Found by chance: what was kept of such a body could not be read again.
TEST(Json, refuses_numbers_that_nobody_can_write_again) {
  for (const char* text : {"1e999", "0.0e00751616", R"({"a":[-161e138542]})"})
    EXPECT_EQ(parse_json(text).error().field, "body") << text;
  EXPECT_EQ(parse_json(to_json_text(*parse_json("1e308"))).value(), *parse_json("1e308"));
}

}  // namespace
}  // namespace kassabro
