#include "store/postgres/connection.hpp"

#include <poll.h>

#include <array>
#include <charconv>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "store/postgres/dialect.hpp"

namespace kassabro::store::postgres {
namespace {

std::string message_of(const char* text) {
  const auto line = std::string_view(text).substr(0, std::string_view(text).find('\n'));
  return std::string(trimmed(line));
}

// A till gives up after ten seconds; until then it is told that it did not work.
constexpr std::chrono::seconds patience{8};
constexpr std::chrono::seconds ask_again_after{1};

// The server is another one now, or goes away: whoever is asked next is found anew.
bool ends_session(std::string_view state) {
  constexpr std::string_view read_only = "25006", admin_shutdown = "57P01", crash_shutdown = "57P02", not_yet = "57P03";
  return state == read_only || state == admin_shutdown || state == crash_shutdown || state == not_yet;
}

// What is added to whatever the operator wrote: a server that is gone is noticed within seconds.
constexpr std::array<const char*, 6> names{"connect_timeout",  "tcp_user_timeout", "keepalives_idle",
                                           "application_name", "client_encoding",  nullptr};
constexpr std::array<const char*, 6> values{"3", "5000", "5", "kassabro", "UTF8", nullptr};

// Every statement has its index, and tables grow and empty faster than the server looks at them: a plan that was made when a table was small, or
// that trusts a count of an hour ago, reads the whole outbox once for each of its rows. So plans do not depend on counts.
constexpr const char* steady_plans =
    "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off";

PGconn* connect(const std::string& url) {
  // The URL comes last, so that what it says counts.
  std::array<const char*, 7> all_names{};
  std::array<const char*, 7> all_values{};
  std::size_t count = 0;
  for (; names[count] != nullptr; ++count) {
    all_names[count] = names[count];
    all_values[count] = values[count];
  }
  all_names[count] = "dbname";
  all_values[count] = url.c_str();
  return PQconnectdbParams(all_names.data(), all_values.data(), 1);
}

}  // namespace

Connection::Connection(std::string url) : url_(std::move(url)) { ready(); }

Connection::~Connection() { statements_.clear(); }

void Connection::ready() {
  if (!is_lost()) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < unreachable_until_) throw InfrastructureFailure(why_unreachable_);
  statements_.clear();
  sent_.clear();
  fault_.clear();
  session_.reset(connect(url_));
  if (is_lost()) {
    why_unreachable_ = "The database cannot be reached: " + message_of(PQerrorMessage(session_.get()));
    unreachable_until_ = std::chrono::steady_clock::now() + ask_again_after;
    throw InfrastructureFailure(why_unreachable_);
  }
  PQsetNoticeProcessor(session_.get(), [](void*, const char*) {}, nullptr);
  PQclear(PQexec(session_.get(), steady_plans));  // a server that has lost one of these does without
  if (PQenterPipelineMode(session_.get()) == 0) fail();
}

void Connection::give_up(const std::string& why) {
  session_.reset();  // what comes next on it is anybody's guess
  throw InfrastructureFailure("The connection to the database was lost: " + why);
}

// Throws when the server does not answer in time, alive or not.
void Connection::await_answer() {
  while (PQisBusy(session_.get()) != 0) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(answer_by_ - std::chrono::steady_clock::now());
    pollfd descriptor{PQsocket(session_.get()), POLLIN, 0};
    const int ready = left.count() <= 0 ? 0 : poll(&descriptor, 1, static_cast<int>(left.count()));
    if (ready == 0) give_up("it did not answer in time");
    if (PQconsumeInput(session_.get()) == 0) give_up(message_of(PQerrorMessage(session_.get())));
  }
}

void Connection::fail() { throw InfrastructureFailure("The database failed: " + message_of(PQerrorMessage(session_.get()))); }

sql::Use Connection::prepare(const char* sql) {
  auto& statement = statements_[sql];
  if (!statement) {
    try {
      statement = std::make_unique<Statement>(*this, postgres_sql(sql), "s" + std::to_string(statements_.size()));
    } catch (const std::exception&) {
      statements_.erase(sql);
      throw;
    }
  }
  return sql::Use(*statement);
}

