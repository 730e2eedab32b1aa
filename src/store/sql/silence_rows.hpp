#pragma once

#include "app/silences.hpp"
#include "store/sql/connection.hpp"
#include "store/sql/readers.hpp"

namespace kassabro::store::sql {

class SqlSilenceTable final : public app::SilenceTable {
 public:
  explicit SqlSilenceTable(Connection& connection) : connection_(connection) {}
  bool note_purchase(app::AccountId account, domain::ContactId contact, Timestamp at) override;
  bool reach(app::AccountId account, const app::SilentCustomer& customer, app::SilenceStep step) override;

 private:
  Connection& connection_;
};

class SqlSilenceReader final : public app::SilenceReader {
 public:
  explicit SqlSilenceReader(ReadPool& pool) : pool_(pool) {}
  Async<std::vector<app::SilentCustomer>> list(app::AccountId account, app::SilenceStep step, Timestamp after, Timestamp until,
                                               std::size_t count_max) override;
  Async<bool> has_reached(app::AccountId account, domain::ContactId contact, app::SilenceStep step) override;

 private:
  ReadPool& pool_;
};

}  // namespace kassabro::store::sql
