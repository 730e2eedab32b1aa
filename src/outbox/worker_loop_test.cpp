#include <functional>

#include "outbox/worker.hpp"
#include "testing/shop.hpp"

namespace kassabro::outbox {
namespace {

using testing::noon;
using testing::sample_contact;

// Calls the test whenever somebody reads an account.
class NoticedAccounts final : public app::AccountReader {
 public:
  explicit NoticedAccounts(app::AccountReader& inner) : inner_(inner) {}
  Async<std::optional<app::Account>> find(app::AccountId id) override {
    if (on_find) on_find();
    return inner_.find(id);
  }
  Async<std::optional<app::Account>> find_by_token(const SecretString& token) override { return inner_.find_by_token(token); }
  Async<std::optional<app::Account>> find_by_basic_user(std::string user) override { return inner_.find_by_basic_user(user); }
  Async<std::vector<app::Account>> list() override { return inner_.list(); }
  Async<std::vector<app::Account>> list_after(app::AccountId after, std::size_t count_max) override {
    return inner_.list_after(after, count_max);
  }
  Async<std::vector<app::AccountChanged>> list_changes(app::AccountId id, std::size_t count_max) override {
    return inner_.list_changes(id, count_max);
  }

  std::function<void()> on_find;

 private:
  app::AccountReader& inner_;
};

class WorkerLoopTest : public testing::Shop {
 protected:
  WorkerLoopTest() {
    for (const domain::ContactId id : {7, 8}) insert(sample_contact(id, "c" + std::to_string(id)));
  }
  ~WorkerLoopTest() override {
    worker.stop();
    context.run();
  }

  void enqueue(app::DeliveryId id, domain::ContactId of) {
    file.write([&](app::Tables& tables) { tables.deliveries.enqueue(testing::sample_delivery(1, of, id), noon); });
  }
  Worker::Parts parts() {
    return {file->deliveries(),   file->contacts(), file->orders(), file->bonus_checks(), file->silences(), receipts, accounts,
            file->unit_of_work(), channel,          clock};
  }
  // Runs the worker until the delivery has been tried.
  void run_until_tried(app::DeliveryId id) {
    const auto tried = [&] {
      return std::ranges::any_of(attempts, [id](const Attempt& attempt) { return attempt.delivery.id == id; });
    };
    while (!tried()) context.run_one();
  }

