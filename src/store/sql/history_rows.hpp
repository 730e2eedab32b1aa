#pragma once

#include "app/history_table.hpp"
#include "store/sql/connection.hpp"
#include "store/sql/readers.hpp"

namespace kassabro::store::sql {

class SqlHistoryTable final : public app::HistoryTable {
 public:
  explicit SqlHistoryTable(Connection& connection) : connection_(connection) {}
  void add(app::AccountId account, const app::PastOrder& order) override;
  void mark(app::AccountId account, const app::PastOrder& order) override;
  void remove(app::AccountId account, const app::PastOrder& order) override;

 private:
  Connection& connection_;
};

class SqlHistoryReader final : public app::HistoryReader {
 public:
  explicit SqlHistoryReader(ReadPool& pool) : pool_(pool) {}
  Async<std::vector<app::PastOrder>> list_round(app::AccountId account, domain::ContactId after,
                                                std::size_t count_max) override;
  Async<std::size_t> count(app::AccountId account, std::size_t count_max) override;

 private:
  ReadPool& pool_;
};

}  // namespace kassabro::store::sql
