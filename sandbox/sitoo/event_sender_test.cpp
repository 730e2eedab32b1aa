// Events as Sitoo sends them: in order, one batch at a time, until they are taken or dropped.
#include "sandbox/sitoo/event_sender.hpp"

#include <gtest/gtest.h>

#include "sandbox/sitoo/testing.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

using std::chrono::milliseconds;

struct Sitoo : testing::Shop {
  void add(int count) {
    for (int i = 0; i < count; ++i)
      books.events.add({{"event_id", "5e9fd002119a4c5fb4de5ccb9d0b90ea"}, {"data", json::object{{"order_id", ++last}}}});
  }
  bool send() { return run(events.send_once()); }
  std::vector<testing::ReceivedCall> calls() { return crm.to("/events"); }
  int last = 0;
};

TEST(EventSender, sends_ten_at_a_time_in_order_and_repeats_what_was_not_taken) {
  Sitoo sitoo;
  sitoo.add(5);
  sitoo.crm.status = 503;
  EXPECT_FALSE(sitoo.send());
  sitoo.add(12);
  sitoo.send();
  EXPECT_EQ(sitoo.calls().size(), 1U) << "it waits before it tries again";
  sitoo.clock.advance(milliseconds(200));
  sitoo.crm.status = 200;
  EXPECT_TRUE(sitoo.send());
  EXPECT_EQ(sitoo.calls()[0].body, sitoo.calls()[1].body) << "the same request is repeated, though more events wait";
  EXPECT_TRUE(sitoo.send());
  EXPECT_FALSE(sitoo.send());
  EXPECT_EQ(sitoo.books.events.waiting(), 0U);
  const auto batch = parse_json(sitoo.calls()[2].body)->as_array();
  ASSERT_EQ(batch.size(), 10U);
  EXPECT_EQ(batch[0].at("data").at("order_id").as_int64(), 6);
  EXPECT_EQ(sitoo.calls()[0].authorization, "Basic " + base64_text("user:password"));
}

TEST(EventSender, drops_a_batch_for_any_code_that_is_not_temporary) {
  Sitoo sitoo;
  for (const int status : {500, 401, 204}) {
    sitoo.add(1);
    sitoo.crm.status = status;
    sitoo.send();
    EXPECT_EQ(sitoo.books.events.waiting(), 0U) << status;
    EXPECT_EQ(sitoo.books.events.last_status(), status);
  }
  EXPECT_EQ(sitoo.books.events.dropped(), 3U);
  EXPECT_EQ(sitoo.books.events.list().at("dropped").as_array()[0].at("status").as_int64(), 500);
}

TEST(EventQueue, gives_up_after_ten_quick_and_twenty_three_hourly_retries) {
  EventQueue queue;
  queue.add({{"event_id", "1"}});
  Timestamp now{};
  int calls = 0;
  for (; queue.waiting() > 0; now += milliseconds(50)) {
    const auto batch = queue.head(10, now);
    if (batch.events.empty()) continue;
    queue.settle(batch, 429, milliseconds(100), now);
    ++calls;
  }
  EXPECT_EQ(calls, 34);
  EXPECT_EQ(to_epoch_ms(now), 10 * 100 + 23 * 1000 + 50);
  EXPECT_EQ(queue.dropped(), 1U);
}

TEST(EventQueue, an_answer_that_comes_after_a_reset_settles_nothing) {
  EventQueue queue;
  queue.add({{"event_id", "1"}});
  const auto batch = queue.head(10, {});
  queue.clear();
  queue.add({{"event_id", "2"}});
  queue.settle(batch, 200, milliseconds(1), {});
  EXPECT_EQ(queue.waiting(), 1U);
}

TEST(EventSender, sends_in_every_form_that_the_contract_leaves_open) {
  Sitoo sitoo;
  sitoo.books.switches.event_single_object = sitoo.books.switches.event_dashes = true;
  sitoo.add(2);
  EXPECT_TRUE(sitoo.send());
  EXPECT_EQ(text_member(testing::object_of(sitoo.calls()[0].body), "event_id"), "5e9fd002-119a-4c5f-b4de-5ccb9d0b90ea");
  sitoo.books.switches = {};
  sitoo.books.switches.event_duplicates = true;
  sitoo.books.switches.event_batch_max = 1000;
  sitoo.add(500);
  EXPECT_FALSE(sitoo.send());
  ASSERT_EQ(sitoo.calls().size(), 3U);
  EXPECT_EQ(sitoo.calls()[1].body, sitoo.calls()[2].body);
  EXPECT_EQ(parse_json(sitoo.calls()[1].body)->as_array().size(), 501U);
}

TEST(Switches, name_the_one_that_is_wrong) {
  const auto field_of = [](std::string_view body) {
    const auto parsed = parse_switches(testing::object_of(body), {});
    return parsed ? "" : parsed.error().field;
  };
  EXPECT_EQ(field_of(R"({"event_batch_max":1001})"), "event_batch_max");
  EXPECT_EQ(field_of(R"({"event_dashes":1})"), "event_dashes");
  EXPECT_EQ(field_of(R"({"nonsense":1})"), "nonsense");
  EXPECT_EQ(to_json(*parse_switches(to_json(Switches{}), {})), to_json(Switches{}));
}

}  // namespace
}  // namespace kassabro::sandbox::sitoo
