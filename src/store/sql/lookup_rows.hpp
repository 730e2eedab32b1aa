#pragma once

#include "app/lookup_log.hpp"
#include "store/sql/writer.hpp"

namespace kassabro::store::sql {

class SqlLookups final : public app::LookupStore {
 public:
  explicit SqlLookups(Writer& writer) : writer_(writer) {}
  Async<void> save(app::AccountId account, std::vector<app::Lookup> lookups) override;
  Async<std::size_t> forget(app::AccountId account, Timestamp before, std::size_t count_max) override;

 private:
  Writer& writer_;
};

}  // namespace kassabro::store::sql
