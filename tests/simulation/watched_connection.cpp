#include "tests/simulation/watched_connection.hpp"

namespace kassabro::simulation {

using store::sql::Statement;

// Counts once from its first step to its end.
class WatchedConnection::Watched final : public Statement {
 public:
  Watched(Statement& inner, Before& before) : inner_(inner), before_(before) {}

  Statement& bind(int place, std::int64_t value) override {
    inner_.bind(place, value);
    return *this;
  }
  Statement& bind(int place, std::string_view text) override {
    inner_.bind(place, text);
    return *this;
  }
  Statement& bind_blob(int place, std::string_view bytes) override {
    inner_.bind_blob(place, bytes);
    return *this;
  }
  Statement& bind_null(int place) override {
    inner_.bind_null(place);
    return *this;
  }

  bool step() override {
    begin();
    return inner_.step();
  }
  void run() override {
    begin();
    inner_.run();
  }
  void reset() override {
    has_begun_ = false;
    inner_.reset();
  }

  std::int64_t integer(int column) const override { return inner_.integer(column); }
  std::string_view text_view(int column) const override { return inner_.text_view(column); }
  bool is_null(int column) const override { return inner_.is_null(column); }

 private:
  void begin() {
    if (std::exchange(has_begun_, true)) return;
    before_();
  }

  Statement& inner_;
  Before& before_;
  bool has_begun_ = false;
};

// The inner statement lives as long as its connection.
store::sql::Use WatchedConnection::prepare(const char* sql) {
  auto& statement = statements_[sql];
  if (!statement) statement = std::make_unique<Watched>(*inner_.prepare(sql), before_);
  return store::sql::Use(*statement);
}

}  // namespace kassabro::simulation
