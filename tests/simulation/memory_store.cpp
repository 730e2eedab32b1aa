#include "tests/simulation/memory_store.hpp"

#include "base/error.hpp"
#include "store/sql/table_set.hpp"
#include "store/sqlite/schema.hpp"

namespace kassabro::simulation {

using store::sql::Writer;

Database::Database()
    : connection_(":memory:", store::sqlite::OpenMode::read_write), watched_(connection_, [this] {
        if (faults.statement()) throw InfrastructureFailure("The statement failed.");
      }) {
  connection_.execute("PRAGMA foreign_keys = ON");
  migrate(connection_);
}

Writer::Ended Database::transact(Writer::Work& work) {
  try {
    if (faults.transaction()) throw InfrastructureFailure("The disk is full.");
    connection_.prepare("BEGIN IMMEDIATE")->run();
    store::sql::TableSet tables(watched_, vault_);
    const bool keep = work(tables.all(), watched_);
    connection_.prepare(keep ? "COMMIT" : "ROLLBACK")->run();
    if (faults.commit_answer()) throw InfrastructureFailure("The server went away.");
    return {};
  } catch (const std::exception&) {
    const auto failure = std::current_exception();
    if (sqlite3_get_autocommit(connection_.handle()) == 0) connection_.execute("ROLLBACK");
    return {failure};
  }
}

NodeBackend::NodeBackend(Database& database, WriteDelay delay, std::function<bool()> leads)
    : database_(database), writer_(database, std::move(delay)), readers_(database), leads_(std::move(leads)) {}

// A node that is killed before the first wait has ended has changed nothing; before the second, it never hears that it has.
void NodeBackend::NodeWriter::submit(app::AccountId, Work work, Done done) {
  delay_.wait(delay_.before(), [this, work = std::move(work), done = std::move(done)]() mutable {
    const auto ended = database_.transact(work);
    delay_.wait(delay_.after(), [ended, done = std::move(done)]() mutable { done(ended); });
  });
}

Async<void> NodeBackend::NodeReaders::run(app::AccountId /*account*/, std::function<void(store::sql::Connection&)> work) {
  work(database_.connection());
  co_return;
}

}  // namespace kassabro::simulation
