#include "sitoo/events/event_wire.hpp"

#include <gtest/gtest.h>

namespace kassabro::sitoo::events {
namespace {

constexpr std::int64_t own_shop = 3;

app::EventBatch parse(std::string_view body) {
  auto batch = parse_events(body, own_shop);
  EXPECT_TRUE(batch) << body;
  return batch ? std::move(*batch) : app::EventBatch{};
}

app::OrderEvent only_event(std::string_view body) {
  const auto batch = parse(body);
  EXPECT_EQ(batch.events.size(), 1U) << body;
  EXPECT_TRUE(batch.broken.empty()) << body;
  return batch.events.empty() ? app::OrderEvent{} : batch.events.front();
}

// The example of Sitoo's own page.
constexpr std::string_view published =
    R"([{"event_id":"5e9fd002119a4c5fb4de5ccb9d0b90ea","event_type":"order","event_date":1611138542,"account_id":1500,)"
    R"("data":{"eshop_id":1,"order_id":12345,"order_event_type":"update","order_state_changed":"closed"}}])";

TEST(EventWire, reads_the_published_example) {
  const auto event = only_event(published);
  EXPECT_EQ(event.id, "5e9fd002119a4c5fb4de5ccb9d0b90ea");
  EXPECT_EQ(event.type, "order");
  EXPECT_EQ(event.eshop_id, 1);
  EXPECT_EQ(event.order_id, "12345");
}

TEST(EventWire, an_id_is_the_same_however_it_is_written) {
  for (const char* id : {"5E9FD002-119A-4C5F-B4DE-5CCB9D0B90EA", " 5e9fd002119a4c5fb4de5ccb9d0b90ea "})
    EXPECT_EQ(only_event(R"({"event_id":")" + std::string(id) + R"(","event_type":"z-report"})").id,
              "5e9fd002119a4c5fb4de5ccb9d0b90ea");
}

TEST(EventWire, an_event_without_an_id_is_known_by_its_text) {
  const auto id_of = [](const std::string& order) {
    return only_event(R"({"event_type":"order","data":{"order_id":)" + order + "}}").id;
  };
  EXPECT_EQ(id_of("5").size(), 34U);
  EXPECT_EQ(id_of("5"), id_of("5"));
  EXPECT_NE(id_of("5"), id_of("6"));
  EXPECT_EQ(only_event(R"({"event_id":")" + std::string(200, 'a') + R"(","event_type":"x"})").id.size(), 34U);
  EXPECT_EQ(only_event(R"({"event_id":"a\u0000b","event_type":"x"})").id.size(), 34U);
}

TEST(EventWire, takes_numbers_as_texts_and_older_spellings) {
  for (const char* body :
       {R"({"event_id":"1","event_type":"order","data":{"eshop_id":"1","order_id":"12345"}})",
        R"({"event_id":1,"event_type":"ORDER","data":{"eshopid":1,"orderid":12345}})",
        R"({"event_id":"1","event_type":"order","data":{"eshop_id":1,"order_id":12345,"order_event_type":"closed"}})",
        R"({"events":[{"event_id":"1","event_type":"order","data":{"eshop_id":1,"order_id":12345}}]})"}) {
    const auto event = only_event(body);
    EXPECT_EQ(event.id, "1") << body;
    EXPECT_EQ(event.order_id, "12345") << body;
    EXPECT_EQ(event.eshop_id, 1) << body;
  }
  EXPECT_EQ(only_event(R"({"event_type":"order","data":{"order_id":1}})").eshop_id, own_shop);
}

TEST(EventWire, bookings_and_deliveries_name_an_order_and_other_types_do_not) {
  for (const char* type : {"order", "booking", "order-delivery", "order_delivery"})
    EXPECT_EQ(only_event(R"({"event_type":")" + std::string(type) + R"(","data":{"eshop_id":1,"order_id":7}})").order_id, "7");
  for (const char* type : {"shipment-v3", "z-report", "warehouse-transaction", "of-tomorrow"})
    EXPECT_EQ(only_event(R"({"event_type":")" + std::string(type) + R"(","data":{"order_id":7}})").order_id, "") << type;
}

TEST(EventWire, a_broken_event_stops_no_other_and_says_what_is_wrong) {
  const auto batch = parse(R"([{"event_id":"1","event_type":"order","data":{"eshop_id":1,"order_id":1}}, 5, {"event_id":"2"},
    {"event_id":"3","event_type":"order"}, {"event_id":"4","event_type":"order","data":{"order_id":"x"}},
    {"event_id":"5","event_type":"order","data":{"order_id":-1}}, {"event_id":"6","event_type":"order","data":{}},
    {"event_id":"7","event_type":"order","data":{"order_id":1,"eshop_id":"{GUID}"}},
    {"event_id":"8","event_type":"order","data":{"eshop_id":1,"order_id":2}}])");
  ASSERT_EQ(batch.events.size(), 2U);
  EXPECT_EQ(batch.events[1].id, "8");
  ASSERT_EQ(batch.broken.size(), 7U);
  EXPECT_EQ(batch.broken[0].reason, "An event must be an object.");
  EXPECT_EQ(batch.broken[0].body, "5");
  EXPECT_EQ(batch.broken[1].reason, "event_type: It is missing.");
  EXPECT_EQ(batch.broken[2].reason, "data: It is missing or no object.");
  for (const std::size_t i : {3U, 4U, 5U}) EXPECT_TRUE(batch.broken[i].reason.starts_with("data.order_id: ")) << i;
  EXPECT_TRUE(batch.broken[6].reason.starts_with("data.eshop_id: "));
  EXPECT_EQ(batch.broken[6].event.id, "7");
}

TEST(EventWire, takes_batches_of_any_size) {
  std::string body = "[";
  for (int i = 1; i <= 5'000; ++i)
    body += (i == 1 ? "" : ",") + std::string(R"({"event_type":"order","data":{"order_id":)") + std::to_string(i) + "}}";
  EXPECT_EQ(parse(body + "]").events.size(), 5'000U);
  EXPECT_TRUE(parse("[]").events.empty());
}

TEST(EventWire, what_is_no_batch_is_an_error) {
  for (const char* body : {"", "hello", "5", "\"x\"", "null", "[{", "\xFF\xFE"})
    EXPECT_FALSE(parse_events(body, own_shop)) << body;
}

}  // namespace
}  // namespace kassabro::sitoo::events
