#pragma once

#include <mutex>
#include <set>

#include "app/remote_directory.hpp"
#include "rule/automations/letter.hpp"
#include "rule/automations/report.hpp"
#include "rule/client.hpp"
#include "rule/feed_trial.hpp"

namespace kassabro::rule::automations {

// A letter as it would arrive. Rule renders what it has; before a flow is applied there is only what would be written.
struct Preview {
  Flow flow = Flow::thank_you;
  Language language = Language::swedish;
  std::string html;  // Rule's; empty: the flow is not applied yet
  Letter letter;     // as Kassabro would write it now; subject and preheader are those in Rule once it is applied
};

// The flows of an account's Rule, made and kept through its editor (docs/automations.md). Thread-safe; of two calls for one
// account at a time the second is refused.
class Automations {
 public:
  Automations(RuleClient& client, FeedTrials& trials, app::RemoteMemory& memory)
      : client_(client), trials_(trials), memory_(memory) {}

  // Errors of all: `invalid` names the setting that cannot be used, `conflict`: another call is at work, `unavailable`:
  // Rule. Whatever went wrong with one flow stands in the report.
  Async<Result<Report>> plan(const app::Account& account, Request request);
  Async<Result<Report>> apply(const app::Account& account, Request request);
  Async<Result<Report>> remove(const app::Account& account, Request request);
  // As the customer with this e-mail would read it; without one, the merge fields are seen.
  Async<Result<Preview>> preview(const app::Account& account, Flow flow, std::optional<Language> language, std::string email);

 private:
  class Turn;

  RuleClient& client_;
  FeedTrials& trials_;
  app::RemoteMemory& memory_;
  std::mutex mutex_;
  std::set<app::AccountId> busy_;
};

}  // namespace kassabro::rule::automations
