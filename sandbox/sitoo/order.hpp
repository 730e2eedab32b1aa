#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/json.hpp"
#include "sandbox/sitoo/money.hpp"

namespace kassabro::sandbox::sitoo {

inline constexpr int account_number = 1500;
inline constexpr int eshop_id = 1;
inline constexpr std::string_view staff_name = "Åsa Öst";  // not ASCII, so that headers must be encoded

// One row. Negative quantity: goods came back.
struct Line {
  std::string sku, name;
  std::int64_t quantity = 1;
  Minor unit_gross = 0;
  int vat_hundredths = 2500;
  Minor discount = 0;  // gross, of the whole row, with the sign of the row
  std::string bonus_check_id;
  int original_line = -1;  // of a return: the row of the order that is returned
  std::string promotion_id{};

  Minor gross() const { return unit_gross * quantity - discount; }
  VatSplit split() const { return split_vat(gross(), vat_hundredths); }
};

struct Payment {
  std::string name;
  Minor amount = 0;
  bool is_virtual = false;  // no money moved: it joins the two orders of an exchange
};

// Which interface told the CRM about the order.
enum class Spi { none, v1, v2 };

// orderstateid, paymentstateid, ordertypeid as Sitoo numbers them (REST contract, 3.3).
enum class OrderState { open = 0, closed = 10, cancelled = 20 };
enum class OrderType { order = 10, booking = 100 };

struct Order {
  std::int64_t id = 0;
  std::string receipt_id;
  Timestamp sold_at;  // an offline sale reaches the books later but keeps this time
  OrderState state = OrderState::closed;
  OrderType type = OrderType::order;
  std::int64_t credit_order_id = 0;
  std::int64_t source_order_id = 0;        // the booking that this order was
  std::int64_t refund_order_id = 0;        // of an exchange's sale: its return
  std::int64_t refund_sales_order_id = 0;  // of an exchange's return: its sale
  std::size_t store = 0, cash_register = 0;
  std::string staff{staff_name};
  Spi spi = Spi::none;
  std::string contact_id, member_number;
  std::string email, phone, first_name, last_name;
  std::string currency = "SEK";
  Minor roundoff = 0;
  std::vector<Line> lines;
  std::vector<Payment> payments;
  json::object overrides;  // what REST shows instead of the true value, as it stands

  struct Totals {
    Minor net = 0, vat = 0, gross = 0;  // gross is the sum to pay, roundoff included
  };
  Totals totals() const;
  bool is_return() const { return totals().gross < 0 || credit_order_id != 0; }
  // As Sitoo numbers them (REST contract, 3.3), overrides included.
  std::int64_t shown_state() const;
  std::int64_t shown_payment_state() const;
  std::int64_t shown_type() const;
};

Minor gross_of(const std::vector<Line>& lines);

// Cash is paid in whole crowns: what has to be added to `gross` to get there.
Minor cash_roundoff(Minor gross);

// Takes `value` off the rows, in order, until it is used up, and marks each touched row with the check. One row carries one
// check id only (SPI contract, A.7), so rows without one come first. Returns what was taken off.
Minor apply_bonus_check(std::vector<Line>& lines, const std::string& check_id, Minor value);

// Takes `percent` off every row and marks those that carry no promotion yet.
void apply_promotion(std::vector<Line>& lines, const std::string& promotion_id, std::int64_t percent);

}  // namespace kassabro::sandbox::sitoo
