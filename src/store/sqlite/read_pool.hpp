#pragma once

#include <memory>
#include <string>

#include "store/sql/read_pool.hpp"

namespace kassabro::store::sqlite {

// A read connection for each thread, opened at its first use and closed with the pool.
class ReadPool final : public sql::ReadPool {
 public:
  explicit ReadPool(std::string path);
  ~ReadPool() override;
  ReadPool(const ReadPool&) = delete;
  ReadPool& operator=(const ReadPool&) = delete;

 private:
  struct Shelf;
  sql::Connection* mine() override;
  Async<void> run(app::AccountId account, std::function<void(sql::Connection&)> work) override;

  std::string path_;
  std::shared_ptr<Shelf> shelf_;
};

}  // namespace kassabro::store::sqlite
