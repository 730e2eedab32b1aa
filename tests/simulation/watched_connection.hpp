#pragma once

#include <functional>
#include <memory>
#include <unordered_map>

#include "store/sqlite/connection.hpp"

namespace kassabro::simulation {

// A connection that asks before each statement whether it fails.
class WatchedConnection final : public store::sql::Connection {
 public:
  // Throws what the statement fails with.
  using Before = std::function<void()>;

  WatchedConnection(store::sqlite::Connection& inner, Before before) : inner_(inner), before_(std::move(before)) {}

  store::sql::Dialect dialect() const override { return inner_.dialect(); }
  store::sql::Use prepare(const char* sql) override;
  std::int64_t changes() override { return inner_.changes(); }
  void begin_reading() override { inner_.begin_reading(); }
  void end_reading() override { inner_.end_reading(); }

 private:
  class Watched;
  store::sqlite::Connection& inner_;
  Before before_;
  std::unordered_map<const char*, std::unique_ptr<store::sql::Statement>> statements_;
};

}  // namespace kassabro::simulation
