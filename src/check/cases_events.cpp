#include <fmt/format.h>

#include "base/ids.hpp"
#include "check/cases.hpp"

namespace kassabro::check {
namespace {

using enum http::Method;

// Orders of a number that no shop reaches, so that nothing is found when they are fetched.
constexpr std::int64_t first_order = 9'000'000'000;

class Events {
 public:
  explicit Events(Session& session) : session_(session) {}

  Async<void> access() {
    co_await session_.run(Weight::should, "a call without credentials is refused (401), or asked to come again (503)",
                          [this] -> Async<void> {
                            const auto reply = co_await session_.call_as({}, post, "/events", to_json_text(batch(1)));
                            expect(reply.status == 401 || reply.status == 503, fmt::format("The status is {}.", reply.status));
                          });
  }

  Async<void> batches() {
    co_await session_.run(Weight::must, "a batch of ten events is 200",
                          [this] -> Async<void> { expect_status(co_await session_.call(post, "/events", batch(10)), 200); });
    co_await session_.run(Weight::must, "the same batch again is 200: duplicates happen", [this] -> Async<void> {
      const auto same = batch(3);
      for (int i = 0; i < 2; ++i) expect_status(co_await session_.call(post, "/events", same), 200);
    });
    co_await session_.run(Weight::must, "an event of a kind that nobody knows is 200: anything else drops its whole batch",
                          [this] -> Async<void> {
                            auto events = batch(2);
                            events.at(0).as_object()["event_type"] = "a-kind-of-tomorrow";
                            events.at(0).as_object()["data"] = json::object();
                            expect_status(co_await session_.call(post, "/events", events), 200);
                          });
    co_await session_.run(Weight::should, "an empty batch is 200", [this] -> Async<void> {
      expect_status(co_await session_.call(post, "/events", json::array()), 200);
    });
  }

  Async<void> trouble() {
    co_await session_.run(Weight::must, "what is no JSON is never answered with 500: whether that is sent again is not certain",
                          [this] -> Async<void> {
                            const auto reply = co_await session_.call_text(post, "/events", "[{\"event_id\":");
                            expect(reply.status != 500 && reply.status != 502, fmt::format("The status is {}.", reply.status));
                          });
    // Sitoo waits for 15 seconds before it sends them again.
    co_await session_.run(Weight::should, "every answer came within a second: all other events wait for it",
                          [this] -> Async<void> {
                            expect(session_.slowest() <= std::chrono::seconds(1),
                                   fmt::format("The slowest took {} ms.", session_.slowest().count()));
                            co_return;
                          });
  }

 private:
  json::array batch(int count) {
    json::array events;
    for (int i = 0; i < count; ++i)
      events.push_back(json::object{{"event_id", random_hex(16)},
                                    {"event_type", "order"},
                                    {"event_date", 1'611'138'542},
                                    {"account_id", 1500},
                                    {"data", json::object{{"eshop_id", 1},
                                                          {"order_id", first_order + ++orders_},
                                                          {"order_event_type", "update"},
                                                          {"order_state_changed", "closed"}}}});
    return events;
  }

  Session& session_;
  std::int64_t orders_ = 0;
};

}  // namespace

Async<void> check_events(Session& session) {
  Events events(session);
  co_await events.access();
  co_await events.batches();
  co_await events.trouble();
}

}  // namespace kassabro::check
