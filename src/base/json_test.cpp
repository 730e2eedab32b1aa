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

}  // namespace
}  // namespace kassabro
