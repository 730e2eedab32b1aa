#pragma once

#include <string_view>

#include "receipt/language.hpp"

namespace kassabro::receipt {

// The fixed texts of a receipt. words.cpp has one line for each, in this order.
enum class Word {
  title_sale,
  title_return,
  title_exchange,
  not_completed,
  cancelled,
  bought,
  returned,
  item,
  quantity,
  unit_price,
  amount,
  discount,
  discount_with_check,
  goods,
  discounts,
  rounding,
  other_amounts,
  cash_rounding_sek,
  cash_rounding,
  other_rounding,
  total,
  refund,
  vat,
  vat_rate,
  net,
  gross,
  not_by_rate,
  sum,
  payments,
  payment,
  settled_otherwise,
  bonus_checks,
  in_discounts,
  receipt_id,
  time,
  store,
  register_,
  staff,
  member_number,
  original_purchase,
  scan,
  see_online,
  from,
  other_language,
  not_found_title,
  not_found_text,
  expired_title,
  expired_text,
  wait_title,
  wait_text,
  count_,
};

std::string_view word(Language language, Word which);

}  // namespace kassabro::receipt
