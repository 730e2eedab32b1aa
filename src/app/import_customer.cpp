#include "app/import_customer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace kassabro::app {
namespace {

using domain::Email;
using domain::Phone;

constexpr std::size_t member_number_bytes_max = 100;
constexpr std::size_t customer_bytes_max = 200;

std::unexpected<CellFault> at(ImportField field, std::string reason) {
  return std::unexpected(CellFault{field, std::move(reason)});
}

bool are_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::expected<std::optional<Email>, CellFault> read_email(const Cell& cell) {
  if (auto fault = cell_fault(cell)) return at(ImportField::email, std::move(*fault));
  if (cell.kind == CellKind::date || cell.kind == CellKind::number)
    return at(ImportField::email, fmt::format("{} is no e-mail address", quoted_cell(cell.text)));
  const auto text = with_plain_blanks(cell.text);
  if (text.empty()) return std::nullopt;
  auto email = Email::parse(text);
  if (!email) return at(ImportField::email, fmt::format("{} is no e-mail address", quoted_cell(cell.text)));
  return std::move(*email);
}

// A spreadsheet cuts the '+' and the leading zero off a number: "46701234567" and "701234567" are both read, as long as they
// can only be one phone.
std::expected<std::optional<Phone>, CellFault> read_phone(const Cell& cell, const Account& account) {
  const auto text = exact_text(cell);
  if (!text) return at(ImportField::phone, text.error().message);
  if (text->empty()) return std::nullopt;
  auto phone = Phone::parse(*text, account.country);
  const bool lacks_its_beginning = are_digits(*text) && !text->starts_with('0');
  const bool is_read_with_plus = phone && phone->e164() == "+" + *text;  // reading it so once more would tell nothing new
  if (lacks_its_beginning && !is_read_with_plus) {
    auto international = Phone::parse("+" + *text, account.country);
    if (phone && international && *phone != *international)
      return at(ImportField::phone, fmt::format("{} may be {} or {}; write it with + or with its first zero",
                                                quoted_cell(cell.text), phone->e164(), international->e164()));
    if (!phone) phone = std::move(international);
  }
  if (!phone) return at(ImportField::phone, fmt::format("{} is no phone number", quoted_cell(cell.text)));
  return std::move(*phone);
}

std::expected<std::string, CellFault> read_member_number(const Cell& cell) {
  const auto text = exact_text(cell);
  if (!text) return at(ImportField::member_number, text.error().message);
  if (text->size() > member_number_bytes_max || has_control_characters(*text))
    return at(ImportField::member_number, fmt::format("{} is no member number", quoted_cell(*text)));
  return *text;
}

}  // namespace

std::expected<ImportedCustomer, CellFault> read_customer(const Row& row, const ImportColumns& columns, const Account& account) {
  ImportedCustomer who;
  auto email = read_email(columns.cell(row, ImportField::email));
  if (!email) return std::unexpected(email.error());
  auto phone = read_phone(columns.cell(row, ImportField::phone), account);
  if (!phone) return std::unexpected(phone.error());
  auto member_number = read_member_number(columns.cell(row, ImportField::member_number));
  if (!member_number) return std::unexpected(member_number.error());
  who = {std::move(*email), std::move(*phone), std::move(*member_number)};
  if (keys_of(who).empty()) {
    for (const auto field : {ImportField::email, ImportField::phone, ImportField::member_number})
      if (columns.has(field)) return at(field, "the row names no customer");
  }
  return who;
}

std::string customer_text(const Row& row, const ImportColumns& columns) {
  std::string text;
  for (const auto field : {ImportField::email, ImportField::phone, ImportField::member_number}) {
    const auto plain = with_plain_blanks(columns.cell(row, field).text);
    if (!plain.empty()) text += (text.empty() ? "" : " ") + plain;
  }
  return tame_text(text, customer_bytes_max);
}

}  // namespace kassabro::app
