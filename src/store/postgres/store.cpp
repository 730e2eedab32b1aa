#include "store/postgres/store.hpp"

#include "base/error.hpp"
#include "store/postgres/node.hpp"
#include "store/postgres/read_pool.hpp"
#include "store/postgres/schema.hpp"
#include "store/postgres/writer.hpp"

namespace kassabro::store::postgres {
namespace {

constexpr const char* sql_keep_key_mark =
    "INSERT INTO remote_facts (account_id, name, value) VALUES (0, 'key_mark', ?1) ON CONFLICT DO NOTHING";
constexpr const char* sql_key_mark = "SELECT value FROM remote_facts WHERE account_id = 0 AND name = 'key_mark'";

std::string mark_of(const Vault& vault) {
  std::string mark;
  for (const auto byte : vault.token_digest("kassabro"))
    mark += "0123456789abcdef"[byte >> 4U], mark += "0123456789abcdef"[byte & 15U];
  return mark;
}

// Nodes with different keys could not read each other's secrets.
void check_key(Connection& connection, const Vault& vault) {
  connection.prepare(sql_keep_key_mark)->bind(1, mark_of(vault)).run();
  auto query = connection.prepare(sql_key_mark);
  if (query->step() && query->text(0) != mark_of(vault))
    throw InfrastructureFailure(
        "The database was written with another secret.key. Copy the key file of the first node into this node's data folder.");
}

class Server final : public sql::Backend {
 public:
  Server(const std::string& url, Vault vault)
      : vault_(std::move(vault)), url_(prepared(url, vault_)), writer_(url_, vault_, {}), readers_(url_, {}) {}
  sql::Writer& writer() override { return writer_; }
  sql::ReadPool& readers() override { return readers_; }
  const Vault& vault() const override { return vault_; }
  bool is_shared() const override { return true; }
  bool is_of_use_reading() const override { return true; }
  bool leads() const override { return node_ != nullptr && node_->leads(); }
  void watch_accounts(std::function<void(std::optional<app::AccountId>)> on_change) override {
    node_.reset();
    if (on_change) node_ = std::make_unique<Node>(url_, std::move(on_change), Node::Options{});
  }

 private:
  static std::string prepared(const std::string& url, const Vault& vault) {
    Connection connection(url);
    migrate(connection);
    check_key(connection, vault);
    return url;
  }

  Vault vault_;
  std::string url_;
  Writer writer_;
  ReadPool readers_;
  std::unique_ptr<Node> node_;
};

}  // namespace

PostgresStore::PostgresStore(const std::string& url, Vault vault) : SqlStore(std::make_unique<Server>(url, std::move(vault))) {}

}  // namespace kassabro::store::postgres
