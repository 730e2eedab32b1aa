#include "jobs/history_sync.hpp"

#include <algorithm>
#include <map>

#include "base/time_text.hpp"
#include "testing/fake_archive.hpp"
#include "testing/job_shop.hpp"

namespace kassabro::jobs {
namespace {

using namespace std::chrono_literals;
using app::Job;
using app::JobState;
using testing::noon;
using testing::run;
using testing::sample_contact;
using testing::sample_order;

class FakePlatform final : public app::DeliveryChannel {
 public:
  Async<std::vector<app::Outcome>> deliver(const app::Account&, std::vector<app::DeliveryJob> jobs) override {
    rounds.push_back(jobs.size());
    std::vector<app::Outcome> outcomes;
    for (const auto& job : jobs) {
      tried.push_back(job.delivery);
      if (next.contains(job.order->id)) {
        outcomes.push_back(next.at(job.order->id));
        continue;
      }
      told[job.contact.id].push_back(job.order->id);
      outcomes.emplace_back(app::Delivered{});
    }
    co_return outcomes;
  }

  std::map<std::string, app::Outcome> next;  // by order
  std::map<domain::ContactId, std::vector<std::string>> told;
  std::vector<app::Delivery> tried;
  std::vector<std::size_t> rounds;
};

// Even numbers are Anna's, odd ones Bo's.
Result<domain::Order> parse(const app::Account&, std::string_view text) {
  if (text == "13") return fail(invalid("orderdate", "This is no date."));
  auto order = sample_order(std::string(text));
  order.contact_ref = app::order_number(text) % 2 == 0 ? "7" : "8";
  order.ordered_at = noon - 24h * 365 + 1min * app::order_number(text);
  return order;
}

class HistorySyncTest : public testing::JobShop {
 protected:
  HistorySyncTest() {
    insert(sample_contact(7, "anna"));
    insert(sample_contact(8, "bo"));
    for (std::int64_t id = 1; id <= 10; ++id) archive.texts[id] = std::to_string(id);
    make_engine({&sync});
  }

  void ask(const std::string& request = "{}") { testing::JobShop::ask(history_kind, request); }
  void run_to_the_end() { run_on(); }
  Job job() { return job_of(history_kind); }

