#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kassabro::store::sql {

// A prepared statement of some SQL database. `step()` is true as long as there is a row; columns count from 0, parameters (?1, ?2 ...)
// from 1, and are null until they are bound. Everything that fails throws InfrastructureFailure.
class Statement {
 public:
  Statement() = default;
  virtual ~Statement() = default;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  virtual Statement& bind(int place, std::int64_t value) = 0;
  virtual Statement& bind(int place, std::string_view text) = 0;
  virtual Statement& bind_blob(int place, std::string_view bytes) = 0;
  virtual Statement& bind_null(int place) = 0;

  virtual bool step() = 0;
  virtual void run() = 0;  // to the end; to a server it may only be sent, and whatever waits next throws what it failed with
  virtual void reset() = 0;

  virtual std::int64_t integer(int column) const = 0;
  virtual std::string_view text_view(int column) const = 0;  // text or bytes; until the next step
  virtual bool is_null(int column) const = 0;
  std::string text(int column) const { return std::string(text_view(column)); }
};

// Resets a shared statement when its use ends, so that it holds no read lock.
class Use {
 public:
  explicit Use(Statement& statement) : statement_(statement) {}
  ~Use() { statement_.reset(); }
  Use(const Use&) = delete;
  Use& operator=(const Use&) = delete;
  Statement* operator->() { return &statement_; }
  Statement& operator*() { return statement_; }

 private:
  Statement& statement_;
};

enum class Dialect { sqlite, postgres };

// What the statements of the tables speak to: SQLite's file or a PostgreSQL session. They are written in what both understand, and
// SQLite's hints, which the other does not need (postgres/dialect.hpp).
class Connection {
 public:
  Connection() = default;
  virtual ~Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  virtual Dialect dialect() const = 0;
  // The statement of a constant text, prepared once. `sql` must be a string literal: its address is the key.
  virtual Use prepare(const char* sql) = 0;
  // Rows that the latest statement has changed.
  virtual std::int64_t changes() = 0;

  // Several reads of one moment: see ReadScope. Ending throws nothing.
  virtual void begin_reading() = 0;
  virtual void end_reading() = 0;
};

class ReadScope {
 public:
  explicit ReadScope(Connection& connection) : connection_(connection) { connection_.begin_reading(); }
  ~ReadScope() { connection_.end_reading(); }
  ReadScope(const ReadScope&) = delete;
  ReadScope& operator=(const ReadScope&) = delete;

 private:
  Connection& connection_;
};

}  // namespace kassabro::store::sql
