#include "jobs/reconcile.hpp"

#include <algorithm>

#include "base/time_text.hpp"
#include "jobs/history_sync.hpp"
#include "jobs/order_window.hpp"
#include "testing/fake_archive.hpp"
#include "testing/job_shop.hpp"

namespace kassabro::jobs {
namespace {

using namespace std::chrono_literals;
using app::Job;
using app::JobState;
using domain::OrderState;
using testing::noon;
using testing::run;
using testing::sample_order;

// The text of an order is its number, with what it is unless it is completed: "4", "5 open", "6 unreadable".
Result<domain::Order> parse(const app::Account&, std::string_view text) {
  const auto id = text.substr(0, text.find(' '));
  if (text.ends_with("unreadable")) return fail(invalid("orderdate", "This is no date."));
  auto order = sample_order(std::string(id));
  if (id.size() < text.size()) order.state = *domain::parse_order_state(text.substr(id.size() + 1));
  return order;
}

class FakeZReports final : public app::ZReportSource {
 public:
  Async<std::expected<std::optional<std::vector<app::ZReport>>, app::SourceError>> list(const app::Account&, Timestamp,
                                                                                        Timestamp) override {
    if (error) co_return std::unexpected(*error);
    co_return reports;
  }
  std::optional<std::vector<app::ZReport>> reports;
  std::optional<app::SourceError> error;
};

class ReconcileTest : public testing::JobShop {
 protected:
  ReconcileTest() {
    account.sitoo_api_id = "1500-1";
    account.created_at = noon - 24h * 100;
    file.write([&](app::Tables& tables) { tables.accounts.update(account); });
    for (std::int64_t id = 1; id <= 6; ++id) archive.texts[id] = std::to_string(id);
    make_engine({&reconcile});
  }

  void keep(const std::string& text) {
    file.write([&](app::Tables& tables) { tables.orders.save(account.id, {*parse(account, text), true}, noon); });
  }
  // As the fetcher does it: what the till system has is what we have then.
  void fetch_all() {
    for (const auto& row : run(file->order_fetches().list({account.id, app::OrderFetchState::pending, 100}))) {
      fetched.push_back(row.fetch.order_id);
      const auto& text = archive.texts[app::order_number(row.fetch.order_id)];
      const bool is_readable = !text.ends_with("unreadable");
      if (is_readable) keep(text);
      const auto state = is_readable ? app::OrderFetchState::done : app::OrderFetchState::parked;
      run(file->order_fetches().settle({{row.fetch, state, {}, {}}}, clock.now()));
    }
    std::ranges::sort(fetched);
  }
  void ask(const std::string& request = "{}") { testing::JobShop::ask(reconcile_kind, request); }
  void run_to_the_end() {
    run_on();
    fetch_all();
    clock.advance(3s);
    run_on();
  }
  Job job() { return job_of(reconcile_kind); }

