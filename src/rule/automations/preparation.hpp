#pragma once

#include "rule/automations/letter.hpp"
#include "rule/automations/survey.hpp"
#include "rule/feed_trial.hpp"

namespace kassabro::rule::automations {

// What a flow names and what is not there yet: its tag, and the fields of its letter. Rule has no call that makes a tag, and none
// that makes a group historical: both come into being by being used.
struct Missing {
  bool tag = false;
  bool fields = false;
  bool nothing() const { return !tag && !fields; }
};
Missing missing_of(const Survey& survey, const RuleNames& names, Flow flow);

// Brings it into being by a test call of the flow's feed, which starts no flow (rule/feed_trial.hpp), and removes the test customer
// again unless somebody else has put them there.
class Preparation {
 public:
  Preparation(Desk desk, FeedTrials& trials) : desk_(desk), trials_(trials) {}

  // Error: what is wrong, in words.
  Async<std::expected<void, std::string>> prepare(Flow flow);
  Async<void> tidy();

 private:
  Desk desk_;
  FeedTrials& trials_;
  bool used_ = false;
  bool was_there_ = false;
};

}  // namespace kassabro::rule::automations
