#include "outbox/worker.hpp"

#include <stdexcept>

#include "testing/shop.hpp"

namespace kassabro::outbox {
namespace {

using namespace std::chrono_literals;
using app::DeliveryState;
using testing::noon;
using testing::run;
using testing::sample_contact;

class WorkerTest : public testing::Shop {
 protected:
  WorkerTest() {
    for (const domain::ContactId id : {7, 8}) insert(sample_contact(id, "c" + std::to_string(id)));
  }

  // The id of the new delivery.
  void enqueue(app::DeliveryId id, domain::ContactId contact = 7, app::AccountId of = 1, const std::string& order_id = "") {
    auto delivery = testing::sample_delivery(of, contact, id);
    delivery.order_id = order_id;
    file.write([&](app::Tables& tables) { tables.deliveries.enqueue(delivery, clock.now()); });
  }

  app::DeliveryRow row(app::DeliveryId id) {
    for (auto& each : run(file->deliveries().list({})))
      if (each.delivery.id == id) return each;
    ADD_FAILURE() << "There is no delivery " << id;
    return {};
  }

  std::size_t step() { return run(worker.run_once()); }

  // The deliveries of a batch that the channel was given.
  std::vector<app::DeliveryId> batch(std::size_t index) const {
    std::vector<app::DeliveryId> ids;
    for (const auto& job : channel.batches.at(index)) ids.push_back(job.delivery.id);
    return ids;
  }

