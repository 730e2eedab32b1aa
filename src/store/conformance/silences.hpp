#pragma once

#include "store/conformance/suite.hpp"

namespace kassabro::store::conformance {

using app::SilenceStep;
using app::SilentCustomer;

class SilenceConformance : public StoreConformance {
 protected:
  bool note(domain::ContactId contact, Timestamp at, app::AccountId account = shop) {
    bool ended = false;
    write([&](app::Tables& tables) { ended = tables.silences.note_purchase(account, contact, at); });
    return ended;
  }
  bool reach(domain::ContactId contact, Timestamp bought_at, SilenceStep step = SilenceStep::retention) {
    bool reached = false;
    write([&](app::Tables& tables) { reached = tables.silences.reach(shop, {contact, bought_at}, step); });
    return reached;
  }
  std::vector<SilentCustomer> list(SilenceStep step = SilenceStep::retention, Timestamp after = noon - 24h,
                                   Timestamp until = noon + 24h, std::size_t count_max = 10) {
    return run(store->silences().list(shop, step, after, until, count_max));
  }
};

TEST_P(SilenceConformance, the_longest_silence_comes_first) {
  note(7, noon + 1h);
  note(8, noon);
  note(9, noon - 48h);
  note(10, noon + 48h);
  note(11, noon, other_shop);
  EXPECT_EQ(list(), (std::vector<SilentCustomer>{{8, noon}, {7, noon + 1h}}));
  EXPECT_EQ(list(SilenceStep::winback, noon - 24h, noon + 24h, 1), (std::vector<SilentCustomer>{{8, noon}}));
  EXPECT_EQ(list(SilenceStep::retention, noon, noon + 1h), (std::vector<SilentCustomer>{{7, noon + 1h}}));
}

TEST_P(SilenceConformance, reaches_each_step_once) {
  note(7, noon);
  EXPECT_TRUE(reach(7, noon));
  EXPECT_FALSE(reach(7, noon)) << "once";
  EXPECT_TRUE(list().empty());
  EXPECT_EQ(list(SilenceStep::winback).size(), 1U);
  store->reopen();
  EXPECT_TRUE(run(store->silences().has_reached(shop, 7, SilenceStep::retention)));
  EXPECT_FALSE(run(store->silences().has_reached(shop, 7, SilenceStep::winback)));
  EXPECT_FALSE(run(store->silences().has_reached(other_shop, 7, SilenceStep::retention)));
}

TEST_P(SilenceConformance, a_purchase_ends_it_and_an_older_one_does_not) {
  EXPECT_FALSE(note(7, noon)) << "nothing had been told";
  reach(7, noon);
  EXPECT_FALSE(note(7, noon - 1h));
  EXPECT_FALSE(note(7, noon)) << "the same purchase again";
  EXPECT_TRUE(run(store->silences().has_reached(shop, 7, SilenceStep::retention)));
  EXPECT_TRUE(note(7, noon + 1h));
  EXPECT_FALSE(run(store->silences().has_reached(shop, 7, SilenceStep::retention)));
  EXPECT_FALSE(reach(7, noon)) << "that silence is over";
  EXPECT_TRUE(reach(7, noon + 1h)) << "the next one";
}

TEST_P(SilenceConformance, goes_with_its_account) {
  note(7, noon);
  write([&](app::Tables& tables) { tables.accounts.remove(shop); });
  EXPECT_TRUE(list().empty());
}

}  // namespace kassabro::store::conformance
