#include "app/import_row.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/import_customer.hpp"
#include "app/import_date.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "domain/money.hpp"

namespace kassabro::app {
namespace {

using domain::BonusCheck;
using domain::KeyKind;

template <class T>
using ReadCell = std::expected<T, CellFault>;

std::unexpected<CellFault> at(ImportField field, std::string reason) {
  return std::unexpected(CellFault{field, std::move(reason)});
}

ReadCell<std::string> read_id(const Cell& cell) {
  auto id = exact_text(cell);
  if (!id) return at(ImportField::check_id, id.error().message);
  if (id->empty()) return at(ImportField::check_id, "the check has no id");
  BonusCheck check;
  check.id = *id;
  check.value_minor = 1;
  if (const auto broken = bonus_check_fault(check); broken && broken->field == "id")
    return at(ImportField::check_id, fmt::format("{} cannot be an id: {}", quoted_cell(*id), broken->message));
  return std::move(*id);
}

// Names and descriptions: line breaks become blanks, a number stays as its digits.
ReadCell<std::string> read_text(const Cell& cell, ImportField field) {
  if (auto fault = cell_fault(cell)) return at(field, std::move(*fault));
  if (cell.kind == CellKind::date)
    return at(field,
              fmt::format("the spreadsheet has made the date {} of a text; format the column as text", quoted_cell(cell.text)));
  auto text = with_plain_blanks(cell.text);
  if (is_shortened_number(text)) return at(field, fmt::format("{} is a number whose digits were lost", quoted_cell(text)));
  if (text.size() > domain::bonus_check_text_bytes_max)
    return at(field, fmt::format("the text is longer than {} bytes", domain::bonus_check_text_bytes_max));
  return tame_text(text, domain::bonus_check_text_bytes_max);
}

// "" when the row does not say.
ReadCell<std::string> read_currency(const Row& row, const ImportColumns& columns, const Account& account) {
  const auto& cell = columns.cell(row, ImportField::currency);
  if (auto fault = cell_fault(cell)) return at(ImportField::currency, std::move(*fault));
  const auto text = with_plain_blanks(cell.text);
  if (text.empty()) return columns.value_currency;
  const auto usual = columns.value_currency.empty() ? account.currency : columns.value_currency;
  auto code = currency_of_word(text, usual);
  if (code.empty()) return at(ImportField::currency, fmt::format("{} is no currency code", quoted_cell(cell.text)));
  if (!columns.value_currency.empty() && code != columns.value_currency)
    return at(ImportField::currency, fmt::format("{} is another currency than the title of the value column names", code));
  return code;
}

ReadCell<std::optional<Date>> read_day_of(const Row& row, const ImportColumns& columns, ImportField field,
                                          const Account& account) {
  const auto& cell = columns.cell(row, field);
  if (cell.kind == CellKind::empty || (cell.kind == CellKind::text && with_plain_blanks(cell.text).empty()))
    return std::nullopt;
  const auto day = read_day(cell, account.time_zone);
  if (!day) return at(field, day.error().message);
  return *day;
}

class CheckReader {
 public:
  CheckReader(const Row& row, const ImportColumns& columns, const Account& account)
      : row_(row), columns_(columns), account_(account) {}

  ReadCell<ImportedCheck> read(ReadRow& result) {
    auto who = read_customer(row_, columns_, account_);
    if (!who) return std::unexpected(who.error());
    imported_.who = std::move(*who);
    if (auto done = read_texts(); !done) return std::unexpected(done.error());
    if (auto done = read_value(result); !done) return std::unexpected(done.error());
    if (auto done = read_days(); !done) return std::unexpected(done.error());
    return std::move(imported_);
  }

 private:
  ReadCell<void> read_texts() {
    auto id = read_id(columns_.cell(row_, ImportField::check_id));
    if (!id) return std::unexpected(id.error());
    auto name = read_text(columns_.cell(row_, ImportField::name), ImportField::name);
    if (!name) return std::unexpected(name.error());
    auto description = read_text(columns_.cell(row_, ImportField::description), ImportField::description);
    if (!description) return std::unexpected(description.error());
    imported_.check.id = std::move(*id);
    imported_.check.name = std::move(*name);
    imported_.check.description = std::move(*description);
    return {};
  }

