#pragma once

#include "app/erasures.hpp"
#include "rule/client.hpp"

namespace kassabro::rule {

// Deletes people in Rule, with all that Rule keeps of them (contracts/rule-api.md, DELETE /v2/subscribers/{identifier}).
class RuleEraser final : public app::RemoteEraser {
 public:
  explicit RuleEraser(RuleClient& client) : client_(client) {}
  Async<Result<bool>> erase(const app::Account& account, std::optional<std::int64_t> remote_id,
                            const std::vector<domain::CustomerKey>& keys) override;

 private:
  RuleClient& client_;
};

}  // namespace kassabro::rule
