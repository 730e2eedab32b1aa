#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "store/sql/connection.hpp"

namespace kassabro::store::sqlite {

class Statement final : public sql::Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);
  ~Statement() override { sqlite3_finalize(statement_); }

  Statement& bind(int place, std::int64_t value) override;
  Statement& bind(int place, std::string_view text) override;
  Statement& bind_blob(int place, std::string_view bytes) override;
  Statement& bind_null(int place) override;

  bool step() override;
  void run() override;
  void reset() override;

  std::int64_t integer(int column) const override { return sqlite3_column_int64(statement_, column); }
  std::string_view text_view(int column) const override;
  bool is_null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

 private:
  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
};

enum class OpenMode { read_only, read_write };

constexpr int busy_timeout_ms = 10'000;  // how long a connection waits for another's lock

class Connection final : public sql::Connection {
 public:
  Connection(const std::string& path, OpenMode mode);
  ~Connection() override;

  sql::Dialect dialect() const override { return sql::Dialect::sqlite; }
  sql::Use prepare(const char* sql) override;
  void execute(const char* sql);  // several statements, no parameters
  std::int64_t changes() override { return sqlite3_changes64(database_); }
  void begin_reading() override;
  void end_reading() override;
  sqlite3* handle() { return database_; }

 private:
  sqlite3* database_ = nullptr;
  std::unordered_map<const char*, std::unique_ptr<Statement>> statements_;
};

}  // namespace kassabro::store::sqlite