  testing::FakeArchive archive;
  FakeZReports z_reports;
  std::vector<std::string> fetched;
  int wakes = 0;
  Reconcile reconcile{{archive, z_reports, file->orders(), file->order_fetches(), file->jobs(), file->unit_of_work(), clock,
                       &parse, [this] { ++wakes; }},
                      {.page_orders_max = 4, .write_orders_max = 2}};
};

TEST_F(ReconcileTest, what_is_missing_or_has_changed_is_fetched_and_told) {
  for (const auto* text : {"1", "2", "3 open"}) keep(text);
  ask();
  run_on();
  EXPECT_EQ(job().state, JobState::running) << "it is not done before they are here";
  EXPECT_LT(job().done, *job().total);
  EXPECT_GT(wakes, 0);
  run_to_the_end();
  EXPECT_EQ(fetched, (std::vector<std::string>{"3", "4", "5", "6"}));
  EXPECT_EQ(job().state, JobState::finished);
  EXPECT_EQ(job().report, R"({"compared":6,"missing":3,"changed":1,"orders":["4","3","5","6"],"reread":1,"healed":4})");
  EXPECT_EQ(job().done, job().total);
  EXPECT_EQ(job().faults, 0);
}

TEST_F(ReconcileTest, where_nothing_is_missing_nothing_is_fetched) {
  for (int id = 1; id <= 6; ++id) keep(std::to_string(id));
  ask();
  run_to_the_end();
  EXPECT_TRUE(fetched.empty());
  EXPECT_EQ(job().state, JobState::finished);
  EXPECT_EQ(job().report, R"({"compared":6})");
  EXPECT_EQ(archive.asked.size(), 3U) << "and nothing looked at twice";
}

TEST_F(ReconcileTest, every_open_order_is_read_again_whatever_its_age) {
  archive.texts.clear();
  for (int id = 11; id <= 15; ++id) {
    keep(std::to_string(id) + " open");
    archive.texts[id] = std::to_string(id) + " cancelled";
  }
  archive.error = {};
  archive.hidden_before = noon;  // sold before the window
  ask();
  run_to_the_end();
  EXPECT_EQ(fetched.size(), 5U);
  EXPECT_EQ(int_member(parse_json(job().report)->as_object(), "reread"), 5);
  EXPECT_TRUE(run(file->orders().list_open(account.id, "", 9)).empty());
}

TEST_F(ReconcileTest, what_cannot_be_healed_is_told) {
  archive.texts[6] = "6 unreadable";
  ask();
  run_to_the_end();
  EXPECT_EQ(job().state, JobState::finished);
  EXPECT_EQ(int_member(parse_json(job().report)->as_object(), "not_healed"), 1);
  EXPECT_EQ(int_member(parse_json(job().report)->as_object(), "healed"), 5);
  EXPECT_EQ(job().faults, 1);
}

TEST_F(ReconcileTest, a_fetch_that_never_ends_is_not_waited_for_for_ever) {
  ask();
  run_on();
  EXPECT_NE(job().reason.find("being fetched"), std::string::npos);
  clock.advance(11min);
  run_on();
  EXPECT_EQ(job().state, JobState::finished);
  EXPECT_EQ(job().faults, 6);
}

TEST_F(ReconcileTest, after_a_kill_it_goes_on_where_it_stood) {
  keep("1");
  ask();
  for (int i = 0; i < 100 && job().state != JobState::finished; ++i) {
    make_engine({&reconcile});
    run_once();
    if (i % 5 == 4) fetch_all();
    clock.advance(3s);
  }
  EXPECT_EQ(job().report, R"({"compared":6,"missing":5,"orders":["2","3","4","5","6"],"healed":5})");
  EXPECT_EQ(job().done, job().total);
}

TEST_F(ReconcileTest, waits_for_a_till_system_that_does_not_answer) {
  archive.error = app::SourceError{app::SourceErrorKind::rate_limited, "asked to wait", clock.now() + 5min};
  ask();
  run_on();
  EXPECT_EQ(job().reason, "asked to wait");
  clock.advance(4min);
  run_on();
  EXPECT_EQ(archive.asked.size(), 1U);
  archive.error.reset();
  clock.advance(1min);
  run_to_the_end();
  EXPECT_EQ(job().state, JobState::finished);
}

TEST_F(ReconcileTest, refused_login_details_end_it) {
  archive.error = app::SourceError{app::SourceErrorKind::unauthorized, "Sitoo refuses the password.", {}};
  ask();
  run_on();
  EXPECT_EQ(job().state, JobState::failed);
  EXPECT_EQ(job().reason, "Sitoo refuses the password.");
}

TEST_F(ReconcileTest, does_not_announce_what_is_being_brought_over_as_history) {
  ASSERT_TRUE(run(control.start(account.id, history_kind, "{}")));
  ask();
  run_on();
  EXPECT_TRUE(archive.asked.empty());
  ASSERT_TRUE(run(control.cancel(account.id, history_kind)));
  clock.advance(3s);
  run_to_the_end();
  EXPECT_EQ(job().state, JobState::finished);
}

TEST_F(ReconcileTest, looks_at_open_and_cancelled_orders_too_and_a_week_back) {
  ask();
  run_to_the_end();
  EXPECT_FALSE(archive.asked.at(0).only_completed);
  EXPECT_EQ(archive.asked.at(0).ordered_from, noon - 24h * 7);
  EXPECT_EQ(archive.asked.at(0).ordered_to, noon);
}

TEST_F(ReconcileTest, compares_with_what_the_tills_have_added_up) {
  z_reports.reports = {{"{A}", noon - 3h, 1}, {"{A}", noon - 1h, 7}, {"{A}", noon, 0}};
  for (int id = 1; id <= 6; ++id) {
    auto order = *parse(account, std::to_string(id));
    order.register_id = "{A}";
    order.ordered_at = noon - 2h;
    file.write([&](app::Tables& tables) { tables.orders.save(account.id, {order, true}, noon); });
  }
  ask();
  run_to_the_end();
  EXPECT_EQ(job().state, JobState::finished);
  EXPECT_EQ(job().report, R"({"compared":6,"z_reports":2,"z_reports_differ":[{"register":"{A}","closed_at":")" +
                              to_iso(noon - 1h) + R"(","receipts":7,"orders":6}]})");
}

TEST_F(ReconcileTest, ends_without_z_reports_where_they_are_not_to_be_had) {
  z_reports.error = app::SourceError{app::SourceErrorKind::unavailable, "no answer", {}};
  ask();
  run_to_the_end();
  EXPECT_EQ(job().state, JobState::finished);
}

TEST_F(ReconcileTest, begins_each_day_where_the_last_pass_leaves_no_gap) {
  const auto since = [&](const std::optional<Job>& last) {
    const auto request = reconcile.begins(account, last);
    return request ? text_member(parse_json(*request)->as_object(), "since") : "never";
  };
  EXPECT_EQ(since({}), to_iso(account.created_at)) << "what is older comes as history";
  Job last;
  last.state = JobState::finished;
  last.started_at = noon - 23h;
  EXPECT_EQ(since(last), "never");
  last.started_at = noon - 48h;
  EXPECT_EQ(since(last), to_iso(noon - 24h * 9));
  last.state = JobState::failed;
  last.request = window_since(noon - 24h * 30);
  EXPECT_EQ(since(last), to_iso(noon - 24h * 30)) << "what it has not looked at is still to be looked at";
  account.created_at = noon - 1h;
  EXPECT_EQ(since({}), "never") << "not at the moment of connecting";
  account.created_at = noon - 24h * 100;
  account.sitoo_api_id.clear();
  EXPECT_EQ(since({}), "never") << "there is no Sitoo REST to ask";
}

}  // namespace
}  // namespace kassabro::jobs
