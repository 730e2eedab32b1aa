// One calm story again and again, in which the first, the second, the third ... statement, transaction, answer of a commit, or call
// fails, until one comes to its end without. (testing/fault_stride.hpp)
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "testing/fault_stride.hpp"
#include "tests/simulation/story.hpp"

namespace kassabro::simulation {
namespace {

constexpr std::uint64_t calm_seed = 2;

// True once: the n-th time that it is asked.
class Nth {
 public:
  explicit Nth(int n) : left_(n) {}
  bool operator()() { return --left_ == 0; }
  bool has_come() const { return left_ <= 0; }

 private:
  int left_;
};

// `plant` puts the fault into a story. How many of them there were.
template <class Plant>
void fail_each(const char* what, int step, Plant plant) {
  int count = 0;
  for (int n = 1;; n += step) {
    Story story(calm_seed, Story::Trouble::none);
    Nth nth(n);
    plant(story, nth);
    const auto end = story.run();
    for (const auto& fault : end.findings.faults) ADD_FAILURE() << what << " " << n << ": " << fault;
    EXPECT_GT(end.told.accepted_orders.size(), 2U);
    EXPECT_EQ(end.findings.parked, 0) << what << " " << n;
    if (!nth.has_come()) break;
    ++count;
  }
  EXPECT_GT(count, 5) << what;
  fmt::print("{} of {}s failed, one in a story\n", count, what);
}

TEST(FaultLoop, a_statement_fails) {
  fail_each("statement", testing::fault_stride(37),
            [](Story& story, Nth& nth) { story.database().faults.statement = std::ref(nth); });
}

TEST(FaultLoop, a_transaction_fails) {
  fail_each("transaction", testing::fault_stride(7),
            [](Story& story, Nth& nth) { story.database().faults.transaction = std::ref(nth); });
}

TEST(FaultLoop, the_answer_to_a_commit_is_lost) {
  fail_each("commit", testing::fault_stride(7),
            [](Story& story, Nth& nth) { story.database().faults.commit_answer = std::ref(nth); });
}

class CallFaults : public ::testing::TestWithParam<Network::Fate> {};

TEST_P(CallFaults, a_call_has_this_fate) {
  fail_each("call", testing::fault_stride(7), [](Story& story, Nth& nth) {
    story.network().decide_otherwise = [&nth] { return nth() ? GetParam() : Network::Fate::served; };
  });
}

INSTANTIATE_TEST_SUITE_P(FaultLoop, CallFaults,
                         ::testing::Values(Network::Fate::refused, Network::Fate::lost_before, Network::Fate::lost_after,
                                           Network::Fate::failed_before, Network::Fate::failed_after,
                                           Network::Fate::rate_limited));

}  // namespace
}  // namespace kassabro::simulation
