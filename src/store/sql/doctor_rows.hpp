#pragma once

#include "app/doctor.hpp"
#include "store/sql/connection.hpp"
#include "store/sql/readers.hpp"

namespace kassabro::store::sql {

class SqlDoctorReader final : public app::DoctorReader {
 public:
  explicit SqlDoctorReader(ReadPool& pool) : pool_(pool) {}
  Async<std::vector<app::Finding>> list(std::optional<app::AccountId> account, std::size_t count_max) override;

 private:
  ReadPool& pool_;
};

}  // namespace kassabro::store::sql
