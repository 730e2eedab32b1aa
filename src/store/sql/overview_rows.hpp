#pragma once

#include "app/overview.hpp"
#include "store/sql/readers.hpp"

namespace kassabro::store::sql {

class SqlOverviewReader final : public app::OverviewReader {
 public:
  explicit SqlOverviewReader(ReadPool& pool) : pool_(pool) {}
  Async<app::Backlog> read_backlog(app::AccountId account) override;
  Async<app::Overview> read(app::AccountId account, Timestamp now) override;
  Async<std::vector<app::OverviewDay>> read_days(app::AccountId account, std::string zone, Timestamp now) override;

 private:
  ReadPool& pool_;
};

}  // namespace kassabro::store::sql
