#include "store/sqlite/connection.hpp"

#include "base/error.hpp"

namespace kassabro::store::sqlite {
namespace {

// SQLite counts every byte it allocates under one lock of the process; all threads that search would meet there.
void set_up_library() {
  static const int done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(done);  // refused if somebody opened a database before: it works all the same
}

[[noreturn]] void throw_failure(sqlite3* database, int code) {
  const std::string text = database == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(database);
  switch (code & 0xFF) {
    case SQLITE_FULL: throw InfrastructureFailure("The disk is full: " + text);
    case SQLITE_READONLY: throw InfrastructureFailure("The data folder cannot be written: " + text);
    case SQLITE_CANTOPEN: throw InfrastructureFailure("The database file cannot be opened: " + text);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: throw InfrastructureFailure("The database file is damaged: " + text);
    default: throw InfrastructureFailure("The database failed: " + text);
  }
}

}  // namespace

Statement::Statement(sqlite3* database, std::string_view sql) : database_(database) {
  const int code =
      sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
  if (code != SQLITE_OK) throw_failure(database, code);
}

Statement& Statement::bind(int place, std::int64_t value) {
  if (const int code = sqlite3_bind_int64(statement_, place, value); code != SQLITE_OK) throw_failure(database_, code);
  return *this;
}

Statement& Statement::bind(int place, std::string_view text) {
  const char* data = text.data() == nullptr ? "" : text.data();
  const int code = sqlite3_bind_text64(statement_, place, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  if (code != SQLITE_OK) throw_failure(database_, code);
  return *this;
}

Statement& Statement::bind_blob(int place, std::string_view bytes) {
  const char* data = bytes.data() == nullptr ? "" : bytes.data();
  const int code = sqlite3_bind_blob64(statement_, place, data, bytes.size(), SQLITE_TRANSIENT);
  if (code != SQLITE_OK) throw_failure(database_, code);
  return *this;
}

Statement& Statement::bind_null(int place) {
  if (const int code = sqlite3_bind_null(statement_, place); code != SQLITE_OK) throw_failure(database_, code);
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  throw_failure(database_, code);
}

void Statement::run() {
  while (step()) {
  }
}

void Statement::reset() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

std::string_view Statement::text_view(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return data == nullptr ? std::string_view{}
                         : std::string_view(data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

Connection::Connection(const std::string& path, OpenMode mode) {
  set_up_library();
  const int flags = (mode == OpenMode::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) |
                    SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  const int code = sqlite3_open_v2(path.c_str(), &database_, flags, nullptr);
  if (code != SQLITE_OK) {
    const std::string text = sqlite3_errstr(code);
    sqlite3_close(database_);
    throw InfrastructureFailure("The database " + path + " cannot be opened: " + text + ".");
  }
  sqlite3_busy_timeout(database_, busy_timeout_ms);  // before any PRAGMA: those take locks too
}

Connection::~Connection() {
  statements_.clear();
  sqlite3_close(database_);
}

void Connection::begin_reading() { prepare("BEGIN")->run(); }

// Nothing was changed, so there is nothing to lose when ending fails.
void Connection::end_reading() {
  try {
    prepare("COMMIT")->run();
  } catch (const InfrastructureFailure&) {
    sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

sql::Use Connection::prepare(const char* sql) {
  auto& statement = statements_[sql];
  if (!statement) statement = std::make_unique<Statement>(database_, sql);
  return sql::Use(*statement);
}

void Connection::execute(const char* sql) {
  if (const int code = sqlite3_exec(database_, sql, nullptr, nullptr, nullptr); code != SQLITE_OK)
    throw_failure(database_, code);
}

}  // namespace kassabro::store::sqlite
