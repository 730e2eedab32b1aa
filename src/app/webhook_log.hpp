#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "app/account.hpp"

namespace kassabro::app {

// What came by an account's webhook addresses since the start. Thread-safe; for the page that shows whether they work.
class WebhookLog {
 public:
  struct Seen {
    std::int64_t count = 0;
    std::optional<Timestamp> last_at;
    std::string last_result;
  };

  void note(AccountId account, std::string_view event, std::string_view result, Timestamp at) {
    const std::scoped_lock lock(mutex_);
    auto& seen = seen_[{account, std::string(event)}];
    ++seen.count;
    seen.last_at = at;
    seen.last_result = result;
  }

  Seen find(AccountId account, std::string_view event) const {
    const std::scoped_lock lock(mutex_);
    const auto found = seen_.find({account, std::string(event)});
    return found == seen_.end() ? Seen{} : found->second;
  }

 private:
  mutable std::mutex mutex_;
  std::map<std::pair<AccountId, std::string>, Seen> seen_;
};

}  // namespace kassabro::app
