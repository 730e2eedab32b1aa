#include "jobs/retention.hpp"

#include <map>

#include "app/deliveries.hpp"
#include "testing/job_shop.hpp"

namespace kassabro::jobs {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using testing::run;

class RetentionTest : public testing::JobShop {
 protected:
  RetentionTest() { make_engine({&retention}); }

  void take_in(const std::string& body) {
    file.write([&](app::Tables& tables) { tables.inbox.save(account.id, "sitoo_v1", body, clock.now()); });
  }
  // A delivery, settled as this.
  void deliver(domain::ContactId contact, app::DeliveryState state) {
    file.write([&](app::Tables& tables) {
      app::enqueue_contact(tables, account, contact, app::DeliveryKind::contact_updated, clock.now());
    });
    auto& queue = file->deliveries();
    for (auto& delivery : run(queue.lease(account.id, clock.now(), clock.now() + 1min, 10)))
      run(queue.settle({{delivery, state, clock.now() + days(10'000), "why", {}, app::DeliveryTry{0, clock.now()}}},
                       clock.now()));
  }

  std::map<app::KeptKind, std::size_t> removed;
  Retention retention{file->retention(),
                      file->unit_of_work(),
                      clock,
                      {.inbox = days(90), .deliveries = days(365), .step_rows_max = 2},
                      [this](app::KeptKind kind, std::size_t rows) { removed[kind] += rows; }};
};

TEST_F(RetentionTest, removes_step_by_step_what_is_too_old_and_nothing_younger) {
  for (int i = 0; i < 5; ++i) take_in("old");
  clock.advance(days(80));
  take_in("young");
  run_on();
  EXPECT_EQ(count("inbox"), 6);
  clock.advance(days(11));
  run_on();
  EXPECT_EQ(count("inbox"), 1);
  EXPECT_EQ(job_of(retention_kind).done, 5);
  EXPECT_EQ(job_of(retention_kind).state, app::JobState::finished);
  EXPECT_EQ(removed.at(app::KeptKind::inbox), 5U);
}

TEST_F(RetentionTest, what_has_not_arrived_stays_for_ever) {
  deliver(1, app::DeliveryState::delivered);
  deliver(2, app::DeliveryState::parked);
  deliver(3, app::DeliveryState::pending);
  clock.advance(days(3'000));
  run_on();
  EXPECT_EQ(count("outbox"), 2);
  EXPECT_EQ(count("delivery_tries"), 2) << "the tries go with their delivery";
  EXPECT_EQ(removed.at(app::KeptKind::deliveries), 1U);
}

TEST_F(RetentionTest, no_days_are_no_limit) {
  Retention keeps{file->retention(), file->unit_of_work(), clock, {.inbox = days(0)}, {}};
  make_engine({&keeps});
  take_in("old");
  clock.advance(days(3'000));
  run_on();
  EXPECT_EQ(count("inbox"), 1);
}

}  // namespace
}  // namespace kassabro::jobs
