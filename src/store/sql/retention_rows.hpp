#pragma once

#include "app/retention.hpp"
#include "store/sql/read_pool.hpp"
#include "store/sql/writer.hpp"

namespace kassabro::store::sql {

// A reader finds what is old; the writer, for which tills wait, only removes it.
class SqlRetention final : public app::RetentionStore {
 public:
  SqlRetention(Writer& writer, ReadPool& pool) : writer_(writer), pool_(pool) {}
  Async<std::size_t> remove(app::AccountId account, app::KeptKind kind, Timestamp before, std::size_t rows_max) override;

 private:
  Async<std::size_t> remove_import(app::AccountId account, Timestamp before, std::size_t rows_max);
  Async<std::size_t> forget_buyers(app::AccountId account, Timestamp before, std::size_t rows_max);

  Writer& writer_;
  ReadPool& pool_;
};

}  // namespace kassabro::store::sql
