#pragma once

#include "app/remote_directory.hpp"
#include "rule/client.hpp"
#include "rule/group_names.hpp"

namespace kassabro::rule {

struct Subscriber;
struct RuleNames;

// Finds people in Rule: the person, then their fields, then, as far as time is left, what they bought in other channels; all
// within one patience. `look_up` for a till that waits;
// `background` for refreshing, which stops earlier when Rule's limits come near.
class RuleDirectory final : public app::RemoteDirectory {
 public:
  // The references must outlive the directory.
  RuleDirectory(RuleClient& client, GroupNames& groups, const Clock& clock, CallClass call_class = CallClass::look_up)
      : client_(client), groups_(groups), clock_(clock), call_class_(call_class) {}

  Async<Result<std::optional<app::RemoteContact>>> find(const app::Account& account, std::vector<domain::CustomerKey> keys,
                                                        app::Asker asker) override;
  Async<Result<std::optional<app::RemoteContact>>> read(const app::Account& account, std::int64_t remote_id,
                                                        app::Asker asker) override;

 private:
  // Until when an answer is of use, and what the question belongs to.
  struct Until {
    Timestamp deadline;
    const Trace* trace;
  };

  Async<Result<std::optional<app::RemoteContact>>> describe(const app::Account& account, Subscriber subscriber,
                                                            Timestamp asked_at, Until until);
  Async<std::optional<std::vector<domain::Order>>> purchases(const app::Account& account, const RuleNames& names,
                                                             std::int64_t subscriber_id, Until until);
  Async<CallResult> ask(const app::Account& account, Call call, Until until);
  Async<std::expected<std::optional<Subscriber>, CallError>> find_subscriber(const app::Account& account,
                                                                             const std::vector<domain::CustomerKey>& keys,
                                                                             Until until);

  RuleClient& client_;
  GroupNames& groups_;
  const Clock& clock_;
  CallClass call_class_;
};

// Everybody who is in Rule, page by page; a page's number is the cursor. Waits behind everything else.
class RuleCatalogue final : public app::RemoteCatalogue {
 public:
  RuleCatalogue(RuleClient& client, const Clock& clock) : client_(client), clock_(clock) {}
  Async<Result<app::RemotePage>> list(const app::Account& account, std::string cursor) override;

 private:
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
