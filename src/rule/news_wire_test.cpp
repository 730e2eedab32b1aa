#include "rule/news_wire.hpp"

#include <gtest/gtest.h>

namespace kassabro::rule {
namespace {

using app::RemoteChannels;
using app::RemoteNewsKind;

app::RemoteNewsPage read(const std::string& body) { return parse_statistics(*parse_json(body)); }

TEST(NewsWire, asks_in_rules_own_wall_clock) {
  const auto call =
      list_statistics_call(*parse_timestamp("2026-11-23T23:30:00Z"), *parse_timestamp("2026-11-24T23:29:59Z"), "n 2");
  EXPECT_EQ(call.path,
            "/v3/export/statistics?date_from=2026-11-24%2000%3A30%3A00&date_to=2026-11-25%2000%3A30%3A00"
            "&statistic_types%5B%5D=unsubscribed&statistic_types%5B%5D=resubscribe&next_page_token=n%202");
}

TEST(NewsWire, reads_rows_in_every_likely_shape) {
  const auto page = read(R"({"data":[
    {"statistic_type":"unsubscribed","message_type":"email","created_at":"2026-11-23 13:00:00","subscriber_id":99},
    {"type":{"value":5,"key":"RESUBSCRIBE"},"message_type":{"value":2,"key":"text_message"},"date":"2026-11-23T12:30:00Z",
     "subscriber":{"id":"98","email":"bo@shop.se","phone_number":"+46701234567"}},
    {"statistic_type":"open","created_at":"2026-11-23 13:00:00","subscriber_id":1},
    {"statistic_type":"unsubscribed","subscriber_id":1},
    {"statistic_type":"unsubscribed","created_at":"2026-11-23 13:00:00"},
    7], "next_page_token":"abc"})");
  ASSERT_EQ(page.news.size(), 2U) << "neither other types, nor rows without a time or a person";
  EXPECT_EQ(page.next, "abc");
  EXPECT_EQ(page.news[0].kind, RemoteNewsKind::unsubscribed);
  EXPECT_EQ(page.news[0].remote_id, 99);
  EXPECT_EQ(page.news[0].channels, (RemoteChannels{true, false}));
  EXPECT_EQ(page.news[0].at, *parse_timestamp("2026-11-23T12:00:00.999Z"))
      << "one o'clock in Stockholm, at the end of the second";
  EXPECT_EQ(page.news[1].kind, RemoteNewsKind::resubscribed);
  EXPECT_EQ(page.news[1].remote_id, 98);
  EXPECT_EQ(page.news[1].email, "bo@shop.se");
  EXPECT_EQ(page.news[1].channels, (RemoteChannels{false, true}));
  EXPECT_EQ(page.news[1].at, *parse_timestamp("2026-11-23T12:30:00Z"));
}

TEST(NewsWire, a_body_of_another_shape_is_an_empty_page) {
  for (const char* body : {"[]", "{}", R"({"data":{}})", "null"}) {
    EXPECT_TRUE(read(body).news.empty());
    EXPECT_TRUE(read(body).next.empty());
  }
}

}  // namespace
}  // namespace kassabro::rule
