#pragma once

#include <string>
#include <vector>

#include "store/postgres/connection.hpp"
#include "store/sqlite/connection.hpp"

namespace kassabro::store::transfer {

// A table as both databases have it.
struct Table {
  std::string name;
  std::vector<std::string> columns;
  std::vector<std::string> key;       // of PostgreSQL's primary key
  std::string identity;               // the column that PostgreSQL numbers; "": none
};

std::vector<Table> list_tables(postgres::Connection& target);

// How many rows, and what they hold: the same for the same rows in any order.
struct Fingerprint {
  std::int64_t rows = 0;
  std::uint64_t content = 0;
  friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

// Rows that are there already stay as they are.
Fingerprint copy_rows(sqlite::Connection& source, postgres::Connection& target, const Table& table);
Fingerprint fingerprint_of(postgres::Connection& target, const Table& table);
// What is numbered next comes after what was copied.
void number_on(postgres::Connection& target, const Table& table);
// What PostgreSQL plans by. It looks at a new table by itself, but a minute later; until then a card of a large shop took a second.
void gather_statistics(postgres::Connection& target, const Table& table);

}  // namespace kassabro::store::transfer
