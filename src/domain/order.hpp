#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "domain/contact.hpp"

namespace kassabro::domain {

enum class OrderType { sale, return_, exchange };  // an exchange takes goods back and sells others in one order
enum class OrderState { open, completed, cancelled };

std::string_view to_text(OrderType type);   // "sale", "return", "exchange"
std::string_view to_text(OrderState state);  // "open", "completed", "cancelled"
std::optional<OrderType> parse_order_type(std::string_view text);
std::optional<OrderState> parse_order_state(std::string_view text);

// All amounts are minor units of the order's currency, signed as on the receipt: a return's are negative.
struct OrderLine {
  std::string sku;
  std::string name;
  std::int64_t quantity = 0;         // pieces, negative when taken back
  std::string weight;                // "0.500": units of a weighed piece; empty otherwise
  std::string vat_percent;           // "25"
  std::int64_t net_minor = 0;        // of the whole line
  std::int64_t vat_minor = 0;        // of the whole line
  std::int64_t discount_minor = 0;   // net, of the whole line; >= 0
  std::vector<std::string> bonus_check_ids;
  std::vector<std::string> promotion_ids;
  std::int64_t gross_discount_minor = 0;  // the discount with VAT, of the whole line; >= 0
  friend bool operator==(const OrderLine&, const OrderLine&) = default;
};

struct Payment {
  std::string name;  // "Card"
  std::int64_t amount_minor = 0;
  friend bool operator==(const Payment&, const Payment&) = default;
};

// A completed (or open, or cancelled) purchase. Keyed by (account, id): the same id again is the same order.
struct Order {
  std::string id;          // Sitoo's orderid; of another channel: its order number
  std::string channel;     // where it was made ("Webshop"); empty at a till
  std::string receipt_id;
  OrderType type = OrderType::sale;
  OrderState state = OrderState::completed;
  Timestamp ordered_at;    // when the sale was made; an offline sale arrives later
  std::string time_zone;   // IANA name of the store's zone; empty when not told
  std::string currency;    // ISO 4217
  std::int64_t total_minor = 0;  // gross, what was to pay, with cash rounding
  std::int64_t net_minor = 0;
  std::int64_t vat_minor = 0;
  std::int64_t discount_minor = 0;
  std::vector<OrderLine> lines;
  std::vector<Payment> payments;
  std::string store_id;
  std::string store;
  std::string register_id;
  std::string staff;
  std::string credited_order_id;  // the sale that this return takes back
  std::string source_order_id;    // the booking or parked cart that became this order
  std::string receipt_url;
  // Who bought, as far as the order says; resolved to a contact when it is accepted.
  std::string contact_ref;
  std::string member_number;
  std::string email;
  std::string phone;
  std::string first_name;
  std::string last_name;
  // Set when resolved; absent: an anonymous purchase.
  std::optional<ContactId> contact;
  bool person_erased = false;  // who bought is to be forgotten, whatever is told of it later
  friend bool operator==(const Order&, const Order&) = default;
};

// The same purchase of nobody.
Order without_person(Order order);

// Bonus-check ids used in the order, each once: one check may be spread over several lines.
std::vector<std::string> bonus_check_ids(const Order& order);

// Type by the signs of the lines; an order without lines goes by its total.
OrderType type_of(const std::vector<OrderLine>& lines, std::int64_t total_minor);

// The first broken rule: a line without quantity, a quantity whose sign contradicts its amount or, when all lines are
// returns, a positive total. Errors name the field as `orderitems[2].quantity`.
std::optional<Error> order_fault(const Order& order);

}  // namespace kassabro::domain
