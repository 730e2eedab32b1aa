#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/json.hpp"
#include "base/result.hpp"

namespace kassabro::sandbox::sitoo {

// Minor units (öre). Sitoo writes money as text with two decimals, "-2990.00" (REST contract, 2.1).
using Minor = std::int64_t;

std::string money_text(Minor amount);
std::optional<Minor> parse_money_text(std::string_view text);
// Text ("100.00", "100") or a number of at most two decimals. Errors name `field`.
Result<Minor> parse_money(const json::value& value, const std::string& field);

struct VatSplit {
  Minor net = 0, vat = 0;
};
// A gross amount apart into net and VAT; net is rounded half away from zero, and net + vat is always the gross.
// `vat_hundredths`: 25 % is 2500.
VatSplit split_vat(Minor gross, int vat_hundredths);

// `amount` * part / whole, rounded half away from zero.
Minor share_of(Minor amount, std::int64_t part, std::int64_t whole);

}  // namespace kassabro::sandbox::sitoo
