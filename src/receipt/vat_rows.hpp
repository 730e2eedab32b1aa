#pragma once

#include "receipt/receipt.hpp"

namespace kassabro::receipt {

// One row for each rate of the lines, the highest first; then, where the order's own sums are not those of its lines, one
// without a rate, so that the rows add up to `net_minor` and `vat_minor`.
std::vector<VatRow> make_vat_rows(const domain::Order& order);

}  // namespace kassabro::receipt
