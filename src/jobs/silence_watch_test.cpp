#include "jobs/silence_watch.hpp"

#include "app/note_purchase.hpp"
#include "base/time_text.hpp"
#include "testing/job_shop.hpp"

namespace kassabro::jobs {
namespace {

using namespace std::chrono_literals;
using app::DeliveryKind;
using app::JobState;
using testing::noon;
using testing::run;

class SilenceWatchTest : public testing::JobShop {
 protected:
  SilenceWatchTest() {
    account.created_at = noon - days(400);
    set(R"({"retention":{"after_days":30},"winback":{"after_days":180}})");
    for (int id = 1; id <= 3; ++id) insert(testing::sample_contact(id, "p" + std::to_string(id)));
    make_engine({&watch});
  }
  static std::chrono::hours days(int count) { return 24h * count; }
  void set(const std::string& programme) {
    account.settings["programme"] = *parse_json(programme);
    file.write([&](app::Tables& tables) { tables.accounts.update(account); });
  }
  void buy(domain::ContactId contact, Timestamp at) {
    file.write([&](app::Tables& tables) { note_purchase(tables, account, contact, at, clock.now()); });
  }
  // The kinds that were enqueued since the last time, oldest first.
  std::vector<DeliveryKind> told() {
    std::vector<DeliveryKind> kinds;
    for (const auto& delivery : run(file->deliveries().lease(account.id, clock.now(), clock.now() + 1h, 1'000))) {
      kinds.push_back(delivery.kind);
      app::Settlement settlement;
      settlement.delivery = delivery;
      settlement.state = app::DeliveryState::delivered;
      run(file->deliveries().settle({settlement}, clock.now()));
    }
    return kinds;
  }
  // Hour by hour.
  void pass(std::chrono::hours time) {
    for (; time > 0h; time -= 1h) {
      clock.advance(1h);
      run_on();
    }
  }

  SilenceWatch watch{{file->silences(), file->contacts(), file->unit_of_work(), clock}, {}};
};

using Kinds = std::vector<DeliveryKind>;

TEST_F(SilenceWatchTest, a_silence_reaches_each_step_once) {
  buy(1, noon);
  pass(days(29));
  EXPECT_EQ(told(), Kinds{});
  pass(days(2));
  EXPECT_EQ(told(), Kinds{DeliveryKind::retention_due});
  pass(days(148));
  EXPECT_EQ(told(), Kinds{});
  pass(days(2));
  EXPECT_EQ(told(), Kinds{DeliveryKind::winback_due});
  pass(days(400));
  EXPECT_EQ(told(), Kinds{}) << "once in a silence";
}

TEST_F(SilenceWatchTest, a_purchase_takes_back_what_was_told_and_begins_anew) {
  buy(1, noon);
  pass(days(31));
  ASSERT_EQ(told(), Kinds{DeliveryKind::retention_due});
  buy(1, clock.now());
  EXPECT_EQ(told(), Kinds{DeliveryKind::silence_ended});
  buy(1, clock.now() + 1h);
  EXPECT_EQ(told(), Kinds{}) << "nothing stands to be taken back";
  pass(days(32));
  EXPECT_EQ(told(), Kinds{DeliveryKind::retention_due});
}

// A shop in Stockholm with a store that is six hours behind.
TEST_F(SilenceWatchTest, at_a_human_hour_of_the_customers_own_store) {
  account.settings["card"] = json::object{{"store_time_zones", json::object{{"NY", "America/New_York"}}}};
  set(R"({"retention":{"after_days":30},"winback":{"on":false}})");
  file.execute("UPDATE contacts SET store = 'NY' WHERE contact_id IN (1, 3)");
  for (int id = 1; id <= 3; ++id) buy(id, noon - days(40) + std::chrono::minutes(id));
  clock.advance(16h);  // eight in the morning in Stockholm
  run_on();
  EXPECT_EQ(told(), Kinds{});
  pass(2h);
  EXPECT_EQ(told(), Kinds{DeliveryKind::retention_due}) << "the one of Stockholm";
  pass(5h);
  EXPECT_EQ(told(), Kinds{});
  pass(1h);  // ten in New York
  EXPECT_EQ(told(), (Kinds{DeliveryKind::retention_due, DeliveryKind::retention_due}));
  pass(days(3));
  EXPECT_EQ(told(), Kinds{});
}

TEST_F(SilenceWatchTest, who_has_reached_both_steps_is_told_the_later_one) {
  buy(1, noon - days(200));
  pass(days(3));
  EXPECT_EQ(told(), Kinds{DeliveryKind::winback_due});
}

TEST_F(SilenceWatchTest, a_pass_that_is_asked_for_at_night_waits_for_the_morning) {
  buy(1, noon - days(40));
  clock.advance(10h);  // two in the morning
  ask(silence_kind);
  run_on();
  EXPECT_EQ(told(), Kinds{});
  pass(9h);
  EXPECT_EQ(told(), Kinds{DeliveryKind::retention_due});
}

TEST_F(SilenceWatchTest, only_at_a_human_hour_and_once_a_day) {
  buy(1, noon - days(40));
  EXPECT_EQ(to_local_text(noon, account.time_zone).substr(11, 2), "16") << "of this test's noon";
  clock.advance(4h);  // 20 o'clock
  run_on();
  EXPECT_EQ(told(), Kinds{});
  pass(14h);  // 10 o'clock
  EXPECT_EQ(told(), Kinds{DeliveryKind::retention_due});
  buy(2, clock.now() - days(40));
  pass(8h);
  EXPECT_EQ(told(), Kinds{}) << "tomorrow";
  pass(16h);
  EXPECT_EQ(told(), Kinds{DeliveryKind::retention_due});
}

TEST_F(SilenceWatchTest, the_hour_is_the_wall_clocks_when_clocks_change) {
  account.time_zone = "Europe/Stockholm";
  set(R"({"from_hour":10,"to_hour":11})");
  for (const auto* day : {"2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26"}) {
    int begun = 0;
    std::optional<app::Job> last;
    const auto midnight = *parse_local_text(std::string(day) + " 00:00:00", account.time_zone);
    for (auto at = midnight; at < midnight + 23h; at += 10min) {
      clock.advance(at - clock.now());
      if (!watch.begins(account, last)) continue;
      ++begun;
      EXPECT_EQ(to_local_text(at, account.time_zone).substr(11, 2), "10") << day;
      last = app::Job{};
      last->started_at = at;
    }
    EXPECT_EQ(begun, 1) << day;
  }
}

TEST_F(SilenceWatchTest, what_was_due_before_the_shop_was_connected_is_left_alone) {
  account.created_at = noon - days(1);
  set("{}");
  buy(1, noon - days(200));
  buy(2, noon - days(31));
  buy(3, noon - days(30));
  run_on();
  EXPECT_EQ(told(), Kinds{DeliveryKind::retention_due}) << "of the third only";
}

TEST_F(SilenceWatchTest, a_step_that_is_switched_off_is_not_told) {
  set(R"({"retention":{"on":false},"winback":{"after_days":10}})");
  buy(1, noon - days(40));
  run_on();
  EXPECT_EQ(told(), Kinds{DeliveryKind::winback_due});
  set(R"({"retention":{"on":false},"winback":{"on":false}})");
  EXPECT_FALSE(watch.begins(account, {}));
}

TEST_F(SilenceWatchTest, goes_on_after_a_kill_and_tells_nobody_twice) {
  for (int id = 100; id < 800; ++id) buy(id, noon - days(40));
  run_once();
  make_engine({&watch});
  run_on();
  EXPECT_EQ(told().size(), 700U);
  EXPECT_EQ(job_of(silence_kind).state, JobState::finished);
  EXPECT_EQ(job_of(silence_kind).report, R"({"retention":700})");
}

}  // namespace
}  // namespace kassabro::jobs
