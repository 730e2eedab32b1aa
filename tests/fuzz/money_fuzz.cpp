// Amounts of money: of tills, of people's files, and of Rule's fields.
#include "domain/money.hpp"

#include <cstdlib>

#include "app/import_amount.hpp"
#include "rule/loose_values.hpp"
#include "tests/fuzz/target.hpp"

namespace kassabro::fuzz {
namespace {

bool is_amount(std::int64_t minor) { return std::abs(minor) <= domain::amount_minor_max; }

void read_strictly(std::string_view input, std::string_view currency) {
  const auto minor = domain::parse_amount_minor(input, currency);
  if (!minor) return hold(!minor.error().message.empty(), "an error says what is wrong");
  hold(is_amount(*minor), "an amount has its limit");
  hold(domain::parse_amount_minor(domain::amount_text(*minor, currency), currency) == *minor, "an amount is written as it is");
}

// 100.50 as a JSON number is the same amount as its text.
void read_number(std::string_view input, std::string_view currency) {
  const auto value = parse_json(input);
  const auto minor = domain::parse_amount_minor(input, currency);
  if (!value || !value->is_number() || !minor) return;
  hold(domain::parse_amount_minor(text_of(*value).value(), currency) == *minor, "a number keeps its amount");
  if (currency == "SEK") hold(rule::loose_amount(*value, currency).value().minor == *minor, "a number keeps its amount");
}

void read_loosely(const json::value& value, std::string_view currency) {
  for (const auto rounding : {rule::Rounding::refuse, rule::Rounding::half_up})
    if (const auto amount = rule::loose_amount(value, currency, rounding)) {
      hold(is_amount(amount->minor), "a loose amount has its limit");
      const auto in = amount->currency.empty() ? currency : amount->currency;
      const auto again = rule::loose_amount(json::value(domain::amount_text(amount->minor, in)), in, rounding);
      hold(again && again->minor == amount->minor, "a loose amount is written as it is");
    }
}

void read_cell(std::string_view input, std::string_view currency) {
  for (const auto kind : {app::CellKind::text, app::CellKind::number}) {
    const app::Cell cell{kind, std::string(input)};
    for (const auto& signs :
         {std::optional<app::DecimalSigns>(), std::optional(app::DecimalSigns{}),
          std::optional(app::DecimalSigns{.comma_line = 2}), std::optional(app::DecimalSigns{.dot_line = 2})})
      if (const auto amount = app::read_amount(cell, "", currency, signs)) {
        hold(amount->minor > 0 || amount->is_undecided, "an imported amount is above zero");
        hold(is_amount(amount->minor), "an imported amount has its limit");
        hold(!(signs && amount->is_undecided), "once the file is read, nothing is undecided");
      }
  }
}

}  // namespace

void run_one(std::string_view input) {
  static_cast<void>(domain::parse_currency(input));
  for (const std::string_view currency : {"SEK", "JPY", "KWD"}) {
    read_strictly(input, currency);
    read_number(input, currency);
    if (!is_utf8(input)) continue;
    read_cell(input, currency);
    read_loosely(json::value(json::string(input)), currency);
    if (const auto value = parse_json(input)) read_loosely(*value, currency);
  }
}

}  // namespace kassabro::fuzz
