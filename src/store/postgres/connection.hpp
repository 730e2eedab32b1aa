#pragma once

#include <libpq-fe.h>

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/sql/connection.hpp"

namespace kassabro::store::postgres {

struct FreeResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using ResultPtr = std::unique_ptr<PGresult, FreeResult>;

class Connection;

// A statement of one session. `run()` does not wait: it is on its way, and what it fails with is thrown by whatever waits next.
class Statement final : public sql::Statement {
 public:
  Statement(Connection& connection, std::string_view sql, std::string name);

  Statement& bind(int place, std::int64_t value) override;
  Statement& bind(int place, std::string_view text) override;
  Statement& bind_blob(int place, std::string_view bytes) override;
  Statement& bind_null(int place) override;
  bool step() override;
  void run() override;
  void reset() override;
  std::int64_t integer(int column) const override;
  std::string_view text_view(int column) const override;
  bool is_null(int column) const override;

 private:
  friend class Connection;
  std::optional<std::string>& parameter(int place);
  void send();

  Connection& connection_;
  std::string name_;
  std::vector<Oid> types_;
  std::vector<std::optional<std::string>> parameters_;
  ResultPtr result_;
  bool is_sent_ = false;
  int row_ = -1;
};

// One session, in libpq's pipeline mode: what nobody waits for is sent together. Not for several threads at once. Everything that fails
// throws InfrastructureFailure; a session that is lost is opened anew by `ready`.
class Connection final : public sql::Connection {
 public:
  // `url`: postgresql://user:password@host:port/name; several hosts, and target_session_attrs=read-write, as libpq understands them.
  explicit Connection(std::string url);
  ~Connection() override;

  // Opens the session if it is not open. Throws when there is no server; for a second after that at once.
  void ready();

  sql::Dialect dialect() const override { return sql::Dialect::postgres; }
  sql::Use prepare(const char* sql) override;
  std::int64_t changes() override;
  void begin_reading() override;
  void end_reading() override;

  void begin();
  void commit();  // waits until it is on the disks
  void roll_back() noexcept;  // all of it
  void send(const char* sql);  // one statement without parameters, that nobody waits for
  void wait();  // for all that was sent; throws what the first of it failed with
  bool is_lost() const { return session_ == nullptr || PQstatus(session_.get()) != CONNECTION_OK; }

  void execute(const std::string& sql);  // several statements; waits

  // What other sessions have told by NOTIFY on the channels that this one listens to: the payloads in their order.
  std::optional<std::string> next_notice();
  // True: something came. Throws when the session is lost.
  bool wait_for_input(std::chrono::milliseconds patience);

 private:
  friend class Statement;
  struct Finish {
    void operator()(PGconn* session) const { PQfinish(session); }
  };

  void prepare_on_server(Statement& statement, const std::string& sql);
  void note(PGresult* result, Statement* owner);
  ResultPtr next_result();
  void await_answer();
  [[noreturn]] void fail();
  [[noreturn]] void give_up(const std::string& why);

  std::string url_;
  std::unique_ptr<PGconn, Finish> session_;
  std::unordered_map<const char*, std::unique_ptr<Statement>> statements_;
  std::deque<Statement*> sent_;  // in their order; null: nobody reads its rows
  std::string fault_;  // the first since the last wait
  std::string fault_state_;  // its SQLSTATE
  std::int64_t changes_ = 0;
  std::string last_command_;  // "COMMIT", "INSERT 0 1"
  std::chrono::steady_clock::time_point answer_by_;
  std::chrono::steady_clock::time_point unreachable_until_;
  std::string why_unreachable_;
};

}  // namespace kassabro::store::postgres
