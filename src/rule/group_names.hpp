#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "rule/client.hpp"

namespace kassabro::rule {

// Which groups an account has in Rule, remembered for an hour: a group that is not there is not asked for. Thread-safe.
class GroupNames {
 public:
  using Names = std::set<std::string>;
  using Send = std::function<Async<CallResult>(Call)>;

  explicit GroupNames(const Clock& clock) : clock_(clock) {}

  // Asks through `send` when nothing is remembered. Absent: Rule did not answer.
  Async<std::optional<Names>> of(app::AccountId account, Send send);

 private:
  struct Known {
    Names names;
    Timestamp until;
  };

  std::optional<Names> find(app::AccountId account);

  const Clock& clock_;
  std::mutex mutex_;
  std::unordered_map<app::AccountId, Known> known_;
};

}  // namespace kassabro::rule
