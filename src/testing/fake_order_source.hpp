#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "app/order_source.hpp"

namespace kassabro::testing {

// A source that has the orders it was given, fails as often as it was told to, and remembers what it was asked.
class FakeOrderSource final : public app::OrderSource {
 public:
  using Answer = std::expected<app::FetchedOrders, app::SourceError>;

  Async<Answer> fetch(const app::Account&, std::int64_t, std::vector<std::string> order_ids, Trace trace) override {
    asked.push_back(order_ids);
    traces.push_back(std::move(trace));
    if (on_fetch) on_fetch();
    if (failing_order && std::ranges::find(order_ids, *failing_order) != order_ids.end())
      co_return std::unexpected(app::SourceError{app::SourceErrorKind::unavailable, "500", std::nullopt});
    if (!errors.empty()) {
      auto error = std::move(errors.front());
      errors.erase(errors.begin());
      co_return std::unexpected(std::move(error));
    }
    app::FetchedOrders fetched;
    for (const auto& id : order_ids) {
      if (const auto found = orders.find(id); found != orders.end())
        fetched.found.push_back({id, found->second});
      else
        fetched.unknown.push_back(id);
    }
    co_return fetched;
  }

  void fail_with(app::SourceErrorKind kind, std::optional<Timestamp> not_before = std::nullopt) {
    errors.push_back({kind, "the source's error", not_before});
  }

  std::map<std::string, std::string> orders;  // texts by id
  std::vector<app::SourceError> errors;       // of the next calls
  std::optional<std::string> failing_order;   // every call that names it fails
  std::function<void()> on_fetch;
  std::vector<std::vector<std::string>> asked;
  std::vector<Trace> traces;  // of each call
};

}  // namespace kassabro::testing
