#pragma once

#include "app/remote_directory.hpp"
#include "rule/client.hpp"

namespace kassabro::rule {

struct Subscriber;

// Finds people in Rule for a till that waits: the person, then their fields, all within one patience.
class RuleDirectory final : public app::RemoteDirectory {
 public:
  RuleDirectory(RuleClient& client, const Clock& clock) : client_(client), clock_(clock) {}

  Async<Result<std::optional<app::RemoteContact>>> find(const app::Account& account, std::vector<domain::CustomerKey> keys,
                                                        std::chrono::milliseconds patience) override;

 private:
  Async<CallResult> ask(const app::Account& account, Call call, Timestamp deadline);
  Async<std::expected<std::optional<Subscriber>, CallError>> find_subscriber(const app::Account& account,
                                                                             const std::vector<domain::CustomerKey>& keys,
                                                                             Timestamp deadline);

  RuleClient& client_;
  const Clock& clock_;
};

// Asks Rule whose a key is.
class RuleKeyProbe final : public app::RemoteKeyProbe {
 public:
  explicit RuleKeyProbe(RuleClient& client) : client_(client) {}
  Async<Result<std::optional<app::RemoteOwner>>> probe(SecretString key, std::chrono::milliseconds patience) override;

 private:
  RuleClient& client_;
};

}  // namespace kassabro::rule
