#pragma once

#include "domain/order.hpp"
#include "sitoo/order/fields.hpp"

namespace kassabro::sitoo {

Result<std::vector<domain::OrderLine>> parse_order_lines(const Fields& order, std::string_view currency);
Result<std::vector<domain::Payment>> parse_payments(const Fields& order, std::string_view currency);

}  // namespace kassabro::sitoo
