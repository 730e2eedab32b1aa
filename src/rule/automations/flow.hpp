#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "rule/feeds.hpp"

namespace kassabro::rule::automations {

// The flows of Rule's article on Sitoo. Each hangs on a tag that Kassabro sets.
enum class Flow { thank_you, retention, winback };
inline constexpr std::array all_flows{Flow::thank_you, Flow::retention, Flow::winback};

std::string_view to_text(Flow flow);
std::optional<Flow> parse_flow(std::string_view text);
std::string flow_names();  // "thank_you, retention, winback"

// What its automation and its template are called in Rule: "Kassabro Thank-you".
std::string_view title_of(Flow flow);
std::string_view description_of(Flow flow);

// The tag that starts it; empty: the account does not set it. And where the account says what it is called.
const std::string& tag_of(const RuleNames& names, Flow flow);
std::string_view tag_setting_of(Flow flow);
// What sets the tag.
Feed feed_of(Flow flow);

// Rule's numbers. A thank-you is about the purchase and goes to everybody who is thanked; the others are marketing, and go to
// nobody who has opted out (contract of RCML, section 8).
enum class SendoutType { marketing = 1, transactional = 2 };
SendoutType sendout_type_of(Flow flow);

}  // namespace kassabro::rule::automations
