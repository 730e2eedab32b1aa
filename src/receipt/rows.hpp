#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "receipt/receipt.hpp"

// A receipt in the reader's words, before anybody asks whether it becomes a page, a mail or plain text. Texts from outside
// are as they came: each form escapes them its own way.
namespace kassabro::receipt {

struct Fact {
  std::string_view label;
  std::string text;
};

struct AmountRow {
  std::string label;
  std::string amount;
};

std::string_view title(const Receipt& receipt);
// Why this is no receipt of a completed purchase; empty when it is one.
std::string_view warning(const Receipt& receipt);
std::vector<Fact> facts(const Receipt& receipt);

std::string_view name_of(const Line& line, Language language);
// "2 × 100,00", "0,500 × 199,00", "3"; empty for one piece.
std::string detail_of(const Line& line, const Receipt& receipt);
std::string_view discount_label(const Line& line, Language language);

// From the goods to what is before the total; empty when the goods are the total.
std::vector<AmountRow> sum_rows(const Receipt& receipt);
// The total, or what the customer gets back, with its currency.
AmountRow total_row(const Receipt& receipt);
std::string rate_of(const VatRow& row, const Receipt& receipt);
std::vector<AmountRow> payment_rows(const Receipt& receipt);
std::vector<AmountRow> bonus_rows(const Receipt& receipt);
// Where their amounts are to be found above; empty when none has one.
std::string_view bonus_note(const Receipt& receipt);

// An amount in the receipt's currency and language, without the currency's name.
std::string figure(std::int64_t minor, const Receipt& receipt);

}  // namespace kassabro::receipt
