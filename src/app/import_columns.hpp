#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/import_cell.hpp"

namespace kassabro::app {

// What a column of a file of bonus checks holds.
enum class ImportField {
  email,
  phone,
  member_number,
  check_id,
  name,
  value,
  currency,
  valid_from,
  valid_to,
  description,
  bonus_list,  // the marketing platform's own list of a customer's checks, as JSON
};
inline constexpr std::size_t import_field_count = 11;

// "email", "id", "bonuschecks" ...: as a mapping names the field.
std::string_view to_text(ImportField field);
std::optional<ImportField> parse_import_field(std::string_view text);

enum class ImportShape {
  checks,     // one row a check
  customers,  // one row a customer, with all their checks as JSON in one column
};
std::string_view to_text(ImportShape shape);
std::optional<ImportShape> parse_import_shape(std::string_view text);

// What the caller says of a column, by its title (compared as titles are) or its letter ("D"). No field: it is not read.
struct ColumnMapping {
  std::string column;
  std::optional<ImportField> field;
  friend bool operator==(const ColumnMapping&, const ColumnMapping&) = default;
};

// Which column holds what.
struct ImportColumns {
  ImportShape shape = ImportShape::checks;
  std::int64_t header_line = 0;  // 0: the file has no titles
  std::array<std::optional<std::size_t>, import_field_count> places{};
  std::vector<std::string> titles;   // of all columns, as they stand
  std::string value_currency;        // "Value (EUR)"; "" when the title names none
  std::vector<std::string> ignored;  // titles of the columns that are not read

  bool has(ImportField field) const { return places[static_cast<std::size_t>(field)].has_value(); }
  // An empty cell where the row ends before the column, or the file has no such column.
  const Cell& cell(const Row& row, ImportField field) const;
  // "D (Value)"
  std::string name_of(ImportField field) const;
};

// How the caller wants the titles to be found.
struct ColumnOptions {
  std::vector<ColumnMapping> mapping;
  std::optional<std::int64_t> header_line;  // 0: there are no titles, the mapping tells every column by its letter
  friend bool operator==(const ColumnOptions&, const ColumnOptions&) = default;
};

// Titles stand in one of the first rows; above them there may be headings.
inline constexpr std::size_t header_rows_max = 20;

// `rows`: the first rows of the file. Titles are known in English and Swedish, in any order and case, whatever blanks, signs and
// accents they have. `usual_currency` says which crown "Value (kr)" is.
// Errors, field "columns": no titles, a column that is missing, two that may be the same, a mapping that fits nothing.
Result<ImportColumns> find_import_columns(const std::vector<Row>& rows, const ColumnOptions& options,
                                          std::string_view usual_currency);

// "A", "Z", "AA" ...
std::string column_letters(std::size_t place);

}  // namespace kassabro::app
