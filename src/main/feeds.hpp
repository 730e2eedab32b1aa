#pragma once

#include "app/account.hpp"
#include "base/async.hpp"
#include "base/json.hpp"
#include "base/result.hpp"
#include "rule/feed_trial.hpp"

namespace kassabro::main {

// {"items":[{"feed","on","tags","groups"}]}. Errors: a fault in the account's settings.
Result<json::value> list_feeds(const app::Account& account);

// Tries one feed, or all when `name` is "": {"passed","items":[{"feed","passed","reason","tags","groups","calls"}]}.
// Error `invalid`, field "feed": there is no such feed.
Async<Result<json::value>> test_feeds(rule::FeedTrials& trials, const app::Account& account, std::string name);

// {"removed":true}; false: nobody was there.
Async<Result<json::value>> remove_feed_test(rule::FeedTrials& trials, const app::Account& account);

}  // namespace kassabro::main
