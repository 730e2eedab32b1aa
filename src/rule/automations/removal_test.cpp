#include <gmock/gmock.h>

#include "rule/automations/fake_editor.hpp"

namespace kassabro::rule::automations {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

class Removal : public AutomationsTest {
 protected:
  Removal() { apply(); }
};

TEST_F(Removal, takes_away_all_that_was_made_and_can_be_repeated) {
  const auto removed = remove();
  EXPECT_TRUE(removed.done);
  EXPECT_EQ(told(removed), "dynamic-set remove, template remove, message remove, automail remove");
  for (const auto part : all_parts) EXPECT_EQ(editor.count(part), 0U) << to_text(part);
  const auto again = remove();
  EXPECT_TRUE(again.done);
  EXPECT_EQ(told(again), "");
  EXPECT_TRUE(apply().done);
  EXPECT_EQ(editor.count(Part::automail), 3U) << "and made anew";
}

TEST_F(Removal, keeps_a_flow_of_which_something_was_edited_whole) {
  editor.part(Part::message)["subject"] = "Hello";
  const auto removed = remove();
  EXPECT_EQ(told(removed), "dynamic-set keep, template keep, message keep, automail keep");
  EXPECT_EQ(step(removed, "message").state, State::edited);
  EXPECT_THAT(removed.flows.at(0).notes, Contains(HasSubstr("--force")));
  for (const auto part : all_parts) EXPECT_EQ(editor.count(part), 1U) << to_text(part);
  EXPECT_TRUE(remove({.force = true}).done);
  for (const auto part : all_parts) EXPECT_EQ(editor.count(part), 0U) << to_text(part);
}

TEST_F(Removal, keeps_a_flow_to_which_a_message_was_added) {
  auto message = editor.part(Part::message);
  editor.add(Part::message, std::move(message));
  EXPECT_EQ(told(remove()), "dynamic-set keep, template keep, message keep, automail keep");
  EXPECT_EQ(editor.count(Part::message), 2U);
}

TEST_F(Removal, goes_on_after_a_failure) {
  editor.lose_write(2, FakeEditor::Loss::answer);
  EXPECT_FALSE(remove().done);
  EXPECT_TRUE(remove().done);
  for (const auto part : all_parts) EXPECT_EQ(editor.count(part), 0U) << to_text(part);
}

TEST_F(Removal, of_what_was_deleted_in_rule_only_forgets) {
  editor.parts.clear();
  const auto removed = remove();
  EXPECT_TRUE(removed.done);
  EXPECT_EQ(step(removed, "automail").state, State::gone);
  EXPECT_EQ(told(remove()), "");
}

}  // namespace
}  // namespace kassabro::rule::automations
