#pragma once

#include "app/doctor.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/readers.hpp"

namespace kassabro::store::sqlite {

class SqliteDoctorReader final : public app::DoctorReader {
 public:
  explicit SqliteDoctorReader(ReadPool& pool) : pool_(pool) {}
  Async<std::vector<app::Finding>> list(std::optional<app::AccountId> account, std::size_t count_max) override;

 private:
  ReadPool& pool_;
};

}  // namespace kassabro::store::sqlite
