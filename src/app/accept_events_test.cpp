#include "app/accept_events.hpp"

#include "testing/shop.hpp"

namespace kassabro::app {
namespace {

using testing::noon;
using testing::run;

class AcceptEventsTest : public testing::Shop {
 protected:
  AcceptedEvents accept(EventBatch batch, std::string_view body = "the raw body") {
    return run(accept_events(account, "sitoo_events", body, std::move(batch)));
  }
  static OrderEvent order_event(const std::string& id, const std::string& order_id) { return {id, "order", 1, order_id}; }
  std::vector<OrderFetch> due() { return run(file->order_fetches().take(account.id, clock.now(), 100)); }

  AcceptEvents accept_events{file->unit_of_work(), clock};
};

TEST_F(AcceptEventsTest, body_events_and_requests_are_stored_together) {
  const auto accepted = accept({{order_event("a", "1"), order_event("b", "2"), {"c", "z-report", 0, ""}}, {}});
  EXPECT_EQ(accepted.fetching, 2U);
  EXPECT_EQ(accepted.ignored, 1U);
  EXPECT_EQ(count("order_events"), 3);
  EXPECT_EQ(file.count("SELECT count(*) FROM inbox WHERE source = 'sitoo_events' AND body = 'the raw body'"), 1);
  EXPECT_EQ(due().size(), 2U);
}

TEST_F(AcceptEventsTest, an_event_that_comes_again_asks_for_nothing) {
  accept({{order_event("a", "1")}, {}});
  run(file->order_fetches().settle({{due().front(), OrderFetchState::done, noon, ""}}, noon));
  const auto again = accept({{order_event("a", "1")}, {}});
  EXPECT_EQ(again.known, 1U);
  EXPECT_TRUE(due().empty());
  EXPECT_EQ(count("inbox"), 1) << "its body is there already";
}

TEST_F(AcceptEventsTest, the_same_event_twice_in_a_batch_counts_once) {
  const auto accepted = accept({{order_event("a", "1"), order_event("a", "1")}, {}});
  EXPECT_EQ(accepted.fetching, 1U);
  EXPECT_EQ(accepted.known, 1U);
}

TEST_F(AcceptEventsTest, many_events_of_one_order_are_one_fetch) {
  EXPECT_EQ(accept({{order_event("a", "1"), order_event("b", "1"), order_event("c", "1")}, {}}).fetching, 3U);
  ASSERT_EQ(due().size(), 1U);
  EXPECT_EQ(due().front().asked, 3);
}

TEST_F(AcceptEventsTest, a_broken_event_goes_to_quarantine_once_and_the_others_are_taken) {
  const EventBatch batch{{order_event("a", "1")}, {{{"b", "order", 0, ""}, "data.order_id: It is missing.", "{\"x\":1}"}}};
  EXPECT_EQ(accept(batch).quarantined, 1U);
  EXPECT_EQ(accept(batch).known, 2U);
  const auto rows = run(file->quarantine().list(account.id, 10));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].body, "{\"x\":1}");
  EXPECT_EQ(rows[0].reason, "data.order_id: It is missing.");
  EXPECT_EQ(due().size(), 1U);
}

TEST_F(AcceptEventsTest, an_unreadable_body_is_kept_with_its_reason) {
  run(accept_events.quarantine(account, "sitoo_events", "hello", "no JSON"));
  const auto rows = run(file->quarantine().list(account.id, 10));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].body, "hello");
  EXPECT_EQ(count("inbox"), 0);
}

}  // namespace
}  // namespace kassabro::app
