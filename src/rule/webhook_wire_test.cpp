#include "rule/webhook_wire.hpp"

#include <gtest/gtest.h>

#include "app/webhook_secret.hpp"

namespace kassabro::rule {
namespace {

using app::RemoteChannels;
using app::RemoteNews;
using app::RemoteNewsKind;

const Timestamp now = *parse_timestamp("2026-11-23T12:00:00Z");

Result<WebhookNews> read(std::string_view event, const std::string& body) {
  return parse_webhook(event, *parse_json(body), now);
}
RemoteNews person(std::string_view event, const std::string& body) {
  const auto news = read(event, body);
  return news && std::holds_alternative<RemoteNews>(*news) ? std::get<RemoteNews>(*news) : RemoteNews{};
}

const std::string anna = R"("subscriber":{"id":99,"email":"anna@shop.se","phone_number":"+46701234567"})";

// The bodies of the contract, section 10, word for word.
TEST(WebhookWire, an_opt_out_names_its_channel_and_who_made_it) {
  const auto news = person("unsubscribe", R"({"dispatcher_type":"campaign","message_type":"text_message",)"
                                          R"("suppressed_source_type":"user",)" +
                                              anna + R"(,"account":{"name":"Shop"}})");
  EXPECT_EQ(news.kind, RemoteNewsKind::unsubscribed);
  EXPECT_EQ(news.remote_id, 99);
  EXPECT_EQ(news.email, "anna@shop.se");
  EXPECT_EQ(news.phone, "+46701234567");
  EXPECT_EQ(news.channels, (RemoteChannels{false, true}));
  EXPECT_EQ(news.reason, "user");
  EXPECT_EQ(news.at, now);
  EXPECT_FALSE(person("unsubscribe", "{" + anna + "}").channels) << "not said: all";
  EXPECT_EQ(person("unsubscribe", R"({"message_type":"SMS",)" + anna + "}").channels, (RemoteChannels{false, true}));
}

TEST(WebhookWire, what_concerns_no_marketing_is_no_news) {
  for (const auto& [event, body] : {std::pair{"unsubscribe", R"({"dispatcher_type":"transactional",)" + anna + "}"},
                                    std::pair{"bounced", R"({"bounce":{"type":"soft"},)" + anna + "}"}}) {
    const auto news = read(event, body);
    ASSERT_TRUE(news);
    EXPECT_TRUE(std::holds_alternative<NothingNew>(*news)) << event;
  }
}

TEST(WebhookWire, the_other_events) {
  EXPECT_EQ(person("resubscribed", "{" + anna + R"(,"account":{"name":"Shop"}})").kind, RemoteNewsKind::resubscribed);
  EXPECT_EQ(person("opted-in", "{" + anna + "}").kind, RemoteNewsKind::opted_in);
  EXPECT_EQ(person("tag-added", R"({"tag":{"id":1,"name":"A"},)" + anna + "}").kind, RemoteNewsKind::changed);
  EXPECT_EQ(person("tag-removed", R"({"tag":{"id":1,"name":"A"},)" + anna + "}").kind, RemoteNewsKind::changed);
  const auto bounce = person("bounced", R"({"bounce":{"dispatcher_id":1,"type":"hard","message_type":"email"},)" + anna + "}");
  EXPECT_EQ(bounce.kind, RemoteNewsKind::bounced);
  EXPECT_EQ(bounce.channels, (RemoteChannels{true, false}));
  const auto import = read("import-finished", R"({"import":{"id":"1","total":"10","new":"9"}})");
  ASSERT_TRUE(import);
  EXPECT_TRUE(std::holds_alternative<ImportFinished>(*import));
}

TEST(WebhookWire, a_body_that_says_nothing_names_what_is_missing) {
  EXPECT_EQ(read("unsubscribe", "[]").error().field, "body");
  EXPECT_EQ(read("unsubscribe", "{}").error().field, "subscriber");
  EXPECT_EQ(read("unsubscribe", R"({"subscriber":{"name":"x"}})").error().field, "subscriber.id");
}

TEST(WebhookWire, an_event_is_known_in_any_usual_spelling) {
  for (const auto event : app::webhook_events) EXPECT_EQ(webhook_event(event), event);
  EXPECT_EQ(webhook_event("Opted_In"), "opted-in");
  EXPECT_EQ(webhook_event("suppressed"), "unsubscribe");
  EXPECT_FALSE(webhook_event("campaign-sent"));
  EXPECT_FALSE(webhook_event(""));
}

}  // namespace
}  // namespace kassabro::rule
