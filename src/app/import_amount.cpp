#include "app/import_amount.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"
#include "domain/money.hpp"

namespace kassabro::app {
namespace {

constexpr std::array<std::string_view, 4> crowns{"SEK", "NOK", "DKK", "ISK"};
constexpr std::array<std::string_view, 5> dollars{"USD", "CAD", "AUD", "NZD", "SGD"};
// ISO 4217. Three letters behind a number are more often "pts" or "pcs" than money.
constexpr std::string_view currencies =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY "
    "COP CRC "
    "CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR "
    "ISK JMD "
    "JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR "
    "MZN NAD "
    "NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN "
    "SYP SZL "
    "THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL";
constexpr std::size_t noise_digits_min = 8;  // "0.30000000000000004": how a spreadsheet keeps 0.3

Error cannot(std::string words) { return invalid("", std::move(words)); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }
bool are_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

void cut_word_in_front(std::string& text, std::string& word) {
  std::size_t size = 0;
  for (const std::string_view sign : {"€", "£", "$"})
    if (text.starts_with(sign)) size = sign.size();
  if (size == 0)
    while (size < text.size() && is_letter(text[size])) ++size;
  word = text.substr(0, size);
  text = std::string(trimmed(std::string_view(text).substr(size)));
}

void cut_word_behind(std::string& text, std::string& word) {
  std::size_t from = text.size();
  for (const std::string_view sign : {"€", "£", "$"})
    if (text.ends_with(sign)) from = text.size() - sign.size();
  if (from == text.size()) {
    if (ascii_lowered(text).ends_with("kr.")) {
      text.pop_back();
      --from;
    }
    while (from > 0 && is_letter(text[from - 1])) --from;
  }
  word = text.substr(from);
  text = std::string(trimmed(std::string_view(text).substr(0, from)));
}

// An amount's digits, told apart.
struct Digits {
  std::string whole;
  std::string decimals;
  char decimal_sign = 0;   // as written
  bool is_certain = true;  // false: `decimals` may be thousands as well
};

// "1 234", "1.234.567": groups of three behind one of one to three.
std::optional<std::string> without_groups(std::string_view text, std::string_view separator) {
  std::string digits;
  bool is_first = true;
  for (std::size_t from = 0;; is_first = false) {
    const auto at = text.find(separator, from);
    const auto group = text.substr(from, at == std::string_view::npos ? at : at - from);
    const bool fits = is_first ? group.size() <= 3 : group.size() == 3;
    if (!are_digits(group) || !fits) return std::nullopt;
    digits += group;
    if (at == std::string_view::npos) return digits;
    from = at + separator.size();
  }
}

std::optional<std::string> whole_of(std::string_view text) {
  if (are_digits(text)) return std::string(text);
  for (const std::string_view separator : {" ", "'", "’", ".", ","})
    if (text.find(separator) != std::string_view::npos) return without_groups(text, separator);
  return std::nullopt;
}

std::optional<Digits> split(std::string_view text) {
  const auto commas = std::ranges::count(text, ',');
  const auto dots = std::ranges::count(text, '.');
  if (commas + dots == 0 || commas > 1 || dots > 1) {
    // Of several kinds of separator the last one that stands alone begins the decimals.
    const auto last = text.find_last_of(",.");
    const bool both = commas > 0 && dots > 0;
    if (!both || std::ranges::count(text, text[last]) != 1) {
      auto whole = whole_of(text);
      if (!whole) return std::nullopt;
      // "1.234.567" shows what the dot is not.
      const char sign = commas > 1 ? '.' : dots > 1 ? ',' : '\0';
      return Digits{std::move(*whole), "", sign, true};
    }
  }
  const auto last = text.find_last_of(",.");
  const auto decimals = text.substr(last + 1);
  auto whole = whole_of(text.substr(0, last));
  if (!whole || !are_digits(decimals)) return std::nullopt;
  Digits digits{std::move(*whole), std::string(decimals), text[last], true};
  const bool has_other_groups = !are_digits(text.substr(0, last));
  const bool may_be_group = digits.whole.size() <= 3 && !digits.whole.starts_with('0');
  digits.is_certain = decimals.size() != 3 || has_other_groups || !may_be_group;
  return digits;
}

// As many decimals as the currency has. Absent: that would cut something off.
std::optional<std::int64_t> minor_of(const Digits& digits, std::string_view currency, bool is_number) {
  const auto count = static_cast<std::size_t>(domain::minor_digits(currency));
  auto decimals = digits.decimals;
  bool rounds_up = false;
  if (const auto rest = decimals.size() > count ? std::string_view(decimals).substr(count) : ""; is_number) {
    const auto begin = rest.substr(0, noise_digits_min);
    const bool is_noise = begin.size() == noise_digits_min && begin.find_first_not_of(begin[0]) == std::string_view::npos;
    rounds_up = is_noise && begin[0] == '9';
    if (is_noise && (begin[0] == '0' || begin[0] == '9')) decimals.resize(count);
  }
  while (decimals.size() > count && decimals.back() == '0') decimals.pop_back();
  if (decimals.size() > count) return std::nullopt;
  const auto text = digits.whole + (decimals.empty() ? "" : "." + decimals);
  const auto minor = domain::parse_amount_minor(text, currency);
  return minor ? std::optional(*minor + (rounds_up ? 1 : 0)) : std::nullopt;
}

std::string other_reading(const Digits& digits) { return digits.whole + digits.decimals; }

// What the other rows say of "1,234". Errors: nothing, or two things.
Result<Digits> decided(Digits digits, std::string_view quoted, const DecimalSigns& signs) {
  if (signs.comma_line != 0 && signs.dot_line != 0)
    return fail(
        cannot(fmt::format("{} may be {} or {}.{}, and the other rows do not agree: line {} has decimals behind a comma, "
                           "line {} behind a dot",
                           quoted, other_reading(digits), digits.whole, digits.decimals, signs.comma_line, signs.dot_line)));
  if (signs.comma_line == 0 && signs.dot_line == 0)
    return fail(
        cannot(fmt::format("{} may be {} or {}.{}, and no other row shows how this file writes decimals; format the "
                           "column as a number, or write the amounts without thousands separator",
                           quoted, other_reading(digits), digits.whole, digits.decimals)));
  const char sign = signs.comma_line != 0 ? ',' : '.';
  if (digits.decimal_sign != sign) {
    digits.whole += digits.decimals;
    digits.decimals.clear();
  }
  return digits;
}

struct Words {
  std::string digits;
  std::string currency;  // "": none is named
};

Result<Words> without_words(const Cell& cell, std::string_view usual) {
  Words words{with_plain_blanks(cell.text), {}};
  const auto quoted = quoted_cell(cell.text);
  for (const std::string_view dash : {":-", ",-", ".-"})
    if (words.digits.ends_with(dash)) words.digits.resize(words.digits.size() - dash.size());
  std::string front;
  std::string behind;
  cut_word_in_front(words.digits, front);
  cut_word_behind(words.digits, behind);
  for (const std::string_view dash : {":-", ",-", ".-"})
    if (words.digits.ends_with(dash)) words.digits.resize(words.digits.size() - dash.size());
  for (const auto& word : {front, behind}) {
    if (word.empty()) continue;
    const auto code = currency_of_word(word, usual);
    if (code.empty()) return fail(cannot(fmt::format("{} is no amount: {} is no currency", quoted, quoted_cell(word))));
    if (!words.currency.empty() && words.currency != code) return fail(cannot(fmt::format("{} names two currencies", quoted)));
    words.currency = code;
  }
  return words;
}

std::optional<std::string> kind_fault(const Cell& cell) {
  if (auto fault = cell_fault(cell)) return fault;
  if (cell.kind == CellKind::date)
    return fmt::format("the spreadsheet has made the date {} of an amount; format the column as a number",
                       quoted_cell(cell.text));
  if (is_shortened_number(with_plain_blanks(cell.text)))
    return fmt::format("{} is a number whose digits were lost when the file was saved", quoted_cell(cell.text));
  return std::nullopt;
}

}  // namespace

std::string currency_of_word(std::string_view word, std::string_view usual) {
  const auto among = [usual](const auto& list) {
    return std::ranges::find(list, usual) == list.end() ? std::string() : std::string(usual);
  };
  if (equal_nocase(word, "kr") || equal_nocase(word, "kr.")) return among(crowns);
  if (word == "$") return among(dollars);
  if (word == "€") return "EUR";
  if (word == "£") return "GBP";
  const auto code = domain::parse_currency(word);
  return !code.empty() && currencies.find(code) != std::string_view::npos ? code : "";
}

Result<ReadAmount> read_amount(const Cell& cell, std::string_view currency, std::string_view usual,
                               const std::optional<DecimalSigns>& signs) {
  if (auto fault = kind_fault(cell)) return fail(cannot(std::move(*fault)));
  const auto quoted = quoted_cell(cell.text);
  const auto words = without_words(cell, currency.empty() ? usual : currency);
  if (!words) return fail(words.error());
  ReadAmount amount;
  amount.names_currency = !words->currency.empty();
  if (amount.names_currency && !currency.empty() && words->currency != currency)
    return fail(cannot(fmt::format("{} is in {}, but the currency column says {}", quoted, words->currency, currency)));
  amount.currency = amount.names_currency ? words->currency : std::string(currency.empty() ? usual : currency);
  if (words->digits.starts_with('-') || words->digits.starts_with("−"))
    return fail(cannot(fmt::format("{} is not above zero", quoted)));
  auto digits = split(words->digits);
  if (!digits) return fail(cannot(fmt::format("{} is no amount", quoted)));
  const bool is_number = cell.kind == CellKind::number;
  if (is_number) digits->is_certain = true;
  if (digits->is_certain && !is_number) amount.decimal_sign = digits->decimal_sign;
  if (!digits->is_certain) {
    if (!signs) {
      amount.is_undecided = true;
      return amount;
    }
    auto known = decided(std::move(*digits), quoted, *signs);
    if (!known) return fail(known.error());
    digits = std::move(*known);
    // "1,000" with a comma for decimals is not one crown.
    if (digits->decimals.size() > static_cast<std::size_t>(domain::minor_digits(amount.currency)))
      return fail(cannot(fmt::format("{} would be {}.{} as line {} writes decimals, and {} has fewer", quoted, digits->whole,
                                     digits->decimals, std::max(signs->comma_line, signs->dot_line), amount.currency)));
  }
  const auto minor = minor_of(*digits, amount.currency, is_number);
  if (!minor) return fail(cannot(fmt::format("{} is too large, or has more decimals than {} has", quoted, amount.currency)));
  if (*minor <= 0) return fail(cannot(fmt::format("{} is not above zero", quoted)));
  amount.minor = *minor;
  return amount;
}

}  // namespace kassabro::app
