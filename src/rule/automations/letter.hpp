#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "rule/automations/brand.hpp"
#include "rule/automations/texts.hpp"

namespace kassabro::rule::automations {

// The fields of an order that the thank-you shows.
struct OrderFields {
  FieldRef products, date, store, total, currency;
};
OrderFields order_fields_of(const RuleNames& names);
// The places of the numbers above, to be filled with Rule's.
std::array<FieldRef*, 5> refs_of(OrderFields& fields);

// What a letter is made from.
struct LetterPlan {
  Flow flow = Flow::thank_you;
  Language language = Language::swedish;
  std::string shop;  // as its customers know it
  Brand brand;
  OrderFields order;
};

struct Letter {
  std::string subject, pre_header;
  json::object document;  // RCML
};
Letter write_letter(const LetterPlan& plan);

}  // namespace kassabro::rule::automations
