#pragma once

#include "app/history_table.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/readers.hpp"

namespace kassabro::store::sqlite {

class SqliteHistoryTable final : public app::HistoryTable {
 public:
  explicit SqliteHistoryTable(Connection& connection) : connection_(connection) {}
  void add(app::AccountId account, const app::PastOrder& order) override;
  void mark(app::AccountId account, const app::PastOrder& order) override;
  void remove(app::AccountId account, const app::PastOrder& order) override;

 private:
  Connection& connection_;
};

class SqliteHistoryReader final : public app::HistoryReader {
 public:
  explicit SqliteHistoryReader(ReadPool& pool) : pool_(pool) {}
  Async<std::vector<app::PastOrder>> list_round(app::AccountId account, domain::ContactId after,
                                                std::size_t count_max) override;
  Async<std::size_t> count(app::AccountId account, std::size_t count_max) override;

 private:
  ReadPool& pool_;
};

}  // namespace kassabro::store::sqlite
