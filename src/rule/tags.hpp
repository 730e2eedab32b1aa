#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/silences.hpp"
#include "domain/contact.hpp"
#include "domain/order.hpp"
#include "rule/names.hpp"

namespace kassabro::rule {

// Whether a tag starts the flows that hang on it. `reset` forgets the flow's earlier pass, so that it runs for each purchase
// (SEEN WOO, MAG). It also unblocks a blocked person, so blocked people are tagged silently.
enum class Automation { none, reset };

// Do the platform's segments, and what they start, follow an upsert? A new person's tags start flows even without automation;
// `leave` is for people and orders of the past (contracts section 12).
enum class Segments { follow, leave };

struct Tag {
  std::string name;
  std::string_view rule;
};

// The tags of one call and what they start. No tag occurs twice: Rule refuses that (SEEN WOO).
struct TagPlan {
  std::vector<Tag> tags;
  Automation automation = Automation::none;
  Segments segments = Segments::follow;
};

enum class Person { free, blocked };  // blocked: opted out or blocked in Rule

// Rule wants at least one tag in an upsert (INFERRED: WOO sends a fall-back tag rather than none), so these are never empty,
// unless the shop has switched the customer tag off. Never an automation.
TagPlan customer_tags(const RuleNames& names);
TagPlan registration_tags(const RuleNames& names, const domain::Contact& contact, Person person);

// Newsletter where a consent is given and Rule knows of no opt-out; maybe none.
TagPlan consent_tags(const RuleNames& names, const domain::Contact& contact, Person person);

// An order tells nothing of consent, so it sets no Newsletter; a cancelled one starts nothing and says only who it was.
TagPlan order_tags(const RuleNames& names, const domain::Order& order, Person person);

// The tag of a customer who has used a bonus check, set silently: the purchase itself starts the flow.
TagPlan bonus_tags(const RuleNames& names);

// The tag of a silence that has reached a step of the programme; maybe none.
TagPlan silence_tags(const RuleNames& names, app::SilenceStep step, Person person);

// The same, starting nothing: for an order that is told again.
TagPlan silent(TagPlan plan);

// Who a customer of the past is: starts nothing, not even for a new person.
TagPlan past_customer_tags(const RuleNames& names);

std::vector<std::string> tag_names(const TagPlan& plan);

}  // namespace kassabro::rule
