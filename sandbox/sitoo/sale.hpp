#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sandbox/sitoo/books.hpp"

namespace kassabro::sandbox::sitoo {

// A bonus check that the cashier chose: as much of it as is needed, or a part.
struct CheckUse {
  std::string id;
  std::optional<Minor> amount;
};

// A checked request to sell. A customer is named by `contact_id` (already on the purchase) or found by `key`.
struct Sale {
  Spi spi = Spi::v1;
  std::string key, contact_id;
  std::vector<Line> lines;
  std::vector<CheckUse> bonus_checks;
  std::vector<std::string> promotions;
  std::vector<Payment> payments;  // empty: the whole sum by `payment`
  std::string payment = "Card";
  std::optional<Timestamp> sold_at;
  std::size_t store = 0, cash_register = 0;
  OrderState state = OrderState::closed;  // or open: paid, and handed out later
  OrderType type = OrderType::order;      // or booking: neither paid nor redeemed yet
  bool abort_after_redeem = false;        // the customer walks away: the redemption must be undone
  bool email_receipt = false;
};

// Of /control/pos/sell, book and exchange and of the page's POST /sales. Without "spi" it is `spi_if_absent`. Errors name the
// field ("items.0.quantity").
Result<Sale> parse_sale(const json::object& body, const Books& books, Spi spi_if_absent = Spi::v1);

// `items` alone, each with the product's own price unless one is given.
Result<std::vector<Line>> parse_lines(const json::object& body, const std::string& name, const Books& books);
// The generation of the SPI that `body` names. Errors: neither "v1" nor "v2".
Result<Spi> parse_spi(const json::object& body, Spi if_absent);
// Unix seconds or ISO text; the past means a sale that an offline till reports late.
Result<std::optional<Timestamp>> parse_sold_at(const json::object& body);

}  // namespace kassabro::sandbox::sitoo
