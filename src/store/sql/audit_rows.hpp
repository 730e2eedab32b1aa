#pragma once

#include "app/audit_log.hpp"
#include "store/sql/read_pool.hpp"
#include "store/sql/writer.hpp"
#include "store/vault.hpp"

namespace kassabro::store::sql {

class SqlAuditLog final : public app::AuditLog {
 public:
  SqlAuditLog(Writer& writer, ReadPool& pool, const Vault& vault) : writer_(writer), pool_(pool), vault_(vault) {}
  Async<std::string> append(app::AuditEntry entry) override;
  Async<std::vector<app::AuditEntry>> list(app::AccountId account, std::optional<std::int64_t> before,
                                           std::size_t count_max) override;
  Async<std::vector<app::AuditChain>> verify() override;

 private:
  Async<app::AuditChain> verify_chain(app::AccountId account);

  Writer& writer_;
  ReadPool& pool_;
  const Vault& vault_;
};

}  // namespace kassabro::store::sql
