#pragma once

#include <unistd.h>

#include <cstdlib>
#include <optional>
#include <string>

#include "store/postgres/connection.hpp"

namespace kassabro::testing {

// The server that script/test starts; absent: there is none, and what needs it is skipped.
inline std::optional<std::string> postgres_url() {
  const char* url = std::getenv("KASSABRO_TEST_POSTGRES");  // NOLINT(concurrency-mt-unsafe)
  return url == nullptr || *url == '\0' ? std::nullopt : std::optional<std::string>(url);
}

// A corner of that server for one test, gone at its end.
class PostgresSchema {
 public:
  PostgresSchema() { execute("CREATE SCHEMA " + name_); }
  ~PostgresSchema() { execute("DROP SCHEMA " + name_ + " CASCADE"); }
  PostgresSchema(const PostgresSchema&) = delete;
  PostgresSchema& operator=(const PostgresSchema&) = delete;

  std::string url() const { return *postgres_url() + "?options=-csearch_path%3D" + name_ + "&application_name=" + name_; }
  // Ends the sessions of this corner, as a server does that goes down.
  void break_sessions() const {
    execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '" + name_ + "'");
  }

 private:
  // In a session of its own: a test may break those that there are.
  static void execute(const std::string& sql) { store::postgres::Connection(postgres_url().value()).execute(sql); }

  static std::string next_name() {
    static int count = 0;
    return "t_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
  }

  std::string name_ = next_name();
};

}  // namespace kassabro::testing
