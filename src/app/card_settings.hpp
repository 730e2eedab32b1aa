#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/account.hpp"

namespace kassabro::app {

// One line of a section on the customer card. `source` says what is shown: "bonus_left", "bonus_last_used",
// "last_purchase", "last_purchase_at", "last_purchase_store", "purchase_count", "purchase_total", "member_since",
// "home_store", or "rule:Group.Field" for any field of the marketing platform.
struct CardLine {
  std::string title;
  std::string source;
  friend bool operator==(const CardLine&, const CardLine&) = default;
};

struct CardSection {
  std::string title;
  std::vector<CardLine> lines;
  friend bool operator==(const CardSection&, const CardSection&) = default;
};

// An offer that every customer has. Which types Sitoo knows besides `cart_percent` is not published.
struct Promotion {
  std::string id;
  std::string name;
  std::string description;
  std::string type = "cart_percent";
  std::optional<std::int64_t> value_int;
  std::string value_money;  // money text, for types that need one; "" otherwise
  bool once = true;         // a customer may use it in one purchase only
  friend bool operator==(const Promotion&, const Promotion&) = default;
};

// How much an order used of a check that no till redeemed before.
enum class OrderUse {
  discount,  // the discount of the rows that name the check; all that is left when there is none
  whole,     // all that is left
};

// When the return of a purchase gives its bonus checks back.
enum class GiveBack { never, whole, any };  // whole: when everything has come back; any: with the first return

// The account's member "card" of its settings: what the customer card shows, and the rules of bonus checks.
struct CardSettings {
  std::vector<CardSection> sections;
  std::vector<Promotion> promotions;
  std::vector<std::string> voucher_passwords;  // of every customer
  std::string voucher_field;                   // field of the marketing platform with a customer's own ones; "" is none
  std::vector<std::pair<std::string, std::string>> store_time_zones;  // store's external id -> IANA name
  OrderUse order_use = OrderUse::discount;
  GiveBack give_back = GiveBack::whole;
  friend bool operator==(const CardSettings&, const CardSettings&) = default;
};

// Errors name the member ("card.sections[0].values[1].source").
Result<CardSettings> parse_card_settings(const json::object& settings);
// Of an account whose settings were checked when they were saved; what cannot be read counts as not set.
CardSettings card_settings_of(const Account& account);

// Fields of the marketing platform that the card shows, as "Group.Field".
std::vector<std::string> shown_fields(const CardSettings& settings);

// The zone of a store, or of the account when it is not told.
std::string_view time_zone_of_store(const Account& account, const CardSettings& settings, std::string_view store_id);

}  // namespace kassabro::app
