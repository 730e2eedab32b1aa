#pragma once

#include "app/receipt_links.hpp"
#include "store/sql/readers.hpp"
#include "store/sql/writer.hpp"

namespace kassabro::store::sql {

class SqlReceiptLinks final : public app::ReceiptLinkStore {
 public:
  SqlReceiptLinks(Writer& writer, ReadPool& pool, const Vault& vault) : writer_(writer), pool_(pool), vault_(vault) {}
  Async<SecretString> find_or_keep(app::ReceiptLink link, SecretString fresh) override;
  Async<std::optional<app::ReceiptLink>> find(SecretString token) override;
  Async<std::size_t> forget_expired(app::AccountId account, Timestamp at) override;

 private:
  Writer& writer_;
  ReadPool& pool_;
  const Vault& vault_;
};

class SqlReceiptRequestTable final : public app::ReceiptRequestTable {
 public:
  explicit SqlReceiptRequestTable(Connection& connection) : connection_(connection) {}
  void ask(app::AccountId account, std::string_view order_id, Timestamp at) override;
  bool take(app::AccountId account, std::string_view order_id) override;
  std::size_t forget(app::AccountId account, Timestamp asked_before) override;

 private:
  Connection& connection_;
};

}  // namespace kassabro::store::sql
