#include "store/transfer/table_copy.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>

namespace kassabro::store::transfer {
namespace {

constexpr std::int64_t rows_at_once = 1'000;

constexpr const char* sql_columns =
    "SELECT table_name, column_name, CASE WHEN is_identity = 'YES' THEN 1 ELSE 0 END FROM information_schema.columns "
    "WHERE table_schema = current_schema() AND table_name <> 'kassabro_schema' ORDER BY table_name, ordinal_position";
constexpr const char* sql_keys =
    "SELECT c.relname, a.attname FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indrelid "
    "JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey) "
    "WHERE i.indisprimary AND c.relnamespace = current_schema()::regnamespace ORDER BY c.relname, array_position(i.indkey, "
    "a.attnum)";

// One text for each row, with what tells a missing value from an empty one.
void add_value(std::string& text, const sql::Statement& row, int column) {
  const bool is_null = row.is_null(column);
  const auto value = is_null ? std::string_view{} : row.text_view(column);
  text += is_null ? "-" : std::to_string(value.size());
  text += ':';
  text += value;
}

void add_row(Fingerprint& print, const sql::Statement& row, std::size_t columns) {
  std::string text;
  for (std::size_t i = 0; i < columns; ++i) add_value(text, row, static_cast<int>(i));
  ++print.rows;
  print.content += std::hash<std::string>{}(text);
}

std::string places(std::size_t count, std::size_t first = 1) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < count; ++i) all.push_back("$" + std::to_string(first + i));
  return fmt::format("{}", fmt::join(all, ", "));
}

std::string insert_into(const Table& table) {
  return fmt::format("INSERT INTO {} ({}) {}VALUES ({}) ON CONFLICT DO NOTHING", table.name, fmt::join(table.columns, ", "),
                     table.identity.empty() ? "" : "OVERRIDING SYSTEM VALUE ", places(table.columns.size()));
}

std::string page_of(const Table& table, bool is_first) {
  const auto key = fmt::format("{}", fmt::join(table.key, ", "));
  const auto after = is_first ? "" : fmt::format("WHERE ({}) > ({}) ", key, places(table.key.size()));
  return fmt::format("SELECT {} FROM {} {}ORDER BY {} LIMIT {}", fmt::join(table.columns, ", "), table.name, after, key,
                     rows_at_once);
}

// The key of a page's last row, and how many rows it had.
struct Page {
  std::vector<std::string> last_key;
  std::int64_t rows = 0;
};

Page read_page(postgres::Statement& query, const Table& table, Fingerprint& print) {
  Page page;
  while (query.step()) {
    add_row(print, query, table.columns.size());
    ++page.rows;
    page.last_key.clear();
    for (const auto& name : table.key) {
      const auto place = std::ranges::find(table.columns, name) - table.columns.begin();
      page.last_key.push_back(query.text(static_cast<int>(place)));
    }
  }
  query.reset();
  return page;
}

}  // namespace

std::vector<Table> list_tables(postgres::Connection& target) {
  std::vector<Table> tables;
  {
    auto query = target.prepare(sql_columns);
    while (query->step()) {
      if (tables.empty() || tables.back().name != query->text_view(0)) tables.push_back({query->text(0), {}, {}, {}});
      tables.back().columns.push_back(query->text(1));
      if (query->integer(2) != 0) tables.back().identity = query->text(1);
    }
  }
  auto query = target.prepare(sql_keys);
  while (query->step()) {
    const auto found = std::ranges::find(tables, query->text_view(0), &Table::name);
    if (found != tables.end()) found->key.push_back(query->text(1));
  }
  // What others refer to goes first.
  std::ranges::stable_partition(tables, [](const Table& table) { return table.name == "accounts"; });
  return tables;
}

Fingerprint copy_rows(sqlite::Connection& source, postgres::Connection& target, const Table& table) {
  Fingerprint print;
  sqlite::Statement rows(source.handle(), fmt::format("SELECT {} FROM {}", fmt::join(table.columns, ", "), table.name));
  postgres::Statement insert(target, insert_into(table), "copy_" + table.name);
  target.begin();
  while (rows.step()) {
    add_row(print, rows, table.columns.size());
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      if (!rows.is_null(static_cast<int>(i))) insert.bind(static_cast<int>(i) + 1, rows.text_view(static_cast<int>(i)));
    insert.run();
    insert.reset();
    if (print.rows % rows_at_once != 0) continue;
    target.commit();
    target.begin();
  }
  target.commit();
  return print;
}

Fingerprint fingerprint_of(postgres::Connection& target, const Table& table) {
  Fingerprint print;
  postgres::Statement first(target, page_of(table, true), "first_" + table.name);
  postgres::Statement next(target, page_of(table, false), "next_" + table.name);
  auto page = read_page(first, table, print);
  while (page.rows == rows_at_once) {
    for (std::size_t i = 0; i < page.last_key.size(); ++i) next.bind(static_cast<int>(i) + 1, page.last_key[i]);
    page = read_page(next, table, print);
  }
  return print;
}

void number_on(postgres::Connection& target, const Table& table) {
  if (table.identity.empty()) return;
  target.execute(
      fmt::format("SELECT setval(pg_get_serial_sequence('{0}', '{1}'), coalesce((SELECT max({1}) FROM {0}), 0) + 1, false)",
                  table.name, table.identity));
}

void gather_statistics(postgres::Connection& target, const Table& table) { target.execute("ANALYZE " + table.name); }

}  // namespace kassabro::store::transfer
