#include "jobs/mirror_customers.hpp"

#include <set>

#include "testing/job_shop.hpp"

namespace kassabro::jobs {
namespace {

using namespace std::chrono_literals;
using app::Job;
using app::JobState;
using testing::noon;
using testing::run;

// A platform of numbered people, three a page.
class FakePlatform final : public app::RemoteCatalogue, public app::RemoteDirectory {
 public:
  static constexpr std::size_t page_size = 3;

  Async<Result<app::RemotePage>> list(const app::Account&, std::string cursor) override {
    ++lists;
    if (list_failure) throw std::runtime_error("the listing is not as it should be");
    if (list_error) co_return fail(*list_error);
    app::RemotePage page;
    const auto first = cursor.empty() ? 0 : std::stoul(cursor);
    std::size_t index = 0;
    for (const auto& [id, remote] : people) {
      if (index++ < first || page.people.size() == page_size) continue;
      page.people.push_back({{id, false, noon}, changed_at});
    }
    if (first + page_size < people.size()) page.next = std::to_string(first + page_size);
    co_return page;
  }

  Async<Result<std::optional<app::RemoteContact>>> find(const app::Account&, std::vector<domain::CustomerKey>,
                                                        app::Asker) override {
    co_return std::nullopt;
  }

  Async<Result<std::optional<app::RemoteContact>>> read(const app::Account&, std::int64_t id, app::Asker) override {
    reads.push_back(id);
    running_max = std::max(running_max, ++running);
    for (int i = 0; i < 3; ++i) co_await wait_for_callback<bool>([](Resume<bool> resume) { resume(true); });
    --running;
    if (read_error) co_return fail(*read_error);
    if (broken.contains(id)) co_return fail({ErrorCode::unavailable, "Rule answered 500.", ""});
    if (gone.contains(id)) co_return std::nullopt;
    co_return people.at(id);
  }

  void add(int count) {
    for (int i = 0; i < count; ++i) {
      const auto id = static_cast<std::int64_t>(100 + people.size());
      app::RemoteContact remote;
      remote.link = {id, false, noon};
      remote.contact.email = domain::Email::from_normalised("p" + std::to_string(id) + "@shop.se");
      remote.contact.first_name = "P" + std::to_string(id);
      people[id] = remote;
    }
  }

  std::map<std::int64_t, app::RemoteContact> people;
  Timestamp changed_at = noon - 1h;
  std::set<std::int64_t> broken;
  std::set<std::int64_t> gone;
  std::optional<Error> list_error;
  bool list_failure = false;
  std::optional<Error> read_error;
  std::vector<std::int64_t> reads;
  int lists = 0;
  int running = 0;
  int running_max = 0;
};

class MirrorTest : public testing::JobShop {
 protected:
  MirrorTest() { make_engine({&mirror}); }
  // Pages follow each other after a pause.
  void run_to_the_end() {
    for (int i = 0; i < 100 && run_once() > 0; ++i) clock.advance(250ms);
  }
  void ask() { testing::JobShop::ask(mirror_kind); }
  Job job() { return job_of(mirror_kind); }
  std::optional<domain::Contact> found(const std::string& email) {
    const auto stored = run(file->contacts().find_by_keys(account.id, {{domain::KeyKind::email, email}}));
    return stored ? std::optional(stored->contact) : std::nullopt;
  }

