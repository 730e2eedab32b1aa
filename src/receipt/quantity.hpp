#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/order.hpp"

namespace kassabro::receipt {

// How much of something: pieces, or pieces times the weight of one, as a whole number of 1/scale.
struct Quantity {
  std::int64_t count = 0;
  std::int64_t scale = 1;
  int decimals = 0;
};

// A weight that is no number of at most 6 digits and 4 decimals does not count: the line is then counted in pieces.
Quantity quantity_of(const domain::OrderLine& line);

std::string quantity_text(const Quantity& quantity);  // "-2", "0.500"

// The price of one such that quantity x price, rounded, is `amount_minor`; absent when there is none.
std::optional<std::int64_t> unit_price(std::int64_t amount_minor, const Quantity& quantity);

}  // namespace kassabro::receipt
