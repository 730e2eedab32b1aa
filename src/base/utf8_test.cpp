#include "base/utf8.hpp"

#include <gtest/gtest.h>

namespace kassabro {
namespace {

TEST(Utf8, knows_what_is_none) {
  for (const char* text : {"", "abc", "åäö", "😀", "\xEF\xBF\xBD"}) EXPECT_TRUE(is_utf8(text)) << text;
  for (const char* text : {"\xFF", "\xC3", "Malm\xF6", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\x80"})
    EXPECT_FALSE(is_utf8(text)) << text;
}

TEST(Utf8, tames_control_characters_and_cuts_between_characters) {
  EXPECT_EQ(tame_text("a\nb\tc", 100), "a b c");
  EXPECT_EQ(tame_text("åäö", 3), "å");
  EXPECT_EQ(tame_text("åäö", 4), "åä");
  EXPECT_EQ(tame_text("abc", 3), "abc");
}

}  // namespace
}  // namespace kassabro
