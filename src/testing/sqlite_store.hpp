#pragma once

#include <memory>
#include <string>

#include "store/sqlite/connection.hpp"
#include "store/sqlite/store.hpp"
#include "testing/run.hpp"
#include "testing/temporary_folder.hpp"

namespace kassabro::testing {

// The real store on a file of its own.
class SqliteFile {
 public:
  SqliteFile() { open(); }

  store::sqlite::SqliteStore& operator*() { return *store_; }
  store::sqlite::SqliteStore* operator->() { return store_.get(); }
  const std::string& path() const { return path_; }
  const TemporaryFolder& folder() const { return folder_; }

  // Closes the file and opens it again, as a restart does.
  void reopen() {
    store_.reset();
    open();
  }

  template <class Work>
  void write(Work work) {
    run(store_->unit_of_work().run(app::no_account_yet, [&](app::Tables& tables) {
      work(tables);
      return true;
    }));
  }

  // What a statement of one number says: `count("SELECT count(*) FROM inbox")`.
  std::int64_t count(const std::string& sql) const {
    store::sqlite::Connection connection(path_, store::sqlite::OpenMode::read_only);
    store::sqlite::Statement statement(connection.handle(), sql);
    return statement.step() ? statement.integer(0) : 0;
  }

  void execute(const std::string& sql) {
    store::sqlite::Connection connection(path_, store::sqlite::OpenMode::read_write);
    connection.execute(sql.c_str());
  }

 private:
  void open() {
    store_ = std::make_unique<store::sqlite::SqliteStore>(path_, store::Vault::open_or_create(folder_.file("key")));
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.file("kassabro.db");
  std::unique_ptr<store::sqlite::SqliteStore> store_;
};

}  // namespace kassabro::testing
