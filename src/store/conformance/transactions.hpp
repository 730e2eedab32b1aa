#pragma once

#include <boost/asio/detached.hpp>
#include <latch>
#include <set>
#include <thread>

#include "store/conformance/suite.hpp"

namespace kassabro::store::conformance {

TEST_P(StoreConformance, work_that_says_no_changes_nothing) {
  run(store->unit().run(app::no_account_yet, [&](app::Tables& tables) {
    EXPECT_TRUE(tables.contacts.insert(shop, sample_contact(7)));
    return false;
  }));
  EXPECT_FALSE(stored(shop, 7));
  EXPECT_TRUE(insert(shop, sample_contact(7)));
}

TEST_P(StoreConformance, an_error_of_a_transaction_rolls_it_back_and_reaches_the_caller) {
  const auto result = run(app::in_transaction<int>(store->unit(), app::no_account_yet, [&](app::Tables& tables) -> Result<int> {
    EXPECT_TRUE(tables.contacts.insert(shop, sample_contact(7)));
    return fail(conflict("email", "taken"));
  }));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().field, "email");
  EXPECT_FALSE(stored(shop, 7));
}

TEST_P(StoreConformance, an_exception_rolls_back_and_reaches_the_caller) {
  EXPECT_THROW(write([&](app::Tables& tables) {
                 EXPECT_TRUE(tables.contacts.insert(shop, sample_contact(7)));
                 throw std::logic_error("a bug");
               }),
               std::logic_error);
  EXPECT_FALSE(stored(shop, 7));
  EXPECT_TRUE(insert(shop, sample_contact(7))) << "the store goes on";
}

// The first transaction holds the writer until the others wait, so that they meet in one group commit.
TEST_P(StoreConformance, one_failing_transaction_does_not_take_its_neighbours_along) {
  testing::KeptContext context;
  std::latch queued(1);
  int committed = 0;
  bool failure_reached_its_caller = false;
  const auto spawn = [&](std::move_only_function<bool(app::Tables&)> work) {
    boost::asio::co_spawn(
        *context, store->unit().run(app::no_account_yet, std::move(work)),
        [&](const std::exception_ptr& failure) { failure ? failure_reached_its_caller = true : ++committed; });
  };
  spawn([&](app::Tables&) {
    queued.wait();
    return true;
  });
  for (domain::ContactId id = 1; id <= 9; ++id)
    spawn([id](app::Tables& tables) {
      EXPECT_TRUE(tables.contacts.insert(shop, sample_contact(id, "c" + std::to_string(id))));
      if (id == 5) throw std::runtime_error("broken");
      return id != 7;
    });
  while (context->poll_one() > 0) {
  }
  queued.count_down();
  context->run();
  EXPECT_TRUE(failure_reached_its_caller);
  EXPECT_EQ(committed, 9);
  for (domain::ContactId id = 1; id <= 9; ++id) EXPECT_EQ(stored(shop, id) != nullptr, id != 5 && id != 7) << id;
}

TEST_P(StoreConformance, transactions_of_many_threads_are_all_on_the_disk_afterwards) {
  constexpr int threads = 4;
  constexpr int each = 60;
  std::vector<std::jthread> running;
  for (int thread = 0; thread < threads; ++thread)
    running.emplace_back([this, thread] {
      testing::KeptContext context;
      for (int i = 0; i < each; ++i) {
        const domain::ContactId id = thread * each + i + 1;
        boost::asio::co_spawn(*context,
                              store->unit().run(app::no_account_yet,
                                                [id](app::Tables& tables) {
                                                  auto contact = sample_contact(id, "c" + std::to_string(id));
                                                  contact.member_number = tables.contacts.next_member_number(shop);
                                                  EXPECT_TRUE(tables.contacts.insert(shop, contact));
                                                  tables.deliveries.enqueue(sample_delivery(shop, id, 1), noon);
                                                  return true;
                                                }),
                              boost::asio::detached);
      }
      context->run();
    });
  running.clear();
  store->reopen();
  std::set<std::string> member_numbers;
  for (domain::ContactId id = 1; id <= threads * each; ++id) {
    const auto back = stored(shop, id);
    ASSERT_TRUE(back) << id;
    member_numbers.insert(back->contact.member_number);
  }
  EXPECT_EQ(member_numbers.size(), static_cast<std::size_t>(threads * each));
  EXPECT_EQ(run(store->deliveries().lease(shop, noon, noon + 1min, 1000)).size(), static_cast<std::size_t>(threads * each));
}

}  // namespace kassabro::store::conformance