  testing::FakeArchive archive;
  FakePlatform platform;
  HistoryTeller teller{{file->history(), file->contacts(), file->orders(), file->unit_of_work(), platform, clock}, {}};
  HistorySync sync{{archive, file->history(), file->unit_of_work(), clock, &parse, teller}, {4, 2, 20'000}};
};

TEST_F(HistorySyncTest, every_customers_orders_arrive_in_their_order) {
  ask();
  run_to_the_end();
  EXPECT_EQ(job().state, JobState::finished);
  EXPECT_EQ(platform.told[7], (std::vector<std::string>{"2", "4", "6", "8", "10"}));
  EXPECT_EQ(platform.told[8], (std::vector<std::string>{"1", "3", "5", "7", "9"}));
  EXPECT_EQ(std::ranges::max(platform.rounds), 2U) << "one of each customer in a call";
  EXPECT_EQ(job().done, 10);
  EXPECT_EQ(job().total, 10);
  EXPECT_EQ(job().report, R"({"read":10,"to_tell":10,"told":10})");
  for (const auto& query : archive.asked) EXPECT_EQ(query.ordered_to, noon) << "the end does not move away";
}

TEST_F(HistorySyncTest, those_who_come_last_make_nobody_wait) {
  for (const auto* id : {"101", "102", "103"}) {  // Anna's, who is the first again after Bo
    auto order = *parse(account, id);
    order.contact = 7;
    order.ordered_at = noon - 24h * 400 + 1min * app::order_number(id);
    file.write([&](app::Tables& tables) {
      tables.orders.save(account.id, {order, true}, noon);
      tables.history.add(account.id, {7, order.id, order.ordered_at});
    });
  }
  ask();
  run_once();  // Anna's first one is told while the first page is read
  run_once();  // Bo's first one, and with it Anna's second
  run_once();
  EXPECT_EQ(platform.rounds.at(1), 2U);
  EXPECT_EQ(platform.rounds.at(2), 2U);
}

TEST_F(HistorySyncTest, a_second_run_changes_nothing) {
  for (int i = 0; i < 2; ++i) {
    ask();
    run_to_the_end();
  }
  EXPECT_EQ(platform.tried.size(), 10U);
  EXPECT_EQ(job().done, 10);
  EXPECT_EQ(job().report, R"({"read":10,"known":10})");
}

TEST_F(HistorySyncTest, an_order_that_cannot_be_read_or_told_stops_nothing) {
  archive.texts[13] = "13";
  platform.next["4"] = app::Rejected{"Rule does not take it"};
  ask();
  run_to_the_end();
  EXPECT_EQ(job().state, JobState::finished);
  EXPECT_EQ(job().faults, 2);
  EXPECT_EQ(job().done, 11);
  EXPECT_EQ(platform.told[7], (std::vector<std::string>{"2", "6", "8", "10"}));
  EXPECT_EQ(count("quarantine"), 2);
}

TEST_F(HistorySyncTest, is_not_done_before_the_platform_has_acknowledged) {
  platform.next["10"] = app::Retry{"no answer", true};
  ask();
  run_to_the_end();
  EXPECT_EQ(job().state, JobState::running);
  EXPECT_EQ(job().done, 9);
  EXPECT_EQ(job().reason, "no answer");
  platform.next.clear();
  clock.advance(1h);
  run_to_the_end();
  EXPECT_EQ(job().state, JobState::finished);
  EXPECT_EQ(job().reason, "") << "nothing is waited for any more";
  EXPECT_EQ(platform.told[7].back(), "10");
  EXPECT_TRUE(platform.tried.back().ambiguous) << "the first try may have been carried out";
}

TEST_F(HistorySyncTest, what_was_surely_not_carried_out_is_simply_told_again) {
  platform.next["10"] = app::Retry{"no connection", false};
  ask();
  run_to_the_end();
  platform.next.clear();
  clock.advance(1h);
  run_to_the_end();
  EXPECT_FALSE(platform.tried.back().ambiguous);
}

TEST_F(HistorySyncTest, a_kill_between_call_and_answer_makes_it_look) {
  file.write([&](app::Tables& tables) {
    tables.orders.save(account.id, {*parse(account, "2"), true}, noon);
    tables.history.add(account.id, {7, "2", noon - 1h});
    tables.history.mark(account.id, {7, "2", noon - 1h, true});
  });
  archive.texts.clear();
  ask();
  run_to_the_end();
  ASSERT_EQ(platform.tried.size(), 1U);
  EXPECT_TRUE(platform.tried.at(0).ambiguous);
  EXPECT_EQ(platform.tried.at(0).id, 2) << "the same number after every restart";
  EXPECT_EQ(job().total, 1);
  EXPECT_EQ(job().done, 1);
}

TEST_F(HistorySyncTest, it_waits_for_a_till_system_that_does_not_answer_and_tells_meanwhile) {
  ask();
  run_once();
  archive.error = app::SourceError{app::SourceErrorKind::rate_limited, "asked to wait", clock.now() + 5min};
  run_to_the_end();
  EXPECT_EQ(job().state, JobState::running);
  EXPECT_EQ(job().done, 4) << "what was read is told";
  const auto asked = archive.asked.size();
  clock.advance(4min);
  run_to_the_end();
  EXPECT_EQ(archive.asked.size(), asked) << "not before its time";
  archive.error.reset();
  clock.advance(1min);
  run_to_the_end();
  EXPECT_EQ(job().state, JobState::finished);
  EXPECT_EQ(job().done, 10);
}

TEST_F(HistorySyncTest, refused_credentials_end_it_until_somebody_resumes_it) {
  archive.error = app::SourceError{app::SourceErrorKind::unauthorized, "Sitoo refuses the password.", {}};
  ask();
  run_to_the_end();
  EXPECT_EQ(job().state, JobState::failed);
  EXPECT_EQ(job().reason, "Sitoo refuses the password.");
  archive.error.reset();
  ASSERT_TRUE(run(control.resume(account.id, history_kind)));
  run_to_the_end();
  EXPECT_EQ(job().done, 10);
}

TEST_F(HistorySyncTest, the_window_is_of_whole_days_in_the_accounts_zone) {
  ask(R"({"from":"2026-01-01","to":"2026-01-31"})");
  run_to_the_end();
  EXPECT_EQ(to_iso(*archive.asked.at(0).ordered_from), "2025-12-31T23:00:00Z");
  EXPECT_EQ(to_iso(*archive.asked.at(0).ordered_to), "2026-01-31T22:59:59Z");
}

}  // namespace
}  // namespace kassabro::jobs
