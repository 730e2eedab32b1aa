#pragma once

#include <string>
#include <vector>

#include "app/remote_directory.hpp"
#include "base/clock.hpp"
#include "rule/client.hpp"
#include "rule/feeds.hpp"

namespace kassabro::rule {

// The customer of test calls: nobody's address (RFC 2606), marked in name and number.
inline constexpr std::string_view trial_email = "kassabro-test@example.com";

// A call that a trial has made, and what came back.
struct TrialCall {
  std::string method;
  std::string path;   // with the query, below Rule's base URL
  json::value body;   // null: none
  int status = 0;     // 0: no answer
  json::value answer;  // as text when it is no JSON
};

struct FeedTrial {
  Feed feed;
  bool passed = false;
  std::string reason = {};         // why not
  std::vector<TrialCall> calls = {};  // in their order
  std::vector<std::string> tags = {};  // those that the test customer has in Rule now
  json::object groups = {};        // and the data: group -> field -> value; of orders the newest record
};

// The receipt of a sample order to the test customer.
using SampleReceipt = std::function<app::ReceiptMessage(const app::Account&, const domain::Order&, const domain::Contact&)>;

// Test calls: sends a sample of a feed to the account's Rule, exactly as a real one, but starting no flow, and reads back what
// has arrived. All samples are of one marked customer, who can be removed with one call.
class FeedTrials {
 public:
  FeedTrials(http::Send http, const Clock& clock, RuleClientSettings settings, app::RemoteMemory& memory,
             SampleReceipt sample_receipt)
      : http_(std::move(http)),
        clock_(clock),
        settings_(std::move(settings)),
        memory_(memory),
        sample_receipt_(std::move(sample_receipt)) {}

  Async<FeedTrial> run(app::Account account, Feed feed);
  // False: the test customer is not there.
  Async<Result<bool>> remove(const app::Account& account);

 private:
  Async<void> read_back(RuleClient& client, const app::Account& account, const RuleNames& names, FeedTrial& trial);

  http::Send http_;
  const Clock& clock_;
  RuleClientSettings settings_;
  app::RemoteMemory& memory_;
  SampleReceipt sample_receipt_;
};

}  // namespace kassabro::rule
