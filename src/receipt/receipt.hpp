#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/order.hpp"
#include "receipt/language.hpp"

namespace kassabro::receipt {

// A receipt as every form of it shows it: page, mail and text. All amounts are minor units of `currency`, signed as shown:
// what comes back, and what makes it cheaper, is negative.
//
// What adds up, for any order whatsoever:
//   the lines' list_minor                                           == goods_minor
//   goods_minor + discount_minor + adjustment_minor                 == net_minor + vat_minor
//   net_minor + vat_minor + round_off_minor                         == total_minor
//   the VAT rows' net, VAT and gross                                == net_minor, vat_minor, net_minor + vat_minor
//   the payments + settled_otherwise_minor                          == total_minor, unless no payment is told

struct Line {
  std::string name;
  std::string sku;
  std::string quantity;                    // "2", "-1", "0.500" of a weighed piece
  std::optional<std::int64_t> unit_minor;  // gross, before the discount; only where quantity x unit is list_minor
  std::int64_t list_minor = 0;             // gross, of the whole row, before the discount
  std::int64_t discount_minor = 0;         // gross
  std::int64_t total_minor = 0;            // list + discount
  bool is_returned = false;
  bool uses_bonus_check = false;
};

struct VatRow {
  std::string rate;  // "25", "12.5"; empty: what the order's sums hold and no line explains
  std::int64_t net_minor = 0;
  std::int64_t vat_minor = 0;
  std::int64_t gross_minor = 0;
};

struct BonusUse {
  std::string id;
  std::string name;  // empty when not known
  std::optional<std::int64_t> amount_minor;  // absent: the rows do not tell
};

struct Receipt {
  Language language = Language::swedish;
  domain::OrderType type = domain::OrderType::sale;
  domain::OrderState state = domain::OrderState::completed;
  std::string shop;
  std::vector<std::string> shop_details;
  std::string store;
  std::string register_id;
  std::string staff;
  std::string receipt_id;  // or the order's id when the till gave none
  std::string member_number;
  std::string credited_order_id;
  Timestamp ordered_at;
  std::string time_zone;
  std::string currency;

  std::vector<Line> lines;  // what is bought stands before what comes back
  std::int64_t goods_minor = 0;
  std::int64_t discount_minor = 0;
  std::int64_t adjustment_minor = 0;  // what the order's sums hold and its lines do not
  std::int64_t net_minor = 0;
  std::int64_t vat_minor = 0;
  std::int64_t round_off_minor = 0;
  std::int64_t total_minor = 0;
  std::vector<VatRow> vat_rows;  // the highest rate first
  std::vector<domain::Payment> payments;
  std::int64_t settled_otherwise_minor = 0;  // e.g. against the other order of an exchange
  std::vector<BonusUse> bonus_uses;
};

// What an order does not tell by itself.
struct Surroundings {
  Language language = Language::swedish;
  std::string shop;
  std::vector<std::string> shop_details;  // address, company number: one line each
  std::string time_zone;                  // where the order names none
  std::string member_number;              // of the contact; where it is empty, the order's own
  std::vector<BonusUse> known_checks;     // names, and amounts where the ledger has them
};

Receipt make_receipt(const domain::Order& order, const Surroundings& surroundings);

// Are these minor units less than one whole unit: a rounding rather than something unexplained?
bool is_rounding(std::int64_t minor, std::string_view currency);

}  // namespace kassabro::receipt
