#include "jobs/fetch_policy.hpp"

#include "base/backoff.hpp"

namespace kassabro::jobs {
namespace {

using app::OrderFetch;
using app::OrderFetchSettlement;
using app::OrderFetchState;

OrderFetchSettlement settled(OrderFetch fetch, OrderFetchState state, Timestamp not_before, std::string reason) {
  return {std::move(fetch), state, not_before, std::move(reason)};
}

}  // namespace

OrderFetchSettlement fetched(OrderFetch fetch, Timestamp now) {
  return settled(std::move(fetch), OrderFetchState::done, now, "");
}

OrderFetchSettlement unknown(const FetchPolicy& policy, OrderFetch fetch, Timestamp now, double chance) {
  const auto tries_before = static_cast<std::size_t>(fetch.attempts++);
  std::string reason = "Sitoo REST does not know this order.";
  if (tries_before >= policy.unknown_waits.size()) return settled(std::move(fetch), OrderFetchState::parked, now, reason);
  return settled(std::move(fetch), OrderFetchState::pending, now + spread(policy.unknown_waits[tries_before], chance), reason);
}

OrderFetchSettlement failed(const FetchPolicy& policy, OrderFetch fetch, std::string reason, Timestamp now, double chance) {
  ++fetch.attempts;
  if (fetch.attempts >= policy.attempts_max) return settled(std::move(fetch), OrderFetchState::parked, now, std::move(reason));
  const auto wait = backed_off(policy.first_wait, policy.wait_max, fetch.attempts, chance);
  return settled(std::move(fetch), OrderFetchState::pending, now + wait, std::move(reason));
}

OrderFetchSettlement deferred(OrderFetch fetch, std::string reason, Timestamp now) {
  return settled(std::move(fetch), OrderFetchState::pending, now, std::move(reason));
}

OrderFetchSettlement rejected(OrderFetch fetch, std::string reason, std::string text, Timestamp now) {
  ++fetch.attempts;
  auto settlement = settled(std::move(fetch), OrderFetchState::parked, now, std::move(reason));
  settlement.quarantined = std::move(text);
  return settlement;
}

}  // namespace kassabro::jobs
