#include "store/sent_calls_text.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"

namespace kassabro::store {
namespace {

using std::chrono::milliseconds;

TEST(SentCallsText, gives_back_what_was_kept) {
  const app::SentCalls calls{{"POST", "/v2/subscribers", R"({"name":"Åsa \"A\""})", 200, R"({"id":1})", milliseconds(12), 3},
                             {"GET", "/v2/x?y=%20", "", 0, "no answer in time", milliseconds(30'000), 1}};
  EXPECT_EQ(unpacked_calls(packed(calls)), calls);
  EXPECT_EQ(packed({}), "");
  EXPECT_TRUE(unpacked_calls("").empty());
}

TEST(SentCallsText, cuts_what_is_too_long_at_a_character) {
  const std::string body(app::sent_body_bytes_max - 1, 'x');
  const auto back = unpacked_calls(packed({{"POST", "/", body + "åäö", 200, std::string(10'000, 'y'), {}, 1}}));
  EXPECT_EQ(back.at(0).body.substr(0, body.size()), body);
  EXPECT_EQ(back.at(0).body.size(), body.size());
  EXPECT_EQ(back.at(0).answer.size(), app::sent_answer_bytes_max);
}

TEST(SentCallsText, answers_that_are_no_text_are_kept_readable) {
  const auto back = unpacked_calls(packed({{"GET", "/", "", 200, std::string("a\xff\x00z", 4), {}, 1}}));
  EXPECT_EQ(back.at(0).answer.front(), 'a');
  EXPECT_EQ(back.at(0).answer.back(), 'z');
}

TEST(SentCallsText, takes_a_fraction_of_the_room) {
  std::string body = R"({"subscribers":{"email":"a@shop.se","fields":[)";
  for (int i = 0; i < 60; ++i) body += R"({"key":"Sitoo-Order.field)" + std::to_string(i) + R"(","value":"x","type":"text"},)";
  EXPECT_LT(packed({{"POST", "/v2/subscribers", body, 200, R"({"message":"Success"})", {}, 1}}).size(), body.size() / 4);
}

TEST(SentCallsText, refuses_bytes_that_are_not_ours) {
  EXPECT_THROW(unpacked_calls("not compressed"), InfrastructureFailure);
  auto bytes = packed({{"GET", "/", "", 200, "answer", {}, 1}});
  EXPECT_THROW(unpacked_calls(std::string_view(bytes).substr(0, bytes.size() - 3)), InfrastructureFailure);
}

}  // namespace
}  // namespace kassabro::store