void Connection::prepare_on_server(Statement& statement, const std::string& sql) {
  if (PQsendPrepare(session_.get(), statement.name_.c_str(), sql.c_str(), 0, nullptr) == 0) fail();
  sent_.push_back(nullptr);
  if (PQsendDescribePrepared(session_.get(), statement.name_.c_str()) == 0) fail();
  sent_.push_back(&statement);
  wait();
  const auto count = PQnparams(statement.result_.get());
  for (int i = 0; i < count; ++i) statement.types_.push_back(PQparamtype(statement.result_.get(), i));
  statement.parameters_.resize(static_cast<std::size_t>(count));
  statement.reset();
}

void Connection::send(const char* sql) {
  if (PQsendQueryParams(session_.get(), sql, 0, nullptr, nullptr, nullptr, nullptr, 1) == 0) fail();
  sent_.push_back(nullptr);
}

ResultPtr Connection::next_result() {
  for (;;) {
    await_answer();
    ResultPtr result(PQgetResult(session_.get()));
    if (result != nullptr || is_lost()) return result;
  }
}

void Connection::note(PGresult* result, Statement* owner) {
  ResultPtr owned(result);
  const auto status = PQresultStatus(result);
  if (status == PGRES_FATAL_ERROR && fault_.empty()) {
    fault_ = message_of(PQresultErrorMessage(result));
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    fault_state_ = state == nullptr ? "" : state;
  }
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) {
    const std::string_view count = PQcmdTuples(result);
    changes_ = 0;
    last_command_ = PQcmdStatus(result);
    std::from_chars(count.data(), count.data() + count.size(), changes_);
    if (owner != nullptr) owner->result_ = std::move(owned);
  }
}

void Connection::wait() {
  if (PQpipelineSync(session_.get()) == 0) fail();
  answer_by_ = std::chrono::steady_clock::now() + patience;
  while (!sent_.empty()) {
    auto* owner = sent_.front();
    sent_.pop_front();
    auto result = next_result();
    if (result == nullptr) break;
    note(result.release(), owner);
    await_answer();
    const ResultPtr end(PQgetResult(session_.get()));  // null: the end of this statement
  }
  const auto sync = next_result();
  if (sync == nullptr || PQresultStatus(sync.get()) != PGRES_PIPELINE_SYNC) give_up(message_of(PQerrorMessage(session_.get())));
  if (fault_.empty()) return;
  const auto fault = std::exchange(fault_, {});
  if (ends_session(fault_state_)) give_up(fault);
  throw InfrastructureFailure("The database failed: " + fault);
}

std::int64_t Connection::changes() {
  wait();
  return changes_;
}

void Connection::begin() { send("BEGIN"); }

void Connection::commit() {
  send("COMMIT");
  wait();
  if (last_command_ != "COMMIT") throw InfrastructureFailure("The database took back what was to be committed.");
}

void Connection::roll_back() noexcept {
  try {
    if (is_lost()) return;
    send("ROLLBACK");
    wait();
  } catch (const std::exception&) {  // the server rolls back what a session leaves
    session_.reset();
  }
}

void Connection::begin_reading() { send("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); }

void Connection::end_reading() {
  try {
    if (is_lost()) return;
    send("COMMIT");
    wait();
  } catch (const std::exception&) {
    session_.reset();
  }
}

void Connection::execute(const std::string& sql) {
  wait();
  if (PQexitPipelineMode(session_.get()) == 0) fail();
  const ResultPtr result(PQexec(session_.get(), sql.c_str()));
  const auto status = PQresultStatus(result.get());
  if (PQenterPipelineMode(session_.get()) == 0) fail();
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
    throw InfrastructureFailure("The database failed: " + message_of(PQresultErrorMessage(result.get())));
}

std::optional<std::string> Connection::next_notice() {
  const std::unique_ptr<PGnotify, void (*)(PGnotify*)> notice(PQnotifies(session_.get()),
                                                              [](PGnotify* each) { PQfreemem(each); });
  if (!notice) return std::nullopt;
  return std::string(notice->extra);
}

bool Connection::wait_for_input(std::chrono::milliseconds time) {
  pollfd descriptor{PQsocket(session_.get()), POLLIN, 0};
  if (poll(&descriptor, 1, static_cast<int>(time.count())) <= 0) return false;
  if (PQconsumeInput(session_.get()) == 0) give_up(message_of(PQerrorMessage(session_.get())));
  return true;
}

}  // namespace kassabro::store::postgres
