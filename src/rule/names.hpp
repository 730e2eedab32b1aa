#pragma once

#include <set>
#include <string>

#include "app/account.hpp"
#include "base/json.hpp"
#include "base/result.hpp"
#include "rule/purchase_groups.hpp"

namespace kassabro::rule {

// What our things are called in a shop's Rule account, and what is switched on. The defaults are those that the marketer's
// flows expect; a shop whose account has other names sets them under account.settings["rule"], member names as here.
struct RuleNames {
  std::string contact_group = "Sitoo-Contact";
  std::string address_group = "Sitoo-Address";
  std::string order_group = "Sitoo-Order";
  // An empty tag is not set at all.
  std::string customer_tag = "Sitoo-Customer";
  std::string order_tag = "OrderCompleted";
  std::string refund_tag = "RefundCompleted";
  std::string bonus_tag = "Sitoo-BonusUsed";
  std::string newsletter_tag = "Newsletter";
  std::string retention_tag = "Sitoo-Retention";
  std::string winback_tag = "Sitoo-Winback";
  std::string receipt_name = "Sitoo-Receipt";  // of digital receipts among the transactional messages
  std::string language;           // of newly registered subscribers ("sv"); empty: the Rule account's own
  bool send_personal_id = false;  // D15
  bool native_groups = false;     // also fill Subscriber.* and Order.*, so that flows made for a web shop work
  bool start_flows = true;        // false: all is told, and no tag starts a flow
  std::set<std::string, std::less<>> off_feeds;  // kinds of data that are not sent (feeds.hpp), by name
  bool mirror = true;             // take everybody over who is in Rule, in the background
  std::vector<PurchaseGroup> purchase_groups = default_purchase_groups();  // where other channels keep their purchases
  friend bool operator==(const RuleNames&, const RuleNames&) = default;
};

// The groups that Rule's own web shop integrations fill (contracts section 11).
inline constexpr std::string_view native_contact_group = "Subscriber";
inline constexpr std::string_view native_order_group = "Order";

// Errors name the member: unknown, of another type, empty where a name is needed, or a group name with a dot in it.
Result<RuleNames> parse_names(const json::object& settings);

// From account.settings["rule"]; the defaults when there is none.
Result<RuleNames> names_of(const app::Account& account);

}  // namespace kassabro::rule