  FakePlatform platform;
  bool switched_on = true;
  std::vector<MirroredPage> pages;
  MirrorCustomers mirror{{platform, platform, file->links(), file->jobs(), file->unit_of_work(), clock},
                         {},
                         [this](const app::Account&) { return switched_on; },
                         [this](const MirroredPage& page) { pages.push_back(page); }};
};

TEST_F(MirrorTest, everybody_is_taken_over_page_by_page) {
  platform.add(7);
  domain::BonusCheck check;
  check.id = "B1";
  check.value_minor = check.remaining_minor = 10'000;
  check.currency = "SEK";
  platform.people.at(100).bonus = app::RemoteBonus{true, "", {check}, {}, {}};
  run_to_the_end();
  for (int id = 100; id < 107; ++id) EXPECT_TRUE(found("p" + std::to_string(id) + "@shop.se")) << id;
  EXPECT_EQ(run(file->bonus_checks().list(account.id, found("p100@shop.se")->id)).at(0).id, "B1");
  EXPECT_EQ(job().state, JobState::finished);
  EXPECT_EQ(job().done, 7);
  EXPECT_EQ(job().total, 7);
  EXPECT_EQ(job().faults, 0);
  EXPECT_EQ(pages.size(), 3U);
  EXPECT_EQ(pages[0].written, 3);
  EXPECT_LE(platform.running_max, 3);
}

TEST_F(MirrorTest, whose_copy_is_fresh_costs_nothing_more) {
  platform.add(4);
  run_to_the_end();
  platform.reads.clear();
  clock.advance(24h);
  run_to_the_end();
  EXPECT_TRUE(platform.reads.empty());
  EXPECT_EQ(pages.back().fresh, 1);
  platform.changed_at = noon + 1h;
  clock.advance(24h);
  run_to_the_end();
  EXPECT_EQ(platform.reads.size(), 4U);
  platform.reads.clear();
  platform.changed_at = Timestamp{};  // the platform does not say
  clock.advance(24h);
  run_to_the_end();
  EXPECT_EQ(platform.reads.size(), 4U);
}

TEST_F(MirrorTest, a_pass_comes_at_once_and_then_once_a_day) {
  platform.add(1);
  EXPECT_EQ(run_once(), 1U);
  EXPECT_EQ(run_once(), 0U);
  clock.advance(24h - 11s);
  EXPECT_EQ(run_once(), 0U);
  clock.advance(11s);
  EXPECT_EQ(run_once(), 1U);
}

TEST_F(MirrorTest, it_goes_on_after_a_kill_where_it_stood) {
  platform.add(9);
  run_once();
  clock.advance(1s);
  run_once();
  clock.advance(1s);
  platform.reads.clear();
  make_engine({&mirror});
  run_to_the_end();
  EXPECT_EQ(platform.reads, (std::vector<std::int64_t>{106, 107, 108}));
  EXPECT_EQ(job().done, 9);
}

TEST_F(MirrorTest, one_person_who_cannot_be_read_is_passed_over) {
  platform.add(4);
  platform.broken = {101};
  for (int i = 0; i < 2; ++i) {
    run_once();
    EXPECT_EQ(job().done, 0) << "tried again first";
    clock.advance(1min);
  }
  run_to_the_end();
  EXPECT_EQ(job().state, JobState::finished);
  EXPECT_EQ(job().faults, 1);
  EXPECT_TRUE(job().report.contains("101")) << job().report;
  EXPECT_FALSE(found("p101@shop.se"));
  EXPECT_TRUE(found("p102@shop.se") && found("p103@shop.se"));
  EXPECT_EQ(std::ranges::count(platform.reads, 102), 1) << "those who were read are not read again";
}

TEST_F(MirrorTest, it_waits_while_the_platform_does_not_answer_and_fails_nobody) {
  platform.add(2);
  platform.list_error = Error{ErrorCode::unavailable, "Held back.", ""};
  for (int i = 0; i < 20; ++i) {
    run_once();
    EXPECT_EQ(run_once(), 0U) << "not before its time";
    clock.advance(1min);
  }
  EXPECT_EQ(job().state, JobState::running);
  platform.list_error.reset();
  run_to_the_end();
  EXPECT_EQ(job().state, JobState::finished);
  EXPECT_EQ(job().faults, 0);
}

TEST_F(MirrorTest, trouble_of_its_own_makes_it_wait_too) {
  platform.add(2);
  platform.list_failure = true;
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(run_once(), 1U);
    EXPECT_EQ(run_once(), 0U) << "not before its time";
    clock.advance(1min);
  }
  platform.list_failure = false;
  run_to_the_end();
  EXPECT_EQ(job().state, JobState::finished);
}

TEST_F(MirrorTest, what_was_read_long_ago_is_read_again) {
  platform.add(2);
  platform.broken = {101};
  run_once();
  clock.advance(4min);
  run_once();
  EXPECT_EQ(std::ranges::count(platform.reads, 100), 1) << "still news";
  platform.people.at(100).contact.first_name = "Changed";
  platform.broken.clear();
  clock.advance(2min);
  run_to_the_end();
  EXPECT_EQ(std::ranges::count(platform.reads, 100), 2);
  EXPECT_EQ(found("p100@shop.se")->first_name, "Changed");
}

TEST_F(MirrorTest, a_refused_key_ends_the_pass_until_the_next_one) {
  platform.add(2);
  platform.read_error = Error{ErrorCode::unauthorized, "Rule does not take the account's key.", ""};
  run_to_the_end();
  EXPECT_EQ(job().state, JobState::failed);
  EXPECT_EQ(job().done, 0);
  platform.read_error.reset();
  ask();
  run_to_the_end();
  EXPECT_EQ(job().state, JobState::finished);
}

TEST_F(MirrorTest, whoever_is_gone_meanwhile_is_no_fault) {
  platform.add(2);
  platform.gone = {100};
  run_to_the_end();
  EXPECT_EQ(job().faults, 0);
  EXPECT_FALSE(found("p100@shop.se"));
}

TEST_F(MirrorTest, a_customer_whose_address_changed_here_is_not_doubled) {
  platform.add(1);
  run_to_the_end();
  const auto before = *found("p100@shop.se");
  auto after = before;
  after.email = domain::Email::from_normalised("new@shop.se");
  file.write([&](app::Tables& tables) { ASSERT_TRUE(tables.contacts.update(account.id, before, after)); });
  platform.changed_at = noon + 1h;
  platform.people.at(100).contact.first_name = "Edited";
  clock.advance(24h);
  run_to_the_end();
  EXPECT_EQ(count("contacts"), 1);
  EXPECT_EQ(found("new@shop.se")->first_name, "Edited");
}

TEST_F(MirrorTest, somebody_without_address_or_number_is_left_out) {
  platform.add(1);
  platform.people.at(100).contact.email.reset();
  run_to_the_end();
  EXPECT_EQ(job().state, JobState::finished);
  EXPECT_EQ(count("contacts"), 0);
}

TEST_F(MirrorTest, no_pass_is_made_where_it_is_switched_off_or_the_key_is_refused) {
  platform.add(1);
  switched_on = false;
  EXPECT_EQ(run_once(), 0U);
  switched_on = true;
  clock.advance(11s);
  file.write([&](app::Tables& tables) { tables.accounts.set_status(account.id, app::AccountStatus::key_refused); });
  EXPECT_EQ(run_once(), 0U);
  EXPECT_EQ(platform.lists, 0);
}

TEST_F(MirrorTest, a_person_pauses_it_and_it_goes_on_where_it_stood) {
  platform.add(4);
  run_once();
  ASSERT_TRUE(run(control.pause(account.id, mirror_kind)));
  clock.advance(48h);
  EXPECT_EQ(run_once(), 0U) << "nor does a new pass begin";
  ASSERT_TRUE(run(control.resume(account.id, mirror_kind)));
  run_to_the_end();
  EXPECT_EQ(job().state, JobState::finished);
  EXPECT_EQ(job().done, 4);
}

TEST_F(MirrorTest, asking_begins_anew) {
  platform.add(4);
  run_to_the_end();
  platform.lists = 0;
  ask();
  run_to_the_end();
  EXPECT_EQ(platform.lists, 2);
}

TEST_F(MirrorTest, waits_while_old_orders_are_brought_over) {
  platform.add(1);
  app::Job history;
  history.account = account.id;
  history.kind = "history";
  history.state = JobState::running;
  file.write([&](app::Tables& tables) { tables.jobs.save(history); });
  run_to_the_end();
  EXPECT_EQ(platform.lists, 0);
  ASSERT_TRUE(run(control.cancel(account.id, "history")));
  clock.advance(1min);
  run_to_the_end();
  EXPECT_EQ(job().state, JobState::finished);
}

}  // namespace
}  // namespace kassabro::jobs
