#pragma once

#include "app/readers.hpp"
#include "store/sql/read_pool.hpp"
#include "store/vault.hpp"

namespace kassabro::store::sql {

class SqlContactReader final : public app::ContactReader {
 public:
  explicit SqlContactReader(ReadPool& pool) : pool_(pool) {}
  Async<std::unique_ptr<app::StoredContact>> find(app::AccountId account, domain::ContactId id) override;
  Async<std::unique_ptr<app::StoredContact>> find_by_keys(app::AccountId account,
                                                          const std::vector<domain::CustomerKey>& keys) override;
  Async<app::ConsentChoices> consent_choices(app::AccountId account, domain::ContactId id) override;

 private:
  ReadPool& pool_;
};

class SqlOrderReader final : public app::OrderReader {
 public:
  explicit SqlOrderReader(ReadPool& pool) : pool_(pool) {}
  Async<std::optional<app::StoredOrder>> find(app::AccountId account, std::string order_id) override;
  Async<std::vector<domain::Order>> list_latest(app::AccountId account, domain::ContactId contact,
                                                std::size_t count_max) override;
  Async<std::vector<std::string>> list_open(app::AccountId account, std::string after, std::size_t count_max) override;
  Async<std::vector<domain::Order>> list_completed(app::AccountId account, app::OrderPlace after, Timestamp until,
                                                   std::size_t count_max) override;
  Async<app::TillCounts> count_by_till(app::AccountId account, Timestamp after, Timestamp until) override;

 private:
  ReadPool& pool_;
};

class SqlBonusReader final : public app::BonusReader {
 public:
  explicit SqlBonusReader(ReadPool& pool) : pool_(pool) {}
  Async<std::vector<domain::BonusCheck>> list(app::AccountId account, domain::ContactId contact) override;

 private:
  ReadPool& pool_;
};

class SqlCardReader final : public app::CardReader {
 public:
  explicit SqlCardReader(ReadPool& pool) : pool_(pool) {}
  Async<app::CardDetails> read(app::AccountId account, domain::ContactId contact, Wanted wanted) override;

 private:
  ReadPool& pool_;
};

class SqlChannelPurchaseReader final : public app::ChannelPurchaseReader {
 public:
  explicit SqlChannelPurchaseReader(ReadPool& pool) : pool_(pool) {}
  Async<std::vector<domain::Order>> list_latest(app::AccountId account, domain::ContactId contact,
                                                std::size_t count_max) override;

 private:
  ReadPool& pool_;
};

class SqlAccountReader final : public app::AccountReader {
 public:
  SqlAccountReader(ReadPool& pool, const Vault& vault) : pool_(pool), vault_(vault) {}
  Async<std::optional<app::Account>> find(app::AccountId id) override;
  Async<std::optional<app::Account>> find_by_token(const SecretString& token) override;
  Async<std::optional<app::Account>> find_by_basic_user(std::string user) override;
  Async<std::vector<app::Account>> list() override;
  Async<std::vector<app::Account>> list_after(app::AccountId after, std::size_t count_max) override;
  Async<std::vector<app::AccountChanged>> list_changes(app::AccountId id, std::size_t count_max) override;

 private:
  ReadPool& pool_;
  const Vault& vault_;
};

}  // namespace kassabro::store::sql
