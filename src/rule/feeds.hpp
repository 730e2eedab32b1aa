#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/delivery.hpp"
#include "rule/names.hpp"

namespace kassabro::rule {

// What is sent to Rule, by the kinds that a marketer knows. Each can be switched off under `rule.feeds` of the account's
// settings, and tried (feed_trial.hpp).
enum class Feed {
  contact_registered,
  contact_updated,
  order_completed,
  order_refunded,
  bonus_check_used,
  digital_receipt,
  retention_due,
  winback_due,
};
inline constexpr std::array all_feeds{Feed::contact_registered, Feed::contact_updated,  Feed::order_completed,
                                      Feed::order_refunded,     Feed::bonus_check_used, Feed::digital_receipt,
                                      Feed::retention_due,      Feed::winback_due};

std::string_view to_text(Feed feed);
std::optional<Feed> parse_feed(std::string_view text);
std::string feed_names();  // "contact_registered, contact_updated, ..."

// Absent: it belongs to none, and always goes out: the end of a silence takes back what was told.
std::optional<Feed> feed_of(const app::DeliveryJob& job);
bool is_on(const RuleNames& names, Feed feed);

// What of an account a feed fills.
struct FeedInfo {
  Feed feed;
  bool on = true;
  std::vector<std::string> tags;
  std::vector<std::string> groups;
};
std::vector<FeedInfo> feeds_of(const RuleNames& names);

}  // namespace kassabro::rule
