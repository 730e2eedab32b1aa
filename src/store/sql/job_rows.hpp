#pragma once

#include "app/jobs.hpp"
#include "app/readers.hpp"
#include "store/sql/connection.hpp"
#include "store/sql/readers.hpp"

namespace kassabro::store::sql {

class SqlJobTable final : public app::JobTable {
 public:
  explicit SqlJobTable(Connection& connection) : connection_(connection) {}
  std::optional<app::Job> find(app::AccountId account, std::string_view kind) override;
  void save(const app::Job& job) override;
  void advance(app::AccountId account, std::string_view kind, const app::JobAdvance& advance, Timestamp at) override;

 private:
  Connection& connection_;
};

class SqlJobReader final : public app::JobReader {
 public:
  explicit SqlJobReader(ReadPool& pool) : pool_(pool) {}
  Async<std::optional<app::Job>> find(app::AccountId account, std::string kind) override;
  Async<std::vector<app::Job>> list(std::optional<app::AccountId> account) override;
  Async<std::vector<app::Job>> list_runnable() override;
  Async<std::vector<app::Job>> list_between(app::AccountId first, app::AccountId last) override;

 private:
  ReadPool& pool_;
};

class SqlLinkReader final : public app::LinkReader {
 public:
  explicit SqlLinkReader(ReadPool& pool) : pool_(pool) {}
  Async<std::vector<app::LinkedContact>> list(app::AccountId account, std::vector<std::int64_t> remote_ids) override;

 private:
  ReadPool& pool_;
};

}  // namespace kassabro::store::sql
