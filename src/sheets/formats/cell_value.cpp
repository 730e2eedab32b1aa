#include "sheets/formats/cell_value.hpp"

#include "sheets/formats/number_text.hpp"
#include "sheets/formats/refused.hpp"

namespace kassabro::sheets::formats {

namespace {

Cell digits_cell(std::string digits, const NumberFormat& format) {
  if (digits.size() >= format.zeros) return {.kind = CellKind::number, .text = std::move(digits)};
  auto text = padded(digits, format);
  const bool changed = text != digits;
  return {.kind = changed ? CellKind::text : CellKind::number, .text = std::move(text)};
}

}  // namespace

Cell number_cell(double number, const NumberFormat& format, DateSystem dates) {
  if (format.date)
    if (auto text = date_text(number, dates)) return {.kind = CellKind::date, .text = std::move(*text)};
  auto digits = number_text(number);
  if (!digits) refuse_damaged("a cell holds what is not a number");
  return digits_cell(std::move(*digits), format);
}

Cell number_cell(const std::string& written, const NumberFormat& format, DateSystem dates) {
  if (format.date)
    if (const auto number = to_number(written)) return number_cell(*number, format, dates);
  auto digits = number_text(written);
  if (!digits) refuse_damaged("a cell holds what is not a number");
  return digits_cell(std::move(*digits), format);
}

Cell iso_date_cell(std::string written) {
  if (const auto t = written.find('T'); t != std::string::npos) written[t] = ' ';
  written.resize(std::min(written.find_first_of(".Z+"), written.size()));
  if (written.ends_with(" 00:00:00")) written.resize(written.size() - 9);
  return {.kind = CellKind::date, .text = std::move(written)};
}

}  // namespace kassabro::sheets::formats
