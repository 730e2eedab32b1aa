#include "app/import_columns.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "app/import_titles.hpp"
#include "base/name_table.hpp"
#include "base/text.hpp"

namespace kassabro::app {
namespace {

constexpr NameTable<ImportField, import_field_count> field_names{{{ImportField::email, "email"},
                                                                  {ImportField::phone, "phone"},
                                                                  {ImportField::member_number, "membernumber"},
                                                                  {ImportField::check_id, "id"},
                                                                  {ImportField::name, "name"},
                                                                  {ImportField::value, "value"},
                                                                  {ImportField::currency, "currency"},
                                                                  {ImportField::valid_from, "validfrom"},
                                                                  {ImportField::valid_to, "validto"},
                                                                  {ImportField::description, "description"},
                                                                  {ImportField::bonus_list, "bonuschecks"}}};
constexpr NameTable<ImportShape, 2> shape_names{{{ImportShape::checks, "checks"}, {ImportShape::customers, "customers"}}};
constexpr std::size_t letters_max = 3;

Error cannot(std::string words) { return invalid("columns", std::move(words)); }

std::optional<std::size_t> place_of_letters(std::string_view letters) {
  if (letters.empty() || letters.size() > letters_max) return std::nullopt;
  std::size_t place = 0;
  for (const char c : letters) {
    const char upper = ascii_upper(c);
    if (upper < 'A' || upper > 'Z') return std::nullopt;
    place = place * 26 + static_cast<std::size_t>(upper - 'A') + 1;
  }
  return place - 1;
}

std::string title_of(const Cell& cell) { return cell.kind == CellKind::text ? with_plain_blanks(cell.text) : std::string(); }

// One row, read as titles.
struct Reading {
  ImportColumns columns;
  std::vector<std::string> faults;
  std::size_t found = 0;  // titles that are known
  bool is_complete() const { return faults.empty(); }
};

class TitleReader {
 public:
  TitleReader(const Row& row, const ColumnOptions& options, std::string_view usual_currency)
      : row_(row), options_(options), usual_currency_(usual_currency), is_taken_(row.cells.size()) {}

  Reading read() {
    reading_.columns.header_line = row_.line;
    for (const auto& cell : row_.cells) reading_.columns.titles.push_back(title_of(cell));
    for (const auto& mapping : options_.mapping) map(mapping);
    for (std::size_t i = 0; i < is_taken_.size(); ++i)
      if (!is_taken_[i]) recognise(i);
    judge();
    return std::move(reading_);
  }

 private:
  std::string column(std::size_t place) const {
    const auto& titles = reading_.columns.titles;
    const auto letters = column_letters(place);
    return place < titles.size() && !titles[place].empty() ? fmt::format("{} ({})", letters, titles[place]) : letters;
  }

  void map(const ColumnMapping& mapping) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < is_taken_.size(); ++i)
      if (const auto& title = reading_.columns.titles[i];
          !title.empty() && normal_title(title) == normal_title(mapping.column) && !normal_title(title).empty())
        places.push_back(i);
    if (!places.empty()) reading_.found += 1;
    if (places.empty())
      if (const auto place = place_of_letters(mapping.column)) places.push_back(*place);
    if (places.empty())
      reading_.faults.push_back(fmt::format("the mapping names a column \"{}\" that is not there", mapping.column));
    if (places.size() > 1)
      reading_.faults.push_back(fmt::format("the mapping names \"{}\", and several columns are called so", mapping.column));
    if (places.size() != 1) return;
    if (is_taken_.size() <= places[0]) is_taken_.resize(places[0] + 1);
    is_taken_[places[0]] = true;
    if (mapping.field) put(*mapping.field, places[0]);
  }

  void recognise(std::size_t place) {
    const auto& title = place < reading_.columns.titles.size() ? reading_.columns.titles[place] : "";
    if (title.empty()) return;
    const auto known = read_title(title, usual_currency_);
    const bool is_mapped =
        known && std::ranges::any_of(options_.mapping, [&](const auto& m) { return m.field == known->field; });
    if (!known || is_mapped) {
      reading_.columns.ignored.push_back(title);
      return;
    }
    reading_.found += 1;
    if (known->field == ImportField::value) reading_.columns.value_currency = known->currency;
    put(known->field, place);
  }

  void put(ImportField field, std::size_t place) {
    auto& known = reading_.columns.places[static_cast<std::size_t>(field)];
    if (known)
      reading_.faults.push_back(fmt::format("columns {} and {} may both be the {}; say which one by a mapping", column(*known),
                                            column(place), to_text(field)));
    known = place;
  }

