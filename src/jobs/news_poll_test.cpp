#include "jobs/news_poll.hpp"

#include "base/time_text.hpp"
#include "testing/job_shop.hpp"

namespace kassabro::jobs {
namespace {

using namespace std::chrono_literals;
using app::JobState;
using app::RemoteNews;
using app::RemoteNewsKind;
using testing::noon;
using testing::run;

// A platform that lists what the test says has happened, two rows a page.
class FakeNews final : public app::RemoteNewsSource {
 public:
  Async<Result<app::RemoteNewsPage>> list(const app::Account&, Timestamp from, Timestamp until, std::string cursor) override {
    asked.push_back({from, until});
    if (fault) co_return fail(*fault);
    std::vector<RemoteNews> meant;
    for (const auto& one : all)
      if (one.at >= from && one.at <= until) meant.push_back(one);
    const auto first = cursor.empty() ? 0U : std::stoul(cursor);
    app::RemoteNewsPage page;
    for (std::size_t i = first; i < std::min(meant.size(), first + 2); ++i) page.news.push_back(meant[i]);
    if (first + 2 < meant.size()) page.next = std::to_string(first + 2);
    co_return page;
  }

  std::vector<RemoteNews> all;
  std::vector<std::pair<Timestamp, Timestamp>> asked;
  std::optional<Error> fault;
};

class NewsPollTest : public testing::JobShop {
 protected:
  NewsPollTest() {
    for (int i = 0; i < 5; ++i) {
      auto contact = testing::sample_contact(10 + i, "c" + std::to_string(i));
      contact.consent.email = true;
      insert(contact);
    }
    make_engine({&poll});
  }
  void happen(int i, RemoteNewsKind kind, Timestamp at) {
    source.all.push_back({kind, 0, "c" + std::to_string(i) + "@shop.se", "", app::RemoteChannels{true, false}, "user", at});
  }
  std::int64_t agreeing() { return file.count("SELECT count(*) FROM contacts WHERE accepts & 1"); }

  FakeNews source;
  app::TakeRemoteNews take{{file->links(), file->contacts(), file->unit_of_work(), clock}};
  NewsPoll poll{{source, take, file->unit_of_work(), clock}, {}};
};

TEST_F(NewsPollTest, finds_every_hour_what_no_webhook_has_told) {
  run_on();
  EXPECT_TRUE(source.asked.empty()) << "a new account has nothing to find yet";
  clock.advance(50min);
  for (int i = 0; i < 5; ++i) happen(i, RemoteNewsKind::unsubscribed, clock.now());
  clock.advance(10min);
  run_on();
  EXPECT_EQ(agreeing(), 0);
  EXPECT_EQ(job_of(news_kind).state, JobState::finished);
  EXPECT_EQ(job_of(news_kind).done, 5);
  const auto calls = source.asked.size();
  run_on();
  EXPECT_EQ(source.asked.size(), calls);
  clock.advance(1h);
  happen(0, RemoteNewsKind::resubscribed, clock.now());
  run_on();
  EXPECT_EQ(agreeing(), 1) << "the rows of before are heard again and change nothing";
}

TEST_F(NewsPollTest, rows_count_by_their_time_and_not_by_their_place) {
  clock.advance(1h);
  happen(0, RemoteNewsKind::resubscribed, noon + 30min);
  happen(0, RemoteNewsKind::unsubscribed, noon + 20min);
  run_on();
  EXPECT_EQ(agreeing(), 5);
}

TEST_F(NewsPollTest, days_of_standing_still_are_made_good_a_day_at_a_time) {
  clock.advance(1h);
  run_on();
  source.asked.clear();
  happen(1, RemoteNewsKind::unsubscribed, clock.now() + 30h);
  clock.advance(72h);
  run_on();
  EXPECT_EQ(agreeing(), 4);
  ASSERT_GE(source.asked.size(), 3U);
  for (const auto& [from, until] : source.asked) EXPECT_LE(until - from, 24h);
}

TEST_F(NewsPollTest, a_platform_that_does_not_answer_is_waited_for) {
  clock.advance(1h);
  happen(1, RemoteNewsKind::unsubscribed, clock.now() - 10min);
  source.fault = Error{ErrorCode::unavailable, "Rule does not answer.", ""};
  run_on();
  EXPECT_EQ(job_of(news_kind).reason, "Rule does not answer.");
  source.fault = std::nullopt;
  clock.advance(10min);
  run_on();
  EXPECT_EQ(agreeing(), 4);
}

TEST_F(NewsPollTest, a_platform_that_lists_no_such_thing_fails_the_pass_and_the_next_makes_it_good) {
  clock.advance(1h);
  happen(1, RemoteNewsKind::unsubscribed, noon + 10min);
  source.fault = Error{ErrorCode::not_found, "Rule does not list opt-outs.", ""};
  run_on();
  EXPECT_EQ(job_of(news_kind).state, JobState::failed);
  source.fault = std::nullopt;
  clock.advance(10h);
  run_on();
  EXPECT_EQ(agreeing(), 4);
}

TEST_F(NewsPollTest, goes_back_to_a_day_when_asked) {
  EXPECT_EQ(poll.read_request({{"from", "yesterday"}}).error().field, "from");
  EXPECT_EQ(poll.read_request({{"from", "1999-01-01"}}).error().field, "from");
  EXPECT_EQ(poll.read_request({{"till", "2026-01-01"}}).error().field, "till");
  const auto day = to_local_date(clock.now() - 48h, "UTC");
  const auto request = poll.read_request({{"from", to_iso_date(day)}});
  ASSERT_TRUE(request);
  ask(news_kind, *request);
  run_on();
  EXPECT_EQ(source.asked.front().first, std::chrono::sys_days(day));
}

}  // namespace
}  // namespace kassabro::jobs
