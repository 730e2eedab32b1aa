#include "receipt/vat_rows.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace kassabro::receipt {
namespace {

// "25", "25.0" and "25.00" are one rate.
std::string_view plain_rate(std::string_view text) {
  text = trimmed(text);
  if (text.find('.') == std::string_view::npos) return text;
  while (text.ends_with('0')) text.remove_suffix(1);
  if (text.ends_with('.')) text.remove_suffix(1);
  return text;
}

// What is no number stands below every rate.
double number_of(std::string_view rate) {
  double number = 0;
  const auto [end, error] = std::from_chars(rate.data(), rate.data() + rate.size(), number);
  return error == std::errc{} && end == rate.data() + rate.size() ? number : -1;
}

VatRow& row_of(std::vector<VatRow>& rows, std::string_view rate) {
  const auto found = std::ranges::find(rows, rate, &VatRow::rate);
  if (found != rows.end()) return *found;
  rows.push_back({std::string(rate), 0, 0, 0});
  return rows.back();
}

void add(VatRow& row, std::int64_t net_minor, std::int64_t vat_minor) {
  row.net_minor += net_minor;
  row.vat_minor += vat_minor;
  row.gross_minor += net_minor + vat_minor;
}

}  // namespace

std::vector<VatRow> make_vat_rows(const domain::Order& order) {
  std::vector<VatRow> rows;
  std::int64_t net_left = order.net_minor;
  std::int64_t vat_left = order.vat_minor;
  for (const auto& line : order.lines) {
    add(row_of(rows, plain_rate(line.vat_percent)), line.net_minor, line.vat_minor);
    net_left -= line.net_minor;
    vat_left -= line.vat_minor;
  }
  std::ranges::sort(rows, std::ranges::greater{}, [](const VatRow& row) { return std::pair(number_of(row.rate), row.rate); });
  if (net_left != 0 || vat_left != 0) add(row_of(rows, ""), net_left, vat_left);
  return rows;
}

}  // namespace kassabro::receipt
