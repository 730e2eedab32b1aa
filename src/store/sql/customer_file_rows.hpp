#pragma once

#include "app/customer_file.hpp"
#include "store/sql/readers.hpp"

namespace kassabro::store::sql {

class SqlCustomerFileReader final : public app::CustomerFileReader {
 public:
  explicit SqlCustomerFileReader(ReadPool& pool) : pool_(pool) {}
  Async<std::optional<app::CustomerFile>> read(app::AccountId account, domain::ContactId contact) override;
  Async<std::vector<app::Happening>> timeline(app::AccountId account, domain::ContactId contact,
                                              std::optional<Timestamp> before, std::size_t count) override;
  Async<std::optional<std::string>> latest_order(app::AccountId account) override;

 private:
  ReadPool& pool_;
};

}  // namespace kassabro::store::sql
