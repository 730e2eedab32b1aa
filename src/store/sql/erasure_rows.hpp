#pragma once

#include "app/erasures.hpp"
#include "store/sql/connection.hpp"
#include "store/sql/readers.hpp"

namespace kassabro::store::sql {

class SqlErasureTable final : public app::ErasureTable {
 public:
  explicit SqlErasureTable(Connection& connection) : connection_(connection) {}
  app::RemovedPerson remove_person(app::AccountId account, const domain::Contact& contact) override;
  std::size_t remove_rows(app::AccountId account, const std::vector<app::SourcePlace>& rows) override;
  void save(const app::Erasure& erasure) override;
  bool is_leaving(app::AccountId account, const std::vector<domain::CustomerKey>& keys) override;
  std::optional<app::Erasure> find(app::AccountId account, app::ErasureId id) override;

 private:
  Connection& connection_;
};

class SqlErasureReader final : public app::ErasureReader {
 public:
  explicit SqlErasureReader(ReadPool& pool) : pool_(pool) {}
  Async<std::optional<app::Erasure>> find(app::AccountId account, app::ErasureId id) override;
  Async<std::vector<app::Erasure>> list(app::AccountId account, std::size_t count_max) override;
  Async<std::vector<app::Erasure>> list_open(app::AccountId account, std::size_t count_max) override;
  Async<std::vector<app::SourceRow>> read_source(app::AccountId account, app::SourcePlace after,
                                                 std::size_t count_max) override;

 private:
  ReadPool& pool_;
};

}  // namespace kassabro::store::sql
