#include "app/order_fetch_queue.hpp"

#include <array>
#include <utility>

namespace kassabro::app {
namespace {

constexpr std::array<std::pair<OrderFetchState, std::string_view>, 3> states{
    {{OrderFetchState::pending, "pending"}, {OrderFetchState::done, "done"}, {OrderFetchState::parked, "parked"}}};

}  // namespace

std::string_view to_text(OrderFetchState state) {
  for (const auto& [candidate, name] : states)
    if (candidate == state) return name;
  return {};
}

std::optional<OrderFetchState> parse_order_fetch_state(std::string_view text) {
  for (const auto& [state, name] : states)
    if (name == text) return state;
  return std::nullopt;
}

}  // namespace kassabro::app
