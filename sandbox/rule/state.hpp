#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/json.hpp"
#include "base/result.hpp"
#include "sandbox/rule/account.hpp"

namespace kassabro::sandbox::rule {

// What the contract leaves open, and what tests want to turn. Read and set at /control/rule/switches.
struct Switches {
  int duplicate_status = 409;                  // a v3 create of somebody who exists: 409 or 422
  bool json_as_text = false;                   // v3 records give a json field as its stored text instead of the JSON (OPEN)
  bool historical_upgrade = true;              // "historical_mismatch": a v3 write may make a flat group historical, or not
  std::chrono::milliseconds read_delay{0};     // how long a write stays invisible to reads
  std::chrono::milliseconds automation_delay{0};  // how long a pass stays queued
  int requests_allowed = 2000;                 // a minute, as RequestsCount-Allowed says
  bool requests_block = false;                 // answer 429 once they are used up: the window is not known (OPEN), so off
  bool error_percent_block = false;            // answer 429 once the error rate passes the limit
};

json::object to_json(const Switches& switches);
Result<Switches> parse_switches(const json::object& body, Switches current);

struct Key {
  std::int64_t id = 0;
  std::string name, key;
  Timestamp created_at;
  std::int64_t account_id = 0;
  bool valid = true;
};

// An HTTP call that Rule makes: a webhook or an async call's callback_url.
struct Outbound {
  std::string event, url, body;
  int attempts = 0;
};

// The calls of one account within the last minute, for RequestsCount-* and X-ErrorPercent-*.
class CallRate {
 public:
  struct Figures {
    int count = 0, error_percent = 0;
  };
  void add(Timestamp at, bool is_error);
  Figures figures(Timestamp now);

 private:
  void forget_old(Timestamp now);
  std::deque<std::pair<Timestamp, bool>> calls_;
  int errors_ = 0;
};

// The events that section 10 of the contract knows, as they are named at /control/webhooks.
bool is_webhook_event(std::string_view event);

// All of Rule: accounts, keys, switches, webhook addresses. The caller holds `mutex`.
class State {
 public:
  State();

  std::mutex mutex;
  Switches switches;
  std::map<std::string, std::vector<std::string>, std::less<>> webhooks;  // event -> URLs
  std::deque<Outbound> outbound;
  std::map<std::int64_t, CallRate> rates;  // by account

  static constexpr std::int64_t demo_account = 1;

  void reset();
  // The account of a key; made on the key's first use. Null: the key is not valid.
  Account* account_of_key(std::string_view key, Timestamp now);
  Account* find_account(std::int64_t account_id);
  // Of a key that has been used, valid or not, or of an account's own number as text. Null: there is none.
  Account* find_account_of_key(std::string_view key);
  const Key& add_key(std::int64_t account_id, std::string name, Timestamp now);
  bool remove_key(std::int64_t account_id, std::int64_t key_id);
  void set_key_valid(std::string_view key, bool valid, Timestamp now);
  std::vector<const Key*> keys_of(std::int64_t account_id) const;
  const std::map<std::int64_t, std::unique_ptr<Account>>& accounts() const { return accounts_; }

  bool wants(std::string_view event) const { return webhooks.contains(event); }
  void emit(std::string_view event, const json::object& body);

 private:
  Account& add_account(std::string name);
  std::map<std::int64_t, std::unique_ptr<Account>> accounts_;
  std::map<std::string, Key, std::less<>> keys_;
  std::int64_t last_key_id_ = 0;
};

}  // namespace kassabro::sandbox::rule