  ReadCell<void> read_value(ReadRow& result) {
    const auto currency = read_currency(row_, columns_, account_);
    if (!currency) return std::unexpected(currency.error());
    const auto& cell = columns_.cell(row_, ImportField::value);
    if (with_plain_blanks(cell.text).empty()) return at(ImportField::value, "the check has no value");
    const auto amount = read_amount(cell, *currency, account_.currency, std::nullopt);
    if (!amount) return at(ImportField::value, amount.error().message);
    imported_.check.currency = amount->currency;
    imported_.names_currency = amount->names_currency || !currency->empty();
    imported_.check.value_minor = imported_.check.remaining_minor = amount->minor;
    if (amount->is_undecided) imported_.undecided_amount = cell;
    if (amount->decimal_sign != 0) result.decimal_sign = amount->decimal_sign;
    return {};
  }

  ReadCell<void> read_days() {
    const auto from = read_day_of(row_, columns_, ImportField::valid_from, account_);
    if (!from) return std::unexpected(from.error());
    const auto to = read_day_of(row_, columns_, ImportField::valid_to, account_);
    if (!to) return std::unexpected(to.error());
    if (*from && *to && **to < **from)
      return at(ImportField::valid_to,
                fmt::format("the last day {} is before the first day {}", to_iso_date(**to), to_iso_date(**from)));
    imported_.check.valid_from = *from;
    imported_.check.valid_to = *to;
    return {};
  }

  const Row& row_;
  const ImportColumns& columns_;
  const Account& account_;
  ImportedCheck imported_;
};

std::string joined(const std::vector<std::string>& faults) {
  std::string text;
  for (const auto& fault : faults) text += (text.empty() ? "" : "; ") + fault;
  return text;
}

// A customer's whole list. One entry that cannot be read refuses them all: which of two entries of one id is meant, nobody knows.
ReadCell<std::vector<ImportedCheck>> read_list(const Row& row, const ImportColumns& columns, const Account& account,
                                               const ParseBonusField& parse) {
  const auto field = ImportField::bonus_list;
  const auto& cell = columns.cell(row, field);
  if (auto fault = cell_fault(cell)) return at(field, std::move(*fault));
  std::vector<ImportedCheck> checks;
  if (with_plain_blanks(cell.text).empty()) return checks;
  auto who = read_customer(row, columns, account);
  if (!who) return std::unexpected(who.error());
  if (cell.kind != CellKind::text) return at(field, fmt::format("{} is no list of bonus checks", quoted_cell(cell.text)));
  const auto bonus = parse(cell.text, account);
  if (!bonus) return checks;
  if (!bonus->is_readable || !bonus->faults.empty()) return at(field, joined(bonus->faults));
  for (const auto& check : bonus->checks) checks.push_back({*who, check, true, std::nullopt});
  return checks;
}

bool is_blank(const Row& row, const ImportColumns& columns) {
  return std::ranges::none_of(columns.places, [&](const auto& place) {
    return place && *place < row.cells.size() && !with_plain_blanks(row.cells[*place].text).empty();
  });
}

}  // namespace

std::vector<domain::CustomerKey> keys_of(const ImportedCustomer& who) {
  std::vector<domain::CustomerKey> keys;
  if (!who.member_number.empty()) keys.push_back({KeyKind::member_number, who.member_number});
  if (who.email) keys.push_back({KeyKind::email, who.email->text()});
  if (who.phone) keys.push_back({KeyKind::phone, who.phone->e164()});
  return keys;
}

ReadRow read_import_row(const Row& row, const ImportColumns& columns, const Account& account, const ParseBonusField& parse) {
  ReadRow result;
  result.line = row.line;
  if (is_blank(row, columns)) return result;
  std::optional<CellFault> fault;
  if (columns.shape == ImportShape::checks) {
    auto check = CheckReader(row, columns, account).read(result);
    if (check)
      result.items.emplace_back(std::move(*check));
    else
      fault = check.error();
  } else {
    auto checks = read_list(row, columns, account, parse);
    if (!checks) fault = checks.error();
    if (checks)
      for (auto& check : *checks) result.items.emplace_back(std::move(check));
  }
  if (!fault) return result;
  const auto id = exact_text(columns.cell(row, ImportField::check_id));
  const bool has_id = columns.shape == ImportShape::checks && id;
  result.items.emplace_back(ImportRefusal{columns.name_of(fault->field), std::move(fault->reason), customer_text(row, columns),
                                          has_id ? tame_text(*id, domain::bonus_check_id_bytes_max) : std::string()});
  return result;
}

Result<ImportedCheck> decide_amount(ImportedCheck check, const DecimalSigns& signs) {
  const auto currency = check.names_currency ? check.check.currency : std::string();
  const auto amount = read_amount(*check.undecided_amount, currency, check.check.currency, signs);
  if (!amount) return fail(amount.error());
  check.check.value_minor = check.check.remaining_minor = amount->minor;
  check.undecided_amount.reset();
  return check;
}

}  // namespace kassabro::app
