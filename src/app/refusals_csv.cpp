#include "app/refusals_csv.hpp"

#include <array>
#include <span>

#include "app/import_row.hpp"

namespace kassabro::app {
namespace {

// Also behind blanks, which some programs skip.
bool is_formula(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return false;
  return std::string_view("=+-@|%").find(text[first]) != std::string_view::npos || text.front() == '\t' || text.front() == '\r';
}

void append_line(std::string& csv, std::span<const std::string> cells) {
  bool is_first = true;
  for (const auto& cell : cells) {
    csv += is_first ? "\"" : ";\"";
    if (is_formula(cell)) csv += '\'';
    for (const char c : cell) {
      if (c == '"') csv += '"';
      csv += c;
    }
    csv += '"';
    is_first = false;
  }
  csv += "\r\n";
}

std::string who_of(const ImportRow& row) {
  if (!row.refusal.who.empty()) return row.refusal.who;
  std::string text;
  for (const auto& key : keys_of(row.item.who)) text += (text.empty() ? "" : " ") + key.text;
  return text;
}

}  // namespace

std::string refusals_csv_head() {
  std::string csv = "\xEF\xBB\xBF";
  append_line(csv, std::array<std::string, 5>{"Line", "Column", "Reason", "Customer", "Bonus check"});
  return csv;
}

void append_refusals_csv(std::string& csv, const std::vector<ImportRow>& rows) {
  for (const auto& row : rows)
    append_line(csv, std::array<std::string, 5>{std::to_string(row.line), row.refusal.column, row.refusal.reason, who_of(row),
                                                row.refusal.check_id.empty() ? row.item.check.id : row.refusal.check_id});
}

}  // namespace kassabro::app
