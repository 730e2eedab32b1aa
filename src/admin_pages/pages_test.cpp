#include "admin_pages/pages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "admin_pages/bundle.hpp"

namespace kassabro::admin_pages {
namespace {

std::string header(const http::Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers)
    if (key == name) return value;
  return {};
}

http::Response get(std::string_view path, http::HeaderViews headers = {}) {
  http::Request request;
  request.target = path;
  request.headers = std::move(headers);
  return answer_page(request, path);
}

TEST(AdminPages, AllowNoScriptFromElsewhereAndNoInlineOne) {
  for (const auto* path : {"/", "/accounts/1/deliveries", "/assets/none.js"}) {
    const auto policy = header(get(path), "Content-Security-Policy");
    EXPECT_NE(policy.find("default-src 'self'"), std::string::npos) << path;
    EXPECT_EQ(policy.find("script-src"), std::string::npos) << path;
    EXPECT_EQ(header(get(path), "X-Content-Type-Options"), "nosniff") << path;
  }
}

TEST(AdminPages, GiveTheDocumentToEveryPathOfThePages) {
  ASSERT_FALSE(bundle_files().empty()) << "script/build makes the pages before the program";
  EXPECT_EQ(get("/").body, get("/accounts/1/deliveries").body);
  EXPECT_EQ(get("/").status, 200);
  EXPECT_EQ(get("/assets/none.js").status, 404);
}

TEST(AdminPages, GiveTheDocumentOfThoseInsideToWhoeverBringsASession) {
  ASSERT_FALSE(bundle_files().empty()) << "script/build makes the pages before the program";
  const http::HeaderViews session{{"Cookie", "a=b; kassabro_session=0123"}};
  const auto inside = get("/accounts/1/deliveries", session);
  EXPECT_NE(inside.body.find("data-document=\"inside\""), std::string::npos);
  EXPECT_EQ(get("/").body.find("data-document"), std::string::npos);
  EXPECT_NE(header(inside, "ETag"), header(get("/"), "ETag"));
  EXPECT_EQ(std::ranges::count(get("/").headers, std::pair<std::string, std::string>{"Vary", "Cookie"}), 1);
}

TEST(AdminPages, SendNothingAgainThatTheBrowserHas) {
  ASSERT_FALSE(bundle_files().empty()) << "script/build makes the pages before the program";
  const auto tag = header(get("/"), "ETag");
  const auto again = get("/", {{"If-None-Match", tag}});
  EXPECT_EQ(again.status, 304);
  EXPECT_TRUE(again.body.empty());
}

TEST(AdminPages, GoCompressedToWhoeverTakesIt) {
  ASSERT_FALSE(bundle_files().empty()) << "script/build makes the pages before the program";
  const auto plain = get("/api/v1/openapi.json");
  const auto packed = get("/api/v1/openapi.json", {{"Accept-Encoding", "br, gzip"}});
  EXPECT_EQ(packed.status, 200);
  EXPECT_EQ(header(packed, "Content-Encoding"), "gzip");
  EXPECT_EQ(packed.content_type, plain.content_type);
  EXPECT_LT(packed.body.size(), plain.body.size() / 3);
  EXPECT_EQ(packed.body.substr(0, 2), "\x1f\x8b");
  EXPECT_NE(header(packed, "ETag"), header(plain, "ETag"));
  for (const auto& answer : {plain, packed}) EXPECT_EQ(header(answer, "Vary"), "Accept-Encoding");
  EXPECT_EQ(header(plain, "Content-Encoding"), "");
  EXPECT_EQ(get("/openapi.json.gz").status, 404);
}

TEST(AdminPages, AreReadOnly) {
  http::Request request;
  request.method = http::Method::post;
  EXPECT_EQ(answer_page(request, "/").status, 405);
}

}  // namespace
}  // namespace kassabro::admin_pages
