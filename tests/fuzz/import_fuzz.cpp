// A file of bonus checks after it was taken apart: titles, customers, amounts, days, and the list of what was refused.
#include "app/import_columns.hpp"
#include "app/import_row.hpp"
#include "app/imports.hpp"
#include "app/refusals_csv.hpp"
#include "rule/bonus_field.hpp"
#include "sheets/formats/delimited.hpp"
#include "sheets/formats/refused.hpp"
#include "tests/fuzz/target.hpp"

namespace kassabro::fuzz {
namespace {

// A cell of a spreadsheet is more than its text: "#46000" is a number's, "@2026-11-30" a date's.
app::Cell cell_of(const app::Cell& cell) {
  if (cell.text.starts_with('#')) return {app::CellKind::number, cell.text.substr(1)};
  if (cell.text.starts_with('@')) return {app::CellKind::date, cell.text.substr(1)};
  return cell;
}

std::vector<app::Row> rows_of(std::string_view input) {
  std::vector<app::Row> rows;
  sheets::formats::DelimitedParser parser(';', [&rows](app::Row& record) {
    for (auto& cell : record.cells) cell = cell_of(cell);
    rows.push_back(record);
  });
  try {
    parser.add(input);
    parser.finish();
  } catch (const sheets::formats::Refused&) {
  }
  return rows;
}

void hold_check(const app::ImportedCheck& item) {
  hold(item.who.email || item.who.phone || !item.who.member_number.empty(), "a check is somebody's");
  hold(!app::keys_of(item.who).empty(), "its customer can be looked for");
  if (item.undecided_amount) {
    const auto decided = app::decide_amount(item, {.comma_line = 2, .dot_line = 0});
    if (decided) hold(!domain::bonus_check_fault(decided->check), "a check is a good one once its amount is known");
    return;
  }
  hold(!domain::bonus_check_fault(item.check), "a check that is imported is a good one");
}

void hold_refusal(const app::ImportRefusal& refusal, std::int64_t line) {
  hold(!refusal.reason.empty(), "what is refused says why");
  app::ImportRow row;
  row.line = line;
  row.outcome = app::ImportOutcome::refused;
  row.refusal = refusal;
  std::string csv;
  app::append_refusals_csv(csv, {row});
  for (const std::string_view formula : {"\"=", "\"+", "\"-", "\"@"})
    hold(csv.find(";" + std::string(formula)) == std::string::npos, "nothing in the list is a formula");
}

}  // namespace

void run_one(std::string_view input) {
  if (!is_utf8(input)) return;
  static const auto shop = account();
  const auto rows = rows_of(input);
  const auto columns = app::find_import_columns(rows, {}, "SEK");
  if (!columns) return hold_field(columns.error());
  for (const auto& row : rows) {
    const auto read = app::read_import_row(row, *columns, shop, [](const std::string& text, const app::Account& account) {
      return rule::parse_bonus_field(json::value(text), account);
    });
    hold(read.line == row.line, "a row keeps its line");
    for (const auto& item : read.items)
      std::holds_alternative<app::ImportedCheck>(item) ? hold_check(std::get<app::ImportedCheck>(item))
                                                       : hold_refusal(std::get<app::ImportRefusal>(item), row.line);
  }
}

}  // namespace kassabro::fuzz
