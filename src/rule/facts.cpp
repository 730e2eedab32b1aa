#include "rule/facts.hpp"

namespace kassabro::rule {
namespace {

std::string key_of(app::AccountId account, const std::string& name) { return std::to_string(account) + " " + name; }

}  // namespace

Async<std::string> Facts::find(app::AccountId account, std::string name) {
  const auto key = key_of(account, name);
  {
    const std::scoped_lock lock(mutex_);
    if (const auto known = known_.find(key); known != known_.end()) co_return known->second;
  }
  auto found = co_await memory_.find(account, std::move(name));
  if (!found || found->empty()) co_return std::string();
  const std::scoped_lock lock(mutex_);
  known_[key] = *found;
  co_return std::move(*found);
}

Async<void> Facts::save(app::AccountId account, std::string name, std::string value) {
  const auto key = key_of(account, name);
  co_await memory_.save(account, std::move(name), value);
  const std::scoped_lock lock(mutex_);
  known_[key] = std::move(value);
}

}  // namespace kassabro::rule
