#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "base/error.hpp"
#include "main/checkup.hpp"
#include "store/postgres/schema.hpp"
#include "store/sql/account_rows.hpp"
#include "store/sqlite/schema.hpp"
#include "store/vault.hpp"

namespace kassabro::main {
namespace {

constexpr const char* sql_is_read_only =
    "SELECT CASE WHEN pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on' THEN 1 ELSE 0 END";

// Schema 12's, which refuse whoever alters or removes an entry.
constexpr const char* sql_guards_sqlite =
    "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_log'";
constexpr const char* sql_guards_postgres =
    "SELECT count(*) FROM pg_trigger WHERE tgrelid = 'audit_log'::regclass AND NOT tgisinternal AND tgenabled <> 'D'";
constexpr int guards_sqlite = 3;
constexpr int guards_postgres = 2;

void look_at_guards(store::sql::Connection& connection, const char* sql, int guards, const std::string& subject,
                    StoreLook& look) {
  auto query = connection.prepare(sql);
  if (!query->step() || query->integer(0) >= guards) return;
  look.troubles.push_back(
      {"audit_log_unguarded", Severity::error, subject,
       "Somebody has written to the database by hand: triggers that keep the audit log from being altered are gone.",
       "kassabro audit verify, and the seals in the server's log, tell whether it was. Then stop the server, kassabro store "
       "rollback, and start it: that makes them anew."});
}

// False: this program cannot work with it as it stands.
bool judge_schema(const std::string& subject, int stored, bool is_understood, Troubles& out) {
  constexpr auto known = [] { return store::sqlite::schema_version; };
  if (is_understood) return true;
  if (stored > known())
    out.push_back({"schema_newer", Severity::error, subject,
                   fmt::format("It was written by a newer Kassabro (schema {}, this program knows {}).", stored, known()),
                   "Install the newer Kassabro again; or let it take the store back: kassabro store rollback."});
  else if (stored == 0)
    out.push_back({"schema_missing", Severity::error, subject, "There are no tables of Kassabro's in it.",
                   "Start the server once, which makes them; or correct data.dir or store.url."});
  else
    out.push_back({"schema_older", Severity::warning, subject,
                   fmt::format("It has an older form (schema {}, this program writes {}).", stored, known()),
                   "Back it up, then start the server, which brings it up to date."});
  return false;
}

// Throws InfrastructureFailure when the rows themselves cannot be read, whatever the key is.
void read_through_accounts(store::sql::Connection& connection) {
  auto rows = connection.prepare("SELECT * FROM accounts");
  while (rows->step()) {
  }
}

// Reads accounts only if the form of their table is known.
void read_accounts(store::sql::Connection& connection, const std::string& key_path, StoreLook& look) {
  if (!std::filesystem::exists(key_path)) {
    look.is_usable = false;
    look.troubles.push_back(
        {"key_missing", Severity::error, key_path, "The key that opens the stored API keys and passwords is missing.",
         "Put secret.key back from where its back-up is kept. Without it all accounts must be added anew."});
    return;
  }
  read_through_accounts(connection);
  try {
    const auto vault = store::Vault::open_or_create(key_path);
    look.accounts = store::sql::list_accounts_after(connection, vault, 0, accounts_max);
    if (const auto names = vault.ring().names(); !names.next.empty() || names.keys.size() > 1)
      look.troubles.push_back({"key_exchange_unfinished", Severity::warning, key_path,
                               "An exchange of the key was begun and is not finished: the old key still opens what is sealed.",
                               "kassabro key rotate goes on; kassabro key list shows how far it is."});
  } catch (const InfrastructureFailure& failure) {
    look.is_usable = false;
    look.troubles.push_back(
        {"key_wrong", Severity::error, key_path, failure.what(), "Put back the secret.key that belongs to this database."});
  }
}

void look_at_file(const Config& config, StoreLook& look) {
  const auto path = config.data_dir + "/kassabro.db";
  if (!std::filesystem::exists(path)) {
    look.troubles.push_back({"database_missing", Severity::warning, path, "There is no database yet.",
                             "Start the server once, which makes it; or give the right data.dir (--config, --set)."});
    return;
  }
  struct stat status{};
  if (!std::filesystem::exists(path + "-shm") && ::stat(path.c_str(), &status) == 0 && status.st_uid != ::geteuid()) {
    look.troubles.push_back({"run_by_another_user", Severity::warning, path,
                             "It belongs to another user: looking into it would leave files there that the server cannot open.",
                             "Run commands as the service's user: sudo -u kassabro kassabro ..."});
    return;
  }
  store::sqlite::Connection connection(path, store::sqlite::OpenMode::read_only);
  look.is_usable =
      judge_schema(path, store::sqlite::stored_version(connection), store::sqlite::is_understood(connection), look.troubles);
  if (!look.is_usable) return;
  look_at_guards(connection, sql_guards_sqlite, guards_sqlite, path, look);
  read_accounts(connection, config.data_dir + "/secret.key", look);
}

void look_at_server(const Config& config, StoreLook& look) {
  store::postgres::Connection connection(config.store_url);
  connection.ready();
  look.is_usable = judge_schema("store.url", store::postgres::find_stored_version(connection),
                                store::postgres::is_understood(connection), look.troubles);
  auto query = connection.prepare(sql_is_read_only);
  if (query->step() && query->integer(0) != 0)
    look.troubles.push_back({"store_read_only", Severity::error, "store.url", "The database that answers takes no writes.",
                             "Is it a standby? Name all hosts in store.url, with target_session_attrs=read-write."});
  if (!look.is_usable) return;
  look_at_guards(connection, sql_guards_postgres, guards_postgres, "store.url", look);
  read_accounts(connection, config.data_dir + "/secret.key", look);
}

}  // namespace

StoreLook look_at_store(const Config& config) {
  StoreLook look;
  try {
    config.store_url.empty() ? look_at_file(config, look) : look_at_server(config, look);
  } catch (const InfrastructureFailure& failure) {
    look.is_usable = false;
    look.troubles.push_back({"store_unreadable", Severity::error, config.store_url.empty() ? config.data_dir : "store.url",
                             failure.what(), "docs/operations.md, Messages and what to do, says what helps against this one."});
  }
  return look;
}

}  // namespace kassabro::main
