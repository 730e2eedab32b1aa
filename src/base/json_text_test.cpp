#include "base/json_text.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace kassabro {
namespace {

TEST(JsonText, an_object_is_the_one_a_value_would_give) {
  std::string out = "before:";
  {
    JsonMembers members(out);
    members.text("name", "Åsa \"A\"\n");
    members.integer("least", std::numeric_limits<std::int64_t>::min());
    members.flag("is_new", true);
    members.text_or_null("note", "");
    members.text("", "without a name");
    members.raw("raw", "[1.50]");
    if (members.begin("inner")) JsonMembers(out).text("a", "{");
    if (members.begin("empty")) JsonMembers{out};
  }
  EXPECT_EQ(out,
            "before:{\"name\":\"Åsa \\\"A\\\"\\n\",\"least\":-9223372036854775808,\"is_new\":true,\"note\":null,\"raw\":[1.50],"
            "\"inner\":{\"a\":\"{\"},\"empty\":{}}");
}

TEST(JsonText, an_array_may_be_empty_and_holds_texts) {
  std::string out;
  append_json_strings(out, {});
  append_json_strings(out, {"", "[", "a\"b"});
  EXPECT_EQ(out, R"([]["","[","a\"b"])");
}

}  // namespace
}  // namespace kassabro
