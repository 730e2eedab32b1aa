#pragma once

#include <functional>

#include "store/sql/read_pool.hpp"
#include "store/sql/store.hpp"
#include "store/sql/writer.hpp"
#include "store/vault.hpp"
#include "tests/simulation/watched_connection.hpp"

namespace kassabro::simulation {

// The database that all nodes share: the real tables and statements, on SQLite in memory.
class Database {
 public:
  Database();
  store::sql::Connection& connection() { return watched_; }
  const store::Vault& vault() const { return vault_; }

  // Runs a work as one transaction, at once.
  store::sql::Writer::Ended transact(store::sql::Writer::Work& work);

  // What may fail, asked each time; true: it does.
  struct Faults {
    std::function<bool()> transaction = [] { return false; };    // before anything is done, as on a full disk
    std::function<bool()> statement = [] { return false; };
    std::function<bool()> commit_answer = [] { return false; };  // all is done, and nobody hears it
  };
  Faults faults;

 private:
  store::Vault vault_{Digest{}};
  store::sqlite::Connection connection_;
  WatchedConnection watched_;
};

// How long a transaction takes before it is committed, and the news of it after.
struct WriteDelay {
  std::function<std::chrono::milliseconds()> before;
  std::function<std::chrono::milliseconds()> after;
  std::function<void(std::chrono::milliseconds, std::move_only_function<void()>)> wait;  // for the node's own
};

// One node's way to the database.
class NodeBackend final : public store::sql::Backend {
 public:
  NodeBackend(Database& database, WriteDelay delay, std::function<bool()> leads);
  store::sql::Writer& writer() override { return writer_; }
  store::sql::ReadPool& readers() override { return readers_; }
  const store::Vault& vault() const override { return database_.vault(); }
  bool is_shared() const override { return true; }
  bool leads() const override { return leads_(); }

 private:
  class NodeWriter final : public store::sql::Writer {
   public:
    NodeWriter(Database& database, WriteDelay delay) : database_(database), delay_(std::move(delay)) {}
    void submit(app::AccountId account, Work work, Done done) override;

   private:
    Database& database_;
    WriteDelay delay_;
  };
  class NodeReaders final : public store::sql::ReadPool {
   public:
    explicit NodeReaders(Database& database) : database_(database) {}

   private:
    store::sql::Connection* mine() override { return &database_.connection(); }
    Async<void> run(app::AccountId account, std::function<void(store::sql::Connection&)> work) override;
    Database& database_;
  };

  Database& database_;
  NodeWriter writer_;
  NodeReaders readers_;
  std::function<bool()> leads_;
};

}  // namespace kassabro::simulation
