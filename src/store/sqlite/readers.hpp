#pragma once

#include "app/readers.hpp"
#include "store/sqlite/connection.hpp"
#include "store/vault.hpp"

namespace kassabro::store::sqlite {

// A read connection for each thread, opened at its first use and closed with the pool.
class ReadPool {
 public:
  explicit ReadPool(std::string path);
  ~ReadPool();
  ReadPool(const ReadPool&) = delete;
  ReadPool& operator=(const ReadPool&) = delete;
  Connection& mine();

 private:
  struct Shelf;
  std::string path_;
  std::shared_ptr<Shelf> shelf_;
};

class SqliteContactReader final : public app::ContactReader {
 public:
  explicit SqliteContactReader(ReadPool& pool) : pool_(pool) {}
  Async<std::optional<app::StoredContact>> find(app::AccountId account, domain::ContactId id) override;
  Async<std::optional<app::StoredContact>> find_by_keys(app::AccountId account,
                                                        const std::vector<domain::CustomerKey>& keys) override;
  Async<app::ConsentChoices> consent_choices(app::AccountId account, domain::ContactId id) override;

 private:
  ReadPool& pool_;
};

class SqliteOrderReader final : public app::OrderReader {
 public:
  explicit SqliteOrderReader(ReadPool& pool) : pool_(pool) {}
  Async<std::optional<app::StoredOrder>> find(app::AccountId account, std::string order_id) override;
  Async<std::vector<domain::Order>> list_latest(app::AccountId account, domain::ContactId contact,
                                                std::size_t count_max) override;
  Async<std::vector<std::string>> list_open(app::AccountId account, std::string after, std::size_t count_max) override;
  Async<std::vector<domain::Order>> list_completed(app::AccountId account, app::OrderPlace after, Timestamp until,
                                                   std::size_t count_max) override;

 private:
  ReadPool& pool_;
};

class SqliteBonusReader final : public app::BonusReader {
 public:
  explicit SqliteBonusReader(ReadPool& pool) : pool_(pool) {}
  Async<std::vector<domain::BonusCheck>> list(app::AccountId account, domain::ContactId contact) override;

 private:
  ReadPool& pool_;
};

class SqliteCardReader final : public app::CardReader {
 public:
  explicit SqliteCardReader(ReadPool& pool) : pool_(pool) {}
  Async<app::CardDetails> read(app::AccountId account, domain::ContactId contact, Wanted wanted) override;

 private:
  ReadPool& pool_;
};

class SqliteChannelPurchaseReader final : public app::ChannelPurchaseReader {
 public:
  explicit SqliteChannelPurchaseReader(ReadPool& pool) : pool_(pool) {}
  Async<std::vector<domain::Order>> list_latest(app::AccountId account, domain::ContactId contact,
                                                std::size_t count_max) override;

 private:
  ReadPool& pool_;
};

class SqliteAccountReader final : public app::AccountReader {
 public:
  SqliteAccountReader(ReadPool& pool, const Vault& vault) : pool_(pool), vault_(vault) {}
  Async<std::optional<app::Account>> find(app::AccountId id) override;
  Async<std::optional<app::Account>> find_by_token(const SecretString& token) override;
  Async<std::optional<app::Account>> find_by_basic_user(std::string user) override;
  Async<std::vector<app::Account>> list() override;
  Async<std::vector<app::AccountChanged>> list_changes(app::AccountId id, std::size_t count_max) override;

 private:
  ReadPool& pool_;
  const Vault& vault_;
};

}  // namespace kassabro::store::sqlite
