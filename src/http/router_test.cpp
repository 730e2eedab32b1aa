#include "http/router.hpp"

#include <gtest/gtest.h>

namespace kassabro::http {
namespace {

using Name = const char*;

constexpr std::array routes{Route<Name>{Method::get, "/", "root"},
                            Route<Name>{Method::get, "/contacts", "list"},
                            Route<Name>{Method::get, "/contacts/lookup", "lookup"},
                            Route<Name>{Method::get, "/contacts/{id}", "get"},
                            Route<Name>{Method::put, "/contacts/{id}", "put"},
                            Route<Name>{Method::post, "/contacts/{id}/checks/{check}", "redeem"}};

std::string served(Method method, std::string_view path) {
  const auto match = find_route<Name>(routes, method, path);
  return match.route == nullptr ? (match.path_known ? "wrong method" : "unknown") : match.route->handler;
}

TEST(Router, the_first_line_of_the_table_that_matches_serves) {
  EXPECT_EQ(served(Method::get, "/"), "root");
  EXPECT_EQ(served(Method::get, "/contacts"), "list");
  EXPECT_EQ(served(Method::get, "/contacts/lookup"), "lookup");
  EXPECT_EQ(served(Method::get, "/contacts/42"), "get");
  EXPECT_EQ(served(Method::put, "/contacts/lookup"), "put");
  EXPECT_EQ(served(Method::head, "/contacts/42"), "get");
}

TEST(Router, tells_a_wrong_method_from_an_unknown_path) {
  EXPECT_EQ(served(Method::delete_, "/contacts/42"), "wrong method");
  for (const char* path : {"/contact", "/contacts/42/checks", "/contacts/42/checks/1/2", "/Contacts", "/contacts/%zz"})
    EXPECT_EQ(served(Method::post, path), "unknown") << path;
}

TEST(Router, places_are_decoded_one_by_one) {
  const auto match = find_route<Name>(routes, Method::post, "/contacts/a%2Fb%20c/checks/%C3%A5+1");
  ASSERT_NE(match.route, nullptr);
  ASSERT_EQ(match.params.size(), 2U);
  EXPECT_EQ(match.params[0], "a/b c");
  EXPECT_EQ(match.params[1], "å+1");
}

TEST(Router, a_normal_path_has_no_doubled_and_no_trailing_slashes) {
  EXPECT_EQ(normal_path("//a///b//"), "/a/b");
  EXPECT_EQ(normal_path("/a"), "/a");
  EXPECT_EQ(normal_path("/"), "/");
  EXPECT_EQ(normal_path("///"), "/");
  EXPECT_EQ(normal_path(""), "/");
}

TEST(Router, a_place_that_is_no_utf8_matches_nothing) {
  EXPECT_TRUE(match_path("/contacts/{id}", "/contacts/%C3%A5"));
  EXPECT_FALSE(match_path("/contacts/{id}", "/contacts/%ff"));
}

TEST(Router, a_dash_is_an_underscore_too_but_a_place_keeps_its_text) {
  EXPECT_TRUE(match_path("/undo-redeem", "/undo_redeem"));
  EXPECT_TRUE(match_path("/undo-redeem", "/undo-redeem"));
  EXPECT_FALSE(match_path("/undo-redeem", "/undo.redeem"));
  EXPECT_TRUE(match_path("/undo_redeem", "/undo-redeem"));
  EXPECT_EQ((*match_path("/bonus-checks/{check}/redeem", "/bonus_checks/a_b-c/redeem"))[0], "a_b-c");
}

}  // namespace
}  // namespace kassabro::http
