#include "jobs/erase_traces.hpp"

#include "testing/job_shop.hpp"

namespace kassabro::jobs {
namespace {

using namespace std::chrono_literals;
using app::RemoteErasure;
using testing::run;
using testing::sample_contact;

// Answers what a test says; knows nobody otherwise.
class FakeEraser final : public app::RemoteEraser {
 public:
  Async<Result<bool>> erase(const app::Account&, std::optional<std::int64_t>,
                            const std::vector<domain::CustomerKey>&) override {
    ++calls;
    if (!fault.empty()) co_return fail({ErrorCode::unavailable, fault, ""});
    co_return false;
  }
  int calls = 0;
  std::string fault;
};

class FakeFiles final : public app::StoreFiles {
 public:
  Async<bool> forget_removed() override {
    ++calls;
    co_return !is_read;
  }
  int calls = 0;
  bool is_read = false;
};

class EraseTracesTest : public testing::JobShop {
 protected:
  EraseTracesTest() {
    make_engine({&job});
    insert(sample_contact(7, "anna", "+46701234567"));
  }

  void receive(const std::string& body) {
    file.write([&](app::Tables& tables) { tables.inbox.save(account.id, "sitoo_v1", body, clock.now()); });
  }
  void erase() { ASSERT_TRUE(run(erase_customer(account, 7, "pages"))); }
  app::Erasure certificate() { return run(file->erasures().list(account.id, 1)).at(0); }

  app::EraseCustomer erase_customer{file->unit_of_work(), clock};
  FakeEraser remote;
  FakeFiles files;
  EraseTraces job{{file->erasures(), remote, files, file->unit_of_work(), clock}, {.step_rows_max = 2}};
};

TEST_F(EraseTracesTest, removes_what_came_in_about_the_person_and_forgets_who_it_was) {
  for (int i = 0; i < 5; ++i) receive(R"({"email":"bo@shop.se"})");
  receive(R"({"email":"anna@shop.se"})");
  receive(R"({"mobile":"070-1234567"})");
  file.write([&](app::Tables& tables) {
    tables.quarantine.save(account.id, "sitoo_events", "no JSON", "{anna@shop.se", clock.now());
    tables.quarantine.save(account.id, "sitoo_events", "no JSON", "{bo@shop.se", clock.now());
  });
  erase();
  run_on();
  EXPECT_EQ(count("inbox"), 5);
  EXPECT_EQ(count("quarantine"), 1);
  const auto done = certificate();
  EXPECT_EQ(done.removed.at("messages"), 3);
  EXPECT_EQ(done.finished_at, clock.now());
  EXPECT_EQ(done.remote, RemoteErasure::done);
  EXPECT_FALSE(done.remote_id);
  clock.advance(16min);  // until then nobody takes over what they read of the person before
  run_on();
  EXPECT_EQ(certificate().traces, app::PersonTraces{});
  EXPECT_EQ(certificate().finished_at, done.finished_at);
  EXPECT_EQ(file.count("SELECT count(*) FROM erasures WHERE traces LIKE '%anna%'"), 0);
  EXPECT_EQ(job_of("erasures").state, app::JobState::finished);
}

TEST_F(EraseTracesTest, asks_the_platform_until_it_has_done_it) {
  remote.fault = "Rule is down.";
  erase();
  run_on();
  EXPECT_EQ(certificate().remote, RemoteErasure::waiting);
  EXPECT_EQ(certificate().remote_problem, "Rule is down.");
  EXPECT_FALSE(certificate().place) << "the rest goes on meanwhile";
  EXPECT_FALSE(certificate().finished_at);
  EXPECT_EQ(remote.calls, 1);
  remote.fault.clear();
  make_engine({&job});  // a restart
  clock.advance(10min);
  run_on();
  EXPECT_EQ(remote.calls, 2);
  EXPECT_EQ(certificate().remote_problem, "");
  EXPECT_TRUE(certificate().finished_at);
}

TEST_F(EraseTracesTest, asks_once_more_when_a_delivery_was_on_its_way) {
  file.write([&](app::Tables& tables) { tables.deliveries.enqueue(testing::sample_delivery(account.id, 7, 70), clock.now()); });
  ASSERT_EQ(run(file->deliveries().lease(account.id, clock.now(), clock.now() + 1min, 10)).size(), 1U);
  erase();
  run_on();
  EXPECT_EQ(remote.calls, 1);
  EXPECT_FALSE(certificate().finished_at);
  clock.advance(10min);
  run_on();
  EXPECT_EQ(remote.calls, 2);
  EXPECT_TRUE(certificate().finished_at);
}

TEST_F(EraseTracesTest, lets_the_files_forget_last_of_all_and_again_while_somebody_reads_them) {
  files.is_read = true;
  erase();
  run_on();
  EXPECT_EQ(files.calls, 0) << "who it was is still known";
  clock.advance(16min);
  run_on();
  EXPECT_EQ(certificate().traces, app::PersonTraces{});
  EXPECT_EQ(files.calls, 1);
  EXPECT_EQ(job_of("erasures").state, app::JobState::running);
  files.is_read = false;
  make_engine({&job});  // a restart
  clock.advance(1min);
  run_on();
  EXPECT_EQ(files.calls, 2);
  EXPECT_EQ(job_of("erasures").state, app::JobState::finished);
}

TEST_F(EraseTracesTest, lets_the_files_forget_one_though_another_waits_for_the_platform) {
  erase();
  run_on();
  clock.advance(1min);  // certificates are listed by their time
  insert(sample_contact(383'000'000'000'000'001, "cia"));
  remote.fault = "Rule is down.";
  ASSERT_TRUE(run(erase_customer(account, 383'000'000'000'000'001, "pages")));
  run_on();
  clock.advance(16min);
  run_on();
  EXPECT_EQ(run(file->erasures().list(account.id, 2)).at(1).traces, app::PersonTraces{});
  EXPECT_EQ(files.calls, 1);
  clock.advance(1min);
  run_on();
  EXPECT_EQ(files.calls, 1) << "once for each";
  EXPECT_EQ(job_of("erasures").state, app::JobState::running);
}

TEST_F(EraseTracesTest, removes_what_was_quarantined_with_the_customers_id_in_the_reason_only) {
  insert(sample_contact(383'000'000'000'000'001, "cia"));
  file.write([&](app::Tables& tables) {
    tables.quarantine.save(account.id, "rule_bonus_field", "contact 383000000000000001: no list", "[oops", clock.now());
    tables.quarantine.save(account.id, "rule_bonus_field", "contact 383000000000000002: no list", "[oops", clock.now());
  });
  ASSERT_TRUE(run(erase_customer(account, 383'000'000'000'000'001, "pages")));
  run_on();
  EXPECT_EQ(file.count("SELECT count(*) FROM quarantine WHERE reason LIKE '%0001:%'"), 0);
  EXPECT_EQ(count("quarantine"), 1);
}

TEST_F(EraseTracesTest, looks_every_hour_and_ends_at_once_when_there_is_nothing) {
  clock.advance(2h);
  run_on();
  EXPECT_EQ(job_of("erasures").state, app::JobState::finished);
  EXPECT_EQ(remote.calls, 0);
}

}  // namespace
}  // namespace kassabro::jobs
