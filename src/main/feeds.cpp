#include "main/feeds.hpp"

namespace kassabro::main {
namespace {

json::array texts_of(const std::vector<std::string>& texts) { return json::array(texts.begin(), texts.end()); }

json::object trial_object(rule::FeedTrial trial) {
  json::array calls;
  for (auto& call : trial.calls)
    calls.push_back(json::object{{"method", call.method},
                                 {"path", call.path},
                                 {"body", std::move(call.body)},
                                 {"status", call.status},
                                 {"answer", std::move(call.answer)}});
  return {
      {"feed", rule::to_text(trial.feed)}, {"passed", trial.passed},   {"reason", trial.reason}, {"tags", texts_of(trial.tags)},
      {"groups", std::move(trial.groups)}, {"calls", std::move(calls)}};
}

}  // namespace

Result<json::value> list_feeds(const app::Account& account) {
  const auto names = rule::names_of(account);
  if (!names) return fail(names.error());
  json::array items;
  for (const auto& info : rule::feeds_of(*names))
    items.push_back(json::object{
        {"feed", rule::to_text(info.feed)}, {"on", info.on}, {"tags", texts_of(info.tags)}, {"groups", texts_of(info.groups)}});
  return json::value(json::object{{"items", std::move(items)}});
}

Async<Result<json::value>> test_feeds(rule::FeedTrials& trials, const app::Account& account, std::string name) {
  std::vector<rule::Feed> feeds(rule::all_feeds.begin(), rule::all_feeds.end());
  if (!name.empty()) {
    const auto feed = rule::parse_feed(name);
    if (!feed) co_return fail(invalid("feed", "There is no such feed. There are: " + rule::feed_names() + "."));
    feeds = {*feed};
  }
  bool passed = true;
  json::array items;
  for (const auto feed : feeds) {
    auto trial = co_await trials.run(account, feed);
    passed = passed && trial.passed;
    items.push_back(trial_object(std::move(trial)));
  }
  co_return json::value(json::object{{"passed", passed}, {"customer", rule::trial_email}, {"items", std::move(items)}});
}

Async<Result<json::value>> remove_feed_test(rule::FeedTrials& trials, const app::Account& account) {
  const auto removed = co_await trials.remove(account);
  if (!removed) co_return fail(removed.error());
  co_return json::value(json::object{{"removed", *removed}});
}

}  // namespace kassabro::main
