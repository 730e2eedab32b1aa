#pragma once

#include "app/remote_directory.hpp"
#include "rule/client.hpp"

namespace kassabro::rule {

struct Subscriber;

// Finds people in Rule: the person, then their fields, all within one patience. `look_up` for a till that waits;
// `background` for refreshing, which stops earlier when Rule's limits come near.
class RuleDirectory final : public app::RemoteDirectory {
 public:
  RuleDirectory(RuleClient& client, const Clock& clock, CallClass call_class = CallClass::look_up)
      : client_(client), clock_(clock), call_class_(call_class) {}

  Async<Result<std::optional<app::RemoteContact>>> find(const app::Account& account, std::vector<domain::CustomerKey> keys,
                                                        std::chrono::milliseconds patience) override;
  Async<Result<std::optional<app::RemoteContact>>> read(const app::Account& account, std::int64_t remote_id,
                                                        std::chrono::milliseconds patience) override;

 private:
  Async<Result<std::optional<app::RemoteContact>>> describe(const app::Account& account, Subscriber subscriber,
                                                            Timestamp deadline);
  Async<CallResult> ask(const app::Account& account, Call call, Timestamp deadline);
  Async<std::expected<std::optional<Subscriber>, CallError>> find_subscriber(const app::Account& account,
                                                                             const std::vector<domain::CustomerKey>& keys,
                                                                             Timestamp deadline);

  RuleClient& client_;
  const Clock& clock_;
  CallClass call_class_;
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