  boost::asio::io_context context;
  testing::FakeChannel channel;
  testing::FakeReceipts receipts;
  NoticedAccounts reader{file->accounts()};
  app::AccountRegistry accounts{reader};
  std::vector<Attempt> attempts;
  Worker worker{context, parts(), {}, [this](const Attempt& attempt) { attempts.push_back(attempt); }};
};

TEST_F(WorkerLoopTest, what_is_enqueued_later_goes_out_when_the_worker_is_woken) {
  worker.start();
  enqueue(10, 7);
  worker.wake();
  run_until_tried(10);
  enqueue(20, 7);
  worker.wake();
  run_until_tried(20);
  EXPECT_EQ(channel.batches.size(), 2U);
}

TEST_F(WorkerLoopTest, at_the_start_the_leases_of_a_dead_process_are_taken_over) {
  enqueue(10, 7);
  ASSERT_EQ(testing::run(file->deliveries().lease(1, noon, noon + std::chrono::minutes(5), 10)).size(), 1U);
  worker.start();
  run_until_tried(10);
  EXPECT_TRUE(channel.batches.at(0).at(0).delivery.ambiguous);
}

TEST_F(WorkerLoopTest, what_was_under_way_before_waits_a_while_and_our_own_is_not_taken_for_it) {
  using namespace std::chrono_literals;
  enqueue(10, 7);
  ASSERT_EQ(testing::run(file->deliveries().lease(1, noon, noon - 1ms + 5min, 10)).size(), 1U);
  enqueue(20, 8);
  ASSERT_EQ(testing::run(file->deliveries().lease(1, noon, noon + 5min, 10)).size(), 1U) << "as this one would at once";
  insert(sample_contact(9, "c9"));
  Worker patient{context, parts(), {.takes_over_after = 5s}, [this](const Attempt& attempt) { attempts.push_back(attempt); }};
  patient.start();
  enqueue(30, 9);
  patient.wake();
  run_until_tried(30);
  EXPECT_EQ(attempts.size(), 1U) << "Rule may still be at what was under way";
  clock.advance(5s);
  patient.wake();
  run_until_tried(10);
  EXPECT_EQ(attempts.size(), 2U) << "our own is under way";
  EXPECT_TRUE(attempts.back().delivery.ambiguous);
  patient.stop();
  context.run();
}

TEST_F(WorkerLoopTest, being_woken_at_the_start_does_not_take_over_our_own_leases) {
  enqueue(10, 7);
  reader.on_find = [this] { worker.wake(); };
  worker.start();
  run_until_tried(10);
  enqueue(20, 8);
  worker.wake();
  run_until_tried(20);
  EXPECT_EQ(attempts.size(), 2U) << "the first was tried twice";
}

TEST_F(WorkerLoopTest, what_waits_is_due_when_the_clock_is_set_back) {
  clock.advance(std::chrono::hours(24));
  enqueue(10, 7);
  channel.then(app::Deferred{clock.now() + std::chrono::minutes(10), "429"});
  worker.start();
  run_until_tried(10);
  attempts.clear();
  clock.set(noon);
  worker.wake();
  run_until_tried(10);
  EXPECT_EQ(attempts.at(0).settlement.state, app::DeliveryState::delivered);
}

TEST_F(WorkerLoopTest, what_is_under_way_is_not_tried_again_when_the_clock_is_set_on) {
  worker.start();
  enqueue(10, 7);
  run_until_tried(10);
  enqueue(20, 8);
  ASSERT_EQ(testing::run(file->deliveries().lease(1, clock.now(), clock.now() + std::chrono::minutes(5), 10)).size(), 1U);
  clock.advance(std::chrono::hours(3));
  enqueue(30, 7);
  worker.wake();
  run_until_tried(30);
  EXPECT_EQ(attempts.size(), 2U) << "20 has an answer to come";
  clock.advance(std::chrono::seconds(36));
  worker.wake();
  run_until_tried(20);
}

TEST_F(WorkerLoopTest, a_transaction_wakes_whoever_waits_for_its_deliveries) {
  int woken = 0;
  WakingUnitOfWork unit{file->unit_of_work()};
  unit.set_wake([&woken] { ++woken; });
  testing::run(unit.run(app::no_account_yet, [](app::Tables&) { return true; }));
  EXPECT_EQ(woken, 1);
  EXPECT_THROW(testing::run(unit.run(app::no_account_yet, [](app::Tables&) -> bool { throw std::runtime_error("broken"); })),
               std::runtime_error);
  EXPECT_EQ(woken, 1);
}

TEST_F(WorkerLoopTest, a_paused_account_with_more_that_is_due_stops_nobody) {
  channel.then(app::Unauthorized{"401"});
  enqueue(10, 7);
  worker.start();
  run_until_tried(10);
  enqueue(20, 8);  // due, but its account is paused
  worker.wake();
  context.run_for(std::chrono::milliseconds(50));  // comes back only if the loop does not spin
  EXPECT_EQ(attempts.size(), 1U);
}

TEST_F(WorkerLoopTest, a_replay_ends_the_pause_of_a_refused_key) {
  channel.then(app::Unauthorized{"401"});
  enqueue(10, 7);
  worker.start();
  run_until_tried(10);
  enqueue(20, 8);
  worker.resume();
  run_until_tried(20);
  EXPECT_EQ(attempts.back().settlement.state, app::DeliveryState::delivered);
}

}  // namespace
}  // namespace kassabro::outbox
