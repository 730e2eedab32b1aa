#include "rule/automations/decision.hpp"

#include <gtest/gtest.h>

#include "rule/automations/memory.hpp"

namespace kassabro::rule::automations {
namespace {

const json::object first{{"name", "A"}, {"delay", 1}};
const json::object second{{"name", "A"}, {"delay", 2}};
const json::object third{{"delay", 3}, {"name", "A"}};

Kept kept_of(const json::object& content) { return {7, "A", digest_of(content), digest_of(content), ""}; }

TEST(Decision, follows_from_what_is_wanted_remembered_and_found) {
  EXPECT_EQ(state_of(first, {}, first), State::absent);
  EXPECT_EQ(state_of(first, kept_of(first), std::nullopt), State::gone);
  EXPECT_EQ(state_of(first, kept_of(first), first), State::current);
  EXPECT_EQ(state_of(second, kept_of(first), first), State::outdated);
  EXPECT_EQ(state_of(first, kept_of(first), third), State::edited);
  EXPECT_EQ(state_of(second, kept_of(first), third), State::edited);
  EXPECT_EQ(state_of(second, kept_of(first), second), State::current) << "edited to what is wanted";
}

TEST(Decision, knows_what_rule_has_made_of_our_words) {
  auto kept = kept_of(first);
  kept.read = digest_of(third);
  EXPECT_EQ(state_of(first, kept, third), State::current);
  EXPECT_EQ(state_of(second, kept, third), State::outdated);
}

TEST(Decision, takes_up_a_write_whose_end_was_not_seen) {
  json::object completed = second;
  completed["sender"] = "Shop";
  auto kept = kept_of(first);
  EXPECT_EQ(state_of(second, kept, completed), State::edited);
  kept.writing = digest_of(second);
  EXPECT_EQ(state_of(second, kept, completed), State::current);
  EXPECT_EQ(state_of(second, kept, first), State::outdated) << "it never arrived";
}

TEST(Decision, a_digest_does_not_depend_on_the_order_of_members) {
  EXPECT_EQ(digest_of({{"a", 1}, {"b", json::array{json::object{{"c", 1}, {"d", 2}}}}}),
            digest_of({{"b", json::array{json::object{{"d", 2}, {"c", 1}}}}, {"a", 1}}));
  EXPECT_NE(digest_of(first), digest_of(second));
}

TEST(Decision, a_list_fits_only_a_list_of_its_length) {
  EXPECT_TRUE(fits(json::object{{"a", "14"}, {"b", 1}}, json::object{{"a", 14}, {"c", nullptr}}));
  EXPECT_FALSE(fits(json::object{{"a", json::array{1, 2}}}, json::object{{"a", json::array{1}}}));
  EXPECT_FALSE(fits(json::object{}, json::object{{"a", 1}}));
}

TEST(Memory, reads_back_what_it_notes) {
  Made made{"OrderCompleted", "sv", {}};
  made.of(Part::message) = {42, "", "w", "r", "x"};
  const auto read = parse_fact(to_fact(made));
  EXPECT_EQ(read.tag, "OrderCompleted");
  EXPECT_EQ(read.language, "sv");
  EXPECT_EQ(read.of(Part::message).id, 42);
  EXPECT_EQ(read.of(Part::message).writing, "x");
  EXPECT_EQ(read.of(Part::automail).id, 0);
  EXPECT_EQ(parse_fact("").of(Part::automail).id, 0);
  EXPECT_EQ(parse_fact("[1").of(Part::automail).id, 0);
}

}  // namespace
}  // namespace kassabro::rule::automations
