// A call that fails in the middle, at every place, with and without its work being done: the next apply ends with one of each.
#include <gmock/gmock.h>

#include "rule/automations/fake_editor.hpp"

namespace kassabro::rule::automations {
namespace {

class Crash : public AutomationsTest, public ::testing::WithParamInterface<std::tuple<int, FakeEditor::Loss>> {};

TEST_P(Crash, leaves_one_of_each) {
  const auto [number, loss] = GetParam();
  editor.lose_write(number, loss);
  const auto broken = run(automations.apply(account, {.activate = true}));
  ASSERT_TRUE(broken.has_value());
  EXPECT_FALSE(broken->done);
  EXPECT_TRUE(rule.people.empty()) << "the test customer is gone all the same";

  const auto mended = apply({.activate = true});
  EXPECT_TRUE(mended.done);
  for (const auto part : all_parts) EXPECT_EQ(editor.count(part), 3U) << to_text(part);
  for (std::size_t flow = 0; flow < all_flows.size(); ++flow) {
    EXPECT_EQ(editor.part(Part::automail, flow).at("active"), true);
    EXPECT_EQ(told(plan(), flow), "automail none, message none, template none, dynamic-set none, activity none");
  }
}

// Five writes make a flow and switch it on.
INSTANTIATE_TEST_SUITE_P(AtEveryWrite, Crash,
                         ::testing::Combine(::testing::Range(1, 16),
                                            ::testing::Values(FakeEditor::Loss::call, FakeEditor::Loss::answer)));

class CrashOfACall : public AutomationsTest, public ::testing::WithParamInterface<std::tuple<int, FakeEditor::Loss>> {};

TEST_P(CrashOfACall, leaves_one_of_each_whatever_call_it_was) {
  const auto [number, loss] = GetParam();
  editor.lose_call(number, loss);
  const auto broken = run(automations.apply(account, {}));
  EXPECT_FALSE(broken && broken->done);
  EXPECT_TRUE(apply().done);
  for (const auto part : all_parts) EXPECT_EQ(editor.count(part), 3U) << to_text(part);
  for (std::size_t flow = 0; flow < all_flows.size(); ++flow)
    EXPECT_EQ(told(plan(), flow), "automail none, message none, template none, dynamic-set none, activity none");
}

INSTANTIATE_TEST_SUITE_P(AtEveryCall, CrashOfACall,
                         ::testing::Combine(::testing::Range(1, 41),
                                            ::testing::Values(FakeEditor::Loss::call, FakeEditor::Loss::answer)));

class CrashOfAnUpdate : public AutomationsTest, public ::testing::WithParamInterface<std::tuple<int, FakeEditor::Loss>> {};

TEST_P(CrashOfAnUpdate, is_made_good) {
  apply();
  account.settings["automations"] = json::object{{"language", "en"}};
  const auto [number, loss] = GetParam();
  editor.lose_write(number, loss);
  EXPECT_FALSE(run(automations.apply(account, {}))->done);
  EXPECT_TRUE(apply().done);
  for (std::size_t flow = 0; flow < all_flows.size(); ++flow)
    EXPECT_EQ(told(plan(), flow), "automail none, message none, template none, dynamic-set none, activity none");
}

INSTANTIATE_TEST_SUITE_P(AtEveryWrite, CrashOfAnUpdate,
                         ::testing::Combine(::testing::Range(1, 7),
                                            ::testing::Values(FakeEditor::Loss::call, FakeEditor::Loss::answer)));

}  // namespace
}  // namespace kassabro::rule::automations
