#include "sandbox/rule/state.hpp"

#include <algorithm>

#include "base/ids.hpp"

namespace kassabro::sandbox::rule {

json::object to_json(const Switches& switches) {
  return {{"duplicate_status", switches.duplicate_status},
          {"historical_mismatch", switches.historical_upgrade ? "upgrade" : "keep"},
          {"read_delay_ms", switches.read_delay.count()},
          {"automation_delay_ms", switches.automation_delay.count()},
          {"requests_allowed", switches.requests_allowed},
          {"requests_block", switches.requests_block},
          {"json_as_text", switches.json_as_text},
          {"error_percent_block", switches.error_percent_block}};
}

namespace {

Result<void> set_switch(Switches& out, std::string_view name, const json::value& value, const json::object& body) {
  const auto number = int_member(body, name);
  if (name == "historical_mismatch") {
    const auto text = text_of(value).value_or("");
    if (text != "upgrade" && text != "keep") return fail(invalid("historical_mismatch", "Must be \"upgrade\" or \"keep\"."));
    out.historical_upgrade = text == "upgrade";
    return {};
  }
  auto* flag = name == "error_percent_block" ? &out.error_percent_block
               : name == "requests_block"    ? &out.requests_block
               : name == "json_as_text"      ? &out.json_as_text
                                             : nullptr;
  if (flag != nullptr) {
    if (!value.is_bool()) return fail(invalid(std::string(name), "Must be true or false."));
    *flag = value.get_bool();
    return {};
  }
  if (!number || *number < 0 || *number > 86'400'000)
    return fail(invalid(std::string(name), "Must be a whole number from 0 to 86400000."));
  if (name == "duplicate_status") {
    if (*number != 409 && *number != 422) return fail(invalid("duplicate_status", "Must be 409 or 422."));
    out.duplicate_status = static_cast<int>(*number);
  } else if (name == "read_delay_ms") {
    out.read_delay = std::chrono::milliseconds(*number);
  } else if (name == "automation_delay_ms") {
    out.automation_delay = std::chrono::milliseconds(*number);
  } else if (name == "requests_allowed") {
    out.requests_allowed = static_cast<int>(*number);
  } else {
    return fail(invalid(std::string(name), "There is no such switch."));
  }
  return {};
}

}  // namespace

Result<Switches> parse_switches(const json::object& body, Switches current) {
  for (const auto& [name, value] : body)
    if (const auto set = set_switch(current, {name.data(), name.size()}, value, body); !set) return fail(set.error());
  return current;
}

void CallRate::forget_old(Timestamp now) {
  while (!calls_.empty() && calls_.front().first + std::chrono::minutes(1) <= now) {
    errors_ -= calls_.front().second ? 1 : 0;
    calls_.pop_front();
  }
}

void CallRate::add(Timestamp at, bool is_error) {
  forget_old(at);
  calls_.emplace_back(at, is_error);
  errors_ += is_error ? 1 : 0;
}

CallRate::Figures CallRate::figures(Timestamp now) {
  forget_old(now);
  const auto count = static_cast<int>(calls_.size());
  return {count, count == 0 ? 0 : errors_ * 100 / count};
}

bool is_webhook_event(std::string_view event) {
  static constexpr std::string_view events[] = {"unsubscribe", "suppress",  "resubscribed", "opted-in",
                                                "bounced",     "tag-added", "tag-removed",  "transaction-sent"};
  return std::ranges::find(events, event) != std::end(events);
}

State::State() { reset(); }

void State::reset() {
  accounts_.clear();
  keys_.clear();
  webhooks.clear();
  outbound.clear();
  rates.clear();
  switches = {};
  last_key_id_ = 0;
  add_account("Demo shop");
}

Account& State::add_account(std::string name) {
  const auto account_id = static_cast<std::int64_t>(accounts_.size()) + 1;
  return *(accounts_[account_id] = std::make_unique<Account>(account_id, std::move(name)));
}

Account* State::account_of_key(std::string_view key, Timestamp now) {
  auto found = keys_.find(key);
  if (found == keys_.end()) {
    if (!key.starts_with("rk_") || key.size() < 4) return nullptr;
    const auto& account = add_account("Account of " + std::string(key));
    found = keys_.emplace(key, Key{++last_key_id_, "API key", std::string(key), now, account.id, true}).first;
  }
  return found->second.valid ? find_account(found->second.account_id) : nullptr;
}

Account* State::find_account(std::int64_t account_id) {
  const auto found = accounts_.find(account_id);
  return found == accounts_.end() ? nullptr : found->second.get();
}

Account* State::find_account_of_key(std::string_view key) {
  if (const auto found = keys_.find(key); found != keys_.end()) return find_account(found->second.account_id);
  for (const auto& [account_id, account] : accounts_)
    if (std::to_string(account_id) == key) return account.get();
  return nullptr;
}

const Key& State::add_key(std::int64_t account_id, std::string name, Timestamp now) {
  auto text = "rk_" + random_hex(20);
  const auto key_id = ++last_key_id_;
  return keys_.emplace(text, Key{key_id, std::move(name), text, now, account_id, true}).first->second;
}

// A removed key must not come back as a new account's key on its next call, so it stays, invalid.
bool State::remove_key(std::int64_t account_id, std::int64_t key_id) {
  for (auto& [_, key] : keys_)
    if (key.id == key_id && key.account_id == account_id && key.valid) {
      key.valid = false;
      return true;
    }
  return false;
}

void State::set_key_valid(std::string_view key, bool valid, Timestamp now) {
  const auto found = keys_.find(key);
  if (found != keys_.end()) {
    found->second.valid = valid;
    return;
  }
  const auto& account = add_account("Account of " + std::string(key));
  keys_.emplace(key, Key{++last_key_id_, "API key", std::string(key), now, account.id, valid});
}

std::vector<const Key*> State::keys_of(std::int64_t account_id) const {
  std::vector<const Key*> keys;
  for (const auto& [_, key] : keys_)
    if (key.account_id == account_id && key.valid) keys.push_back(&key);
  std::ranges::sort(keys, {}, &Key::id);
  return keys;
}

void State::emit(std::string_view event, const json::object& body) {
  const auto found = webhooks.find(event);
  if (found == webhooks.end()) return;
  for (const auto& url : found->second) outbound.push_back({std::string(event), url, to_json_text(body), 0});
}

}  // namespace kassabro::sandbox::rule
