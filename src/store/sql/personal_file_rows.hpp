#pragma once

#include "app/personal_file.hpp"
#include "store/sql/readers.hpp"

namespace kassabro::store::sql {

class SqlPersonalFileReader final : public app::PersonalFileReader {
 public:
  explicit SqlPersonalFileReader(ReadPool& pool) : pool_(pool) {}
  Async<app::PersonalRows> read(app::AccountId account, domain::ContactId contact) override;
  Async<std::vector<app::OrderText>> list_orders(app::AccountId account, domain::ContactId contact,
                                                 std::optional<app::OrderPlace> before, std::size_t count_max) override;

 private:
  ReadPool& pool_;
};

}  // namespace kassabro::store::sql
