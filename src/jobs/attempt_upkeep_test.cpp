#include "jobs/attempt_upkeep.hpp"

#include "app/deliveries.hpp"
#include "testing/job_shop.hpp"

namespace kassabro::jobs {
namespace {

using namespace std::chrono_literals;
using testing::run;

class AttemptUpkeepTest : public testing::JobShop {
 protected:
  AttemptUpkeepTest() { make_engine({&upkeep}); }

  // A delivery that was tried and has arrived.
  void deliver_one() {
    const auto contact = domain::ContactId{7};
    file.write([&](app::Tables& tables) {
      app::enqueue_contact(tables, account, contact, app::DeliveryKind::contact_updated, clock.now());
    });
    auto& queue = file->deliveries();
    for (auto& delivery : run(queue.lease(account.id, clock.now(), clock.now() + 1min, 10)))
      run(queue.settle({{delivery, app::DeliveryState::delivered, clock.now(), "", {}, app::DeliveryTry{0, clock.now()}}},
                       clock.now()));
  }

  AttemptUpkeep upkeep{{file->deliveries(), file->lookups(), file->message_upkeep(), file->unit_of_work(), clock},
                       {.keep = std::chrono::days(30), .step_rows_max = 2}};
};

TEST_F(AttemptUpkeepTest, forgets_tries_of_long_ago_step_by_step_and_leaves_the_deliveries) {
  for (int i = 0; i < 5; ++i) deliver_one();
  clock.advance(std::chrono::days(20));
  deliver_one();
  run_on();
  EXPECT_EQ(count("delivery_tries"), 6);
  clock.advance(std::chrono::days(11));
  run_on();
  EXPECT_EQ(count("delivery_tries"), 1);
  EXPECT_EQ(count("outbox"), 6);
}

TEST_F(AttemptUpkeepTest, forgets_whom_tills_were_shown_long_ago) {
  insert(testing::sample_contact(7));
  const auto see = [this](int minutes) {
    std::vector<app::Lookup> lookups;
    for (int i = 0; i < minutes; ++i) lookups.push_back({.contact = 7, .at = clock.now() + i * 1min, .origin = {}});
    run(file->lookups().save(account.id, std::move(lookups)));
  };
  see(5);
  clock.advance(std::chrono::days(20));
  see(1);
  run_on();
  EXPECT_EQ(count("lookups"), 6);
  clock.advance(std::chrono::days(11));
  run_on();
  EXPECT_EQ(count("lookups"), 1);
  EXPECT_EQ(job_of("attempts").done, 5);
}

TEST_F(AttemptUpkeepTest, forgets_what_integrators_were_told_long_ago_with_what_became_of_it) {
  app::Endpoint endpoint;
  endpoint.account = account.id;
  endpoint.id = 5;
  file.write([&](app::Tables& tables) { tables.endpoints.insert(endpoint); });
  const auto tell = [&] {
    file.write([&](app::Tables& tables) {
      EXPECT_TRUE(tables.messages.tell(
          {account.id, app::new_message_id(clock.now()), app::MessageType::order_completed, 0, "{}", clock.now()}));
    });
  };
  for (int i = 0; i < 5; ++i) tell();
  clock.advance(std::chrono::days(20));
  tell();
  run_on();
  EXPECT_EQ(count("webhook_messages"), 6);
  clock.advance(std::chrono::days(11));
  run_on();
  EXPECT_EQ(count("webhook_messages"), 1);
  EXPECT_EQ(count("webhook_sendings"), 1);
  EXPECT_EQ(count("webhook_endpoints"), 1);
}

}  // namespace
}  // namespace kassabro::jobs
