#include "base/json_parts.hpp"

#include <gtest/gtest.h>

namespace kassabro {
namespace {

using Texts = std::vector<std::string_view>;

TEST(JsonParts, of_an_array_are_its_entries_as_they_are_written) {
  EXPECT_EQ(*json_entries(R"( [ 1.50 , {"a":[1,2],"b":"]"} ,"x,\"y" , [ ] ] )"),
            (Texts{"1.50", R"({"a":[1,2],"b":"]"})", R"("x,\"y")", "[ ]"}));
  EXPECT_EQ(*json_entries("[]"), Texts{});
  EXPECT_FALSE(json_entries("{}"));
  EXPECT_FALSE(json_entries("7"));
}

TEST(JsonParts, of_an_object_are_its_members_as_they_are_written) {
  const auto members = *json_members(R"({"a\"b" : 1e3 , "c":{"d":"}"},"a\"b":null})");
  ASSERT_EQ(members.size(), 3U);
  EXPECT_EQ(members[0].name, "a\"b");
  EXPECT_EQ(members[0].value, "1e3");
  EXPECT_EQ(members[1].value, R"({"d":"}"})");
  EXPECT_EQ(members[2].value, "null");
  EXPECT_TRUE(json_members("{ }")->empty());
  EXPECT_FALSE(json_members("[]"));
}

}  // namespace
}  // namespace kassabro
