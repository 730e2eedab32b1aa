#pragma once

#include "app/imports.hpp"
#include "store/sql/connection.hpp"
#include "store/sql/readers.hpp"

namespace kassabro::store::sql {

class SqlImportTable final : public app::ImportTable {
 public:
  explicit SqlImportTable(Connection& connection) : connection_(connection) {}

  std::optional<app::Import> find(app::AccountId account, app::ImportId id) override;
  std::optional<app::Import> find_same(app::AccountId account, std::string_view file_digest,
                                       const app::ImportOptions& options) override;
  void save(const app::Import& import) override;
  std::int64_t last_position(app::ImportId id) override;
  std::size_t remove_rows(app::ImportId id, std::size_t count_max) override;
  void save_row(app::ImportId id, const app::ImportRow& row) override;
  std::vector<app::ImportRow> list_rows(app::ImportId id, std::int64_t after_position, std::size_t count_max) override;
  std::vector<app::ImportRow> list_same_check(app::ImportId id, std::string_view owner, std::string_view check_id) override;

 private:
  Connection& connection_;
};

class SqlImportReader final : public app::ImportReader {
 public:
  explicit SqlImportReader(ReadPool& pool) : pool_(pool) {}

  Async<std::optional<app::Import>> find(app::AccountId account, app::ImportId id) override;
  Async<std::vector<app::Import>> list(std::optional<app::AccountId> account) override;
  Async<std::vector<app::ImportRow>> list_rows(app::ImportRowFilter filter) override;
  Async<std::vector<app::ImportCount>> count_rows(app::ImportId id) override;

 private:
  ReadPool& pool_;
};

}  // namespace kassabro::store::sql
