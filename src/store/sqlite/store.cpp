#include "store/sqlite/store.hpp"

#include "store/sqlite/checkpointer.hpp"
#include "store/sqlite/read_pool.hpp"
#include "store/sqlite/writer.hpp"

namespace kassabro::store::sqlite {
namespace {

class File final : public sql::Backend {
 public:
  File(const std::string& path, Vault vault)
      : vault_(std::move(vault)), writer_(path, vault_, {}), readers_(path), checkpointer_(path, writer_, {}) {}
  sql::Writer& writer() override { return writer_; }
  sql::ReadPool& readers() override { return readers_; }
  const Vault& vault() const override { return vault_; }
  bool forget_removed() override { return checkpointer_.cut_log(); }

 private:
  Vault vault_;
  Writer writer_;
  ReadPool readers_;
  Checkpointer checkpointer_;  // after what it asks
};

}  // namespace

SqliteStore::SqliteStore(const std::string& path, Vault vault) : SqlStore(std::make_unique<File>(path, std::move(vault))) {}

}  // namespace kassabro::store::sqlite