  void judge() {
    auto& columns = reading_.columns;
    const bool is_list = columns.has(ImportField::bonus_list);
    columns.shape = is_list ? ImportShape::customers : ImportShape::checks;
    if (is_list && columns.has(ImportField::check_id) && columns.has(ImportField::value))
      reading_.faults.emplace_back(
          "there are columns of single checks (id and value) and of whole lists (bonuschecks); say by a "
          "mapping which are not to be read");
    std::vector<std::string> missing;
    if (!columns.has(ImportField::email) && !columns.has(ImportField::phone) && !columns.has(ImportField::member_number))
      missing.emplace_back("the customer (e-mail, phone or member number)");
    if (!is_list && !columns.has(ImportField::check_id)) missing.emplace_back("the check's id");
    if (!is_list && !columns.has(ImportField::value)) missing.emplace_back("the value");
    if (!missing.empty())
      reading_.faults.push_back(fmt::format("no column was found for {}", fmt::join(missing, ", nor for ")));
  }

  const Row& row_;
  const ColumnOptions& options_;
  std::string_view usual_currency_;
  std::vector<bool> is_taken_;
  Reading reading_;
};

Error fault_of(const Reading& reading, const Row& row) {
  std::vector<std::string> titles;
  for (std::size_t i = 0; i < reading.columns.titles.size(); ++i)
    if (!reading.columns.titles[i].empty())
      titles.push_back(fmt::format("{} {}", column_letters(i), quoted_cell(reading.columns.titles[i])));
  return cannot(fmt::format("Line {} was read as the titles of the columns, but {}. The titles are: {}.", row.line,
                            fmt::join(reading.faults, "; "), fmt::join(titles, ", ")));
}

Result<ImportColumns> without_titles(const std::vector<Row>& rows, const ColumnOptions& options,
                                     std::string_view usual_currency) {
  Row none;
  for (const auto& row : rows) none.cells.resize(std::max(none.cells.size(), row.cells.size()));
  auto reading = TitleReader(none, options, usual_currency).read();
  if (reading.is_complete()) return std::move(reading.columns);
  return fail(cannot(fmt::format("The file is said to have no titles, but {}.", fmt::join(reading.faults, "; "))));
}

}  // namespace

std::string_view to_text(ImportField field) { return name_in(field_names, field); }
std::optional<ImportField> parse_import_field(std::string_view text) { return value_in(field_names, text); }
std::string_view to_text(ImportShape shape) { return name_in(shape_names, shape); }
std::optional<ImportShape> parse_import_shape(std::string_view text) { return value_in(shape_names, text); }

std::string column_letters(std::size_t place) {
  std::string letters;
  for (auto rest = place + 1; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters;
}

const Cell& ImportColumns::cell(const Row& row, ImportField field) const {
  static const Cell empty;
  const auto& place = places[static_cast<std::size_t>(field)];
  return place && *place < row.cells.size() ? row.cells[*place] : empty;
}

std::string ImportColumns::name_of(ImportField field) const {
  const auto& place = places[static_cast<std::size_t>(field)];
  if (!place) return std::string(to_text(field));
  const auto letters = column_letters(*place);
  return *place < titles.size() && !titles[*place].empty() ? fmt::format("{} ({})", letters, titles[*place]) : letters;
}

Result<ImportColumns> find_import_columns(const std::vector<Row>& rows, const ColumnOptions& options,
                                          std::string_view usual_currency) {
  if (options.header_line == 0) return without_titles(rows, options, usual_currency);
  constexpr std::size_t titles_min = 2;  // one known word may stand in any heading
  std::optional<Reading> best;
  const Row* best_row = nullptr;
  for (const auto& row : rows) {
    if (options.header_line && row.line != *options.header_line) continue;
    auto reading = TitleReader(row, options, usual_currency).read();
    const bool counts = reading.found >= titles_min || options.header_line;
    if (counts && reading.is_complete()) return std::move(reading.columns);
    if (counts && (!best || best->found < reading.found)) {
      best = std::move(reading);
      best_row = &row;
    }
  }
  if (best) return fail(fault_of(*best, *best_row));
  return fail(cannot(fmt::format(
      "No row with the titles of the columns was found among the first {} rows. Expected are e-mail, phone or member "
      "number, and id and value, or Sitoo-Contact.bonuschecks; other titles can be mapped.",
      header_rows_max)));
}

}  // namespace kassabro::app
