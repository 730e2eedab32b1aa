#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/import_cell.hpp"

namespace kassabro::app {

// How the decimals of a file's amounts are written, as far as its rows tell. "1,234" alone says nothing; "99,50" in another
// row does.
struct DecimalSigns {
  std::int64_t comma_line = 0;  // the first row that shows that ',' begins the decimals; 0: none does
  std::int64_t dot_line = 0;    // the same of '.'
  friend bool operator==(const DecimalSigns&, const DecimalSigns&) = default;
};

struct ReadAmount {
  std::int64_t minor = 0;
  std::string currency;
  bool names_currency = false;  // the amount itself says it: "100 kr", "SEK 100"
  bool is_undecided = false;    // "1,234": a thousand or one, and the rows so far do not tell
  char decimal_sign = 0;        // ',' or '.' when this amount shows for certain which it is
};

// `currency`: what the row's currency column says, else "". `usual`: where nothing says it (the account's). `signs`: as far as
// it is known; absent while the file is being read, and an undecided amount is not refused then.
// Errors, in words: no amount, not above zero, more decimals than the currency has, two currencies, undecided to the end.
Result<ReadAmount> read_amount(const Cell& cell, std::string_view currency, std::string_view usual,
                               const std::optional<DecimalSigns>& signs);

// "kr" and the codes and signs of currencies; `usual` says which crown or dollar. "" when it is none, or not certain.
std::string currency_of_word(std::string_view word, std::string_view usual);

}  // namespace kassabro::app
