#pragma once

#include "app/key_ring.hpp"
#include "store/sql/writer.hpp"
#include "store/vault.hpp"

namespace kassabro::store::sql {

// What the tables hold sealed: credentials of accounts, tokens of receipts' links, and secrets of endpoints. A new sealed column is to be added here.
class SqlSealedSecrets final : public app::SealedSecrets {
 public:
  SqlSealedSecrets(Writer& writer, const Vault& vault) : writer_(writer), vault_(vault) {}
  Async<std::size_t> seal_some_anew() override;

 private:
  Async<std::size_t> seal_accounts(const std::string& prefix);
  Async<std::size_t> seal_links(const std::string& prefix);
  Async<std::size_t> seal_endpoints(const std::string& prefix);

  Writer& writer_;
  const Vault& vault_;
};

}  // namespace kassabro::store::sql
