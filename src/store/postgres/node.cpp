#include "store/postgres/node.hpp"

#include <poll.h>

#include <charconv>

#include "base/error.hpp"

namespace kassabro::store::postgres {
namespace {

using Steady = std::chrono::steady_clock;

// Of these tables: others may stand in another schema of the database. Accounts' locks have one number, so none of them is meant.
constexpr const char* sql_take_lead = "SELECT pg_try_advisory_lock(10, hashtext(current_schema()))";
constexpr const char* sql_are_you_there = "SELECT 1";
constexpr const char* listen = "LISTEN kassabro_accounts";
// A node whose machine has gone without a word holds the lock as long as the server believes in its session.
constexpr const char* notice_the_dead =
    "SET tcp_keepalives_idle = 2; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3; SET tcp_user_timeout = 8000";

std::optional<app::AccountId> account_in(std::string_view text) {
  app::AccountId id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  return error == std::errc{} ? std::optional(id) : std::nullopt;
}

}  // namespace

Node::Node(std::string url, OnChange on_change, Options options)
    : url_(std::move(url)), on_change_(std::move(on_change)), options_(options), thread_([this] { run(); }) {}

Node::~Node() {
  stopping_ = true;
  thread_.join();
}

bool Node::leads() const { return has_lock_ && Steady::now() - answered_at_.load() < options_.lost_after; }

void Node::run() {
  std::unique_ptr<Connection> session;
  while (!stopping_) {
    try {
      if (!session || session->is_lost()) {
        has_lock_ = false;
        session = std::make_unique<Connection>(url_);
        session->execute(notice_the_dead);
        session->execute(listen);
        doubts_at_ = {};  // what happened meanwhile was not heard
      }
      beat(*session);
      wait_for_news(*session);
    } catch (const std::exception&) {
      has_lock_ = false;
      session.reset();
      std::this_thread::sleep_for(options_.beat / 2);
    }
  }
  has_lock_ = false;
}

void Node::beat(Connection& session) {
  if (has_lock_) {
    session.prepare(sql_are_you_there)->step();
  } else {
    auto query = session.prepare(sql_take_lead);
    query->step();
    has_lock_ = query->integer(0) != 0;
  }
  answered_at_ = Steady::now();
  hear(session);
  if (Steady::now() < doubts_at_) return;
  doubts_at_ = Steady::now() + options_.doubts_every;
  on_change_(std::nullopt);
}

void Node::hear(Connection& session) {
  while (const auto payload = session.next_notice()) on_change_(account_in(*payload));
}

void Node::wait_for_news(Connection& session) {
  const auto until = Steady::now() + options_.beat;
  while (!stopping_) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Steady::now());
    if (left.count() <= 0) return;
    // In small steps, so that a stop is not waited for.
    if (session.wait_for_input(std::min<std::chrono::milliseconds>(left, std::chrono::milliseconds(100)))) hear(session);
  }
}

}  // namespace kassabro::store::postgres