  boost::asio::io_context context;
  testing::FakeChannel channel;
  testing::FakeReceipts receipts;
  app::AccountRegistry accounts{file->accounts()};
  bool leads = true;
  int refused_keys = 0;
  std::vector<Attempt> attempts;
  Worker worker{context,
                {file->deliveries(), file->contacts(), file->orders(), file->bonus_checks(), file->silences(), receipts,
                 accounts, file->unit_of_work(), channel, clock},
                {.on_key_refused = [this](app::AccountId) { ++refused_keys; }, .leads = [this] { return leads; }},
                [this](const Attempt& attempt) { attempts.push_back(attempt); }};
};

TEST_F(WorkerTest, a_due_delivery_goes_out_with_all_it_tells) {
  file.write([&](app::Tables& tables) {
    tables.contacts.save_link(1, 7, {99, false, noon});
    tables.orders.save(1, {testing::sample_order("11513"), true}, noon);
  });
  enqueue(10, 7, 1, "11513");
  EXPECT_EQ(step(), 1U);
  ASSERT_EQ(channel.batches.size(), 1U);
  const auto& job = channel.batches[0].at(0);
  EXPECT_EQ(job.contact.first_name, "c7");
  EXPECT_EQ(job.order->id, "11513");
  EXPECT_EQ(job.link->remote_id, 99);
  EXPECT_EQ(row(10).state, DeliveryState::delivered);
  EXPECT_EQ(step(), 0U);
  ASSERT_EQ(attempts.size(), 1U);
  EXPECT_EQ(attempts[0].settlement.state, DeliveryState::delivered);
}

TEST_F(WorkerTest, each_try_is_a_span_of_its_own_in_the_trace_of_what_made_the_delivery) {
  auto delivery = testing::sample_delivery(1, 7, 10);
  delivery.trace = next_span({});
  delivery.trace.state = "foo=1";
  file.write([&](app::Tables& tables) { tables.deliveries.enqueue(delivery, clock.now()); });
  channel.then(app::Retry{"503"});
  step();
  clock.advance(1min);
  step();
  ASSERT_EQ(channel.batches.size(), 2U);
  const auto& first = channel.batches[0].at(0).delivery.trace;
  const auto& second = channel.batches[1].at(0).delivery.trace;
  for (const auto* trace : {&first, &second}) {
    EXPECT_EQ(TraceText(*trace).trace_id(), TraceText(delivery.trace).trace_id());
    EXPECT_EQ(trace->state, "foo=1");
    EXPECT_NE(trace->span, delivery.trace.span);
  }
  EXPECT_NE(first.span, second.span);
  EXPECT_EQ(attempts.at(1).delivery.trace, second) << "so the log says";
}

TEST_F(WorkerTest, what_nobody_has_called_for_begins_a_trace_with_its_try) {
  enqueue(10);
  step();
  EXPECT_TRUE(channel.batches.at(0).at(0).delivery.trace.has_begun());
}

TEST_F(WorkerTest, what_the_platform_told_is_kept_with_the_contact) {
  enqueue(10);
  channel.then(app::Delivered{app::RemoteLink{99, true, noon}});
  step();
  EXPECT_EQ(run(file->contacts().find(1, 7))->link->remote_id, 99);
}

TEST_F(WorkerTest, deliveries_of_one_customer_keep_their_order_while_others_go_on) {
  enqueue(10);
  enqueue(20);
  enqueue(30, 8);
  channel.then([](const std::vector<app::DeliveryJob>& jobs) {
    std::vector<app::Outcome> outcomes;
    for (const auto& job : jobs) outcomes.push_back(job.contact.id == 7 ? app::Outcome(app::Retry{"503"}) : app::Delivered{});
    return outcomes;
  });
  step();
  EXPECT_EQ(batch(0), (std::vector<app::DeliveryId>{10, 30}));
  EXPECT_EQ(row(30).state, DeliveryState::delivered);
  EXPECT_EQ(step(), 0U) << "the second of customer 7 waits behind the first";
  clock.advance(2s);
  EXPECT_EQ(step(), 1U);
  EXPECT_EQ(batch(1), std::vector<app::DeliveryId>{10});
  EXPECT_EQ(step(), 1U);
  EXPECT_EQ(batch(2), std::vector<app::DeliveryId>{20});
}

TEST_F(WorkerTest, failures_wait_longer_and_longer) {
  enqueue(10);
  std::chrono::milliseconds full = 2s;
  for (int attempt = 1; attempt <= 4; ++attempt, full *= 2) {
    channel.then(app::Retry{"503"});
    ASSERT_EQ(step(), 1U);
    const auto now = row(10);
    EXPECT_EQ(now.state, DeliveryState::pending);
    EXPECT_EQ(now.delivery.attempts, attempt);
    EXPECT_EQ(now.reason, "503");
    EXPECT_GE(now.not_before, clock.now() + full / 2);
    EXPECT_LE(now.not_before, clock.now() + full);
    clock.set(now.not_before - 1ms);
    EXPECT_EQ(step(), 0U);
    clock.set(now.not_before);
  }
  EXPECT_EQ(step(), 1U);
  EXPECT_EQ(row(10).state, DeliveryState::delivered);
  EXPECT_FALSE(channel.batches.back().at(0).delivery.ambiguous) << "it was never in doubt";
}

TEST_F(WorkerTest, what_is_rejected_is_parked_with_its_reason_and_holds_nobody_up) {
  enqueue(10);
  enqueue(20);
  channel.then(app::Rejected{"The e-mail is not accepted."});
  step();
  EXPECT_EQ(row(10).state, DeliveryState::parked);
  EXPECT_EQ(row(10).reason, "The e-mail is not accepted.");
  EXPECT_EQ(step(), 1U);
  EXPECT_EQ(row(20).state, DeliveryState::delivered);
}

TEST_F(WorkerTest, a_doubtful_failure_is_remembered) {
  enqueue(10);
  channel.then(app::Retry{"time-out", true});
  step();
  clock.advance(2s);
  step();
  EXPECT_TRUE(channel.batches.at(1).at(0).delivery.ambiguous);
}

TEST_F(WorkerTest, what_a_crash_left_leased_is_tried_again_as_doubtful) {
  enqueue(10);
  ASSERT_EQ(run(file->deliveries().lease(1, noon, noon + 5min, 10)).size(), 1U);
  file.reopen();
  app::AccountRegistry registry{file->accounts()};
  Worker next{context,
              {file->deliveries(), file->contacts(), file->orders(), file->bonus_checks(), file->silences(), receipts, registry,
               file->unit_of_work(), channel, clock},
              {},
              {}};
  EXPECT_EQ(run(next.run_once()), 0U) << "its holder may still live";
  clock.advance(5min);
  EXPECT_EQ(run(next.run_once()), 1U);
  EXPECT_TRUE(channel.batches.at(0).at(0).delivery.ambiguous);
}

TEST_F(WorkerTest, being_asked_to_wait_pauses_the_whole_account_and_burns_no_attempt) {
  enqueue(10);
  channel.then(app::Deferred{noon + 1min, "429"});
  step();
  EXPECT_EQ(row(10).delivery.attempts, 0);
  enqueue(20, 8);
  EXPECT_EQ(step(), 0U) << "the other customer's delivery is due, but the account is asked to wait";
  clock.set(noon + 1min);
  EXPECT_EQ(step(), 2U);
}

TEST_F(WorkerTest, of_several_requests_to_wait_the_longest_counts) {
  enqueue(10);
  enqueue(20, 8);
  channel.then([](const auto&) {
    return std::vector<app::Outcome>{app::Deferred{noon + 2min, "429"}, app::Deferred{noon + 1min, "429"}};
  });
  step();
  clock.set(noon + 1min);
  EXPECT_EQ(step(), 0U);
  clock.set(noon + 2min);
  EXPECT_EQ(step(), 2U);
}

TEST_F(WorkerTest, a_refused_key_marks_the_account_until_it_is_taken_again) {
  enqueue(10);
  channel.then(app::Unauthorized{"401"});
  step();
  EXPECT_EQ(run(file->accounts().find(1))->status, app::AccountStatus::key_refused);
  EXPECT_EQ(run(accounts.find(1))->status, app::AccountStatus::key_refused) << "the tills' copy too";
  EXPECT_EQ(row(10).state, DeliveryState::pending);
  EXPECT_EQ(row(10).delivery.attempts, 0);
  EXPECT_EQ(step(), 0U);
  clock.advance(10min);
  EXPECT_EQ(step(), 1U);
  EXPECT_EQ(run(file->accounts().find(1))->status, app::AccountStatus::active);
}

TEST_F(WorkerTest, a_refused_key_that_somebody_sets_again_is_tried_at_once) {
  enqueue(10);
  channel.then(app::Unauthorized{"401"});
  step();
  EXPECT_EQ(step(), 0U);
  const auto key = run(file->accounts().find(1))->rule_key;
  file.write([&](app::Tables& tables) {
    tables.accounts.renew_rule_key(1, key);
    tables.deliveries.make_due(1, clock.now());
  });
  accounts.forget(1);
  EXPECT_EQ(step(), 1U);
  EXPECT_EQ(attempts.back().settlement.state, DeliveryState::delivered);
}

TEST_F(WorkerTest, a_refused_key_is_told_once_until_it_is_taken_again) {
  for (int refusal = 0; refusal < 2; ++refusal) {
    channel.then(app::Unauthorized{"401"});
    enqueue(10 + refusal);
    step();
    clock.advance(10min);
  }
  EXPECT_EQ(refused_keys, 1);
  step();
  clock.advance(10min);
  channel.then(app::Unauthorized{"401"});
  enqueue(20);
  step();
  EXPECT_EQ(refused_keys, 2);
}

TEST_F(WorkerTest, what_is_refused_while_the_key_is_exchanged_is_tried_at_once_with_the_new_one) {
  for (const auto before : {app::AccountStatus::active, app::AccountStatus::key_refused}) {
    SCOPED_TRACE(static_cast<int>(before));
    const auto key = "rk_new_" + std::to_string(static_cast<int>(before));
    file.write([&](app::Tables& tables) { tables.accounts.set_status(1, before); });
    accounts.forget(1);
    enqueue(10 + static_cast<app::DeliveryId>(channel.batches.size()));
    channel.then([&](const std::vector<app::DeliveryJob>& jobs) {
      file.write([&](app::Tables& tables) { tables.accounts.renew_rule_key(1, SecretString(key)); });
      accounts.forget(1);
      return std::vector<app::Outcome>(jobs.size(), app::Unauthorized{"401"});
    });
    EXPECT_EQ(step(), 1U);
    EXPECT_EQ(run(file->accounts().find(1))->status, app::AccountStatus::active) << "nobody has refused the new one";
    EXPECT_EQ(step(), 1U);
    EXPECT_EQ(attempts.back().settlement.state, DeliveryState::delivered);
  }
}

TEST_F(WorkerTest, a_delivery_whose_contact_or_order_is_gone_is_set_aside) {
  enqueue(10, 4711);
  enqueue(20, 7, 1, "no such order");
  enqueue(30, 8);
  EXPECT_EQ(step(), 3U);
  EXPECT_EQ(batch(0), std::vector<app::DeliveryId>{30});
  for (const app::DeliveryId id : {10, 20}) {
    EXPECT_EQ(row(id).state, DeliveryState::parked);
    EXPECT_FALSE(row(id).reason.empty());
  }
  EXPECT_EQ(row(30).state, DeliveryState::delivered);
}

TEST_F(WorkerTest, a_channel_that_fails_by_itself_costs_an_attempt_and_leaves_a_doubt) {
  enqueue(10);
  channel.then([](const auto&) -> std::vector<app::Outcome> { throw std::runtime_error("broken"); });
  EXPECT_EQ(step(), 1U);
  EXPECT_EQ(row(10).reason, "broken");
  EXPECT_EQ(row(10).delivery.attempts, 1);
  EXPECT_TRUE(row(10).delivery.ambiguous);
}

TEST_F(WorkerTest, a_channel_that_does_not_answer_for_all_is_not_believed) {
  enqueue(10);
  enqueue(20, 8);
  channel.then([](const auto&) { return std::vector<app::Outcome>{app::Delivered{}}; });
  step();
  for (const app::DeliveryId id : {10, 20}) {
    EXPECT_EQ(row(id).state, DeliveryState::pending);
    EXPECT_TRUE(row(id).delivery.ambiguous);
  }
}

TEST_F(WorkerTest, every_account_is_served_and_none_waits_for_another) {
  constexpr app::AccountId shops = 30;
  for (app::AccountId id = 2; id <= shops; ++id) {
    file.write([&](app::Tables& tables) {
      ASSERT_TRUE(tables.accounts.insert(testing::sample_account(id), 0));
      ASSERT_TRUE(tables.contacts.insert(id, sample_contact(id * 100)));
    });
    enqueue(id, id * 100, id);
  }
  channel.then(app::Deferred{noon + 1h, "429"});
  EXPECT_EQ(step(), static_cast<std::size_t>(shops - 1));
  EXPECT_EQ(channel.batches.size(), static_cast<std::size_t>(shops - 1)) << "a call never mixes accounts";
  EXPECT_EQ(run(file->deliveries().list({std::nullopt, DeliveryState::delivered, 1000})).size(),
            static_cast<std::size_t>(shops - 2));
}

TEST_F(WorkerTest, a_call_may_begin_as_long_as_this_node_leads_and_the_lease_outlasts_it) {
  enqueue(10);
  step();
  const auto may_call = channel.batches.at(0).at(0).may_call;
  EXPECT_TRUE(may_call());
  leads = false;
  EXPECT_FALSE(may_call());
  leads = true;
  clock.advance(4min + 24s);
  EXPECT_TRUE(may_call());
  clock.advance(1s);
  EXPECT_FALSE(may_call()) << "it might still be under way when the lease ends and another takes over";
  clock.set(noon - 2h);
  EXPECT_FALSE(may_call()) << "a lease of a later clock has been given up";
}

TEST_F(WorkerTest, a_batch_has_a_limit) {
  for (domain::ContactId id = 100; id < 200; ++id) {
    insert(sample_contact(id, "c" + std::to_string(id)));
    enqueue(id, id);
  }
  EXPECT_EQ(step(), 64U);
  EXPECT_EQ(step(), 36U);
}

}  // namespace
}  // namespace kassabro::outbox
