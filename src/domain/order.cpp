#include "domain/order.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kassabro::domain {
namespace {

constexpr std::array<std::pair<OrderType, std::string_view>, 3> type_names{
    {{OrderType::sale, "sale"}, {OrderType::return_, "return"}, {OrderType::exchange, "exchange"}}};
constexpr std::array<std::pair<OrderState, std::string_view>, 3> state_names{
    {{OrderState::open, "open"}, {OrderState::completed, "completed"}, {OrderState::cancelled, "cancelled"}}};

bool signs_differ(std::int64_t a, std::int64_t b) { return (a < 0 && b > 0) || (a > 0 && b < 0); }

}  // namespace

std::string_view to_text(OrderType type) {
  return std::ranges::find(type_names, type, &std::pair<OrderType, std::string_view>::first)->second;
}
std::string_view to_text(OrderState state) {
  return std::ranges::find(state_names, state, &std::pair<OrderState, std::string_view>::first)->second;
}

std::optional<OrderType> parse_order_type(std::string_view text) {
  for (const auto& [type, name] : type_names)
    if (name == text) return type;
  return std::nullopt;
}

std::optional<OrderState> parse_order_state(std::string_view text) {
  for (const auto& [state, name] : state_names)
    if (name == text) return state;
  return std::nullopt;
}

Order without_person(Order order) {
  for (const auto text : {&Order::contact_ref, &Order::member_number, &Order::email, &Order::phone, &Order::first_name,
                          &Order::last_name, &Order::receipt_url})
    (order.*text).clear();
  order.contact.reset();
  order.person_erased = true;
  return order;
}

std::vector<std::string> bonus_check_ids(const Order& order) {
  std::vector<std::string> ids;
  for (const auto& line : order.lines)
    for (const auto& id : line.bonus_check_ids)
      if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
  return ids;
}

OrderType type_of(const std::vector<OrderLine>& lines, std::int64_t total_minor) {
  const bool sells = std::ranges::any_of(lines, [](const OrderLine& line) { return line.quantity > 0; });
  const bool takes_back = std::ranges::any_of(lines, [](const OrderLine& line) { return line.quantity < 0; });
  if (sells && takes_back) return OrderType::exchange;
  if (takes_back) return OrderType::return_;
  if (sells) return OrderType::sale;
  return total_minor < 0 ? OrderType::return_ : OrderType::sale;
}

std::optional<Error> order_fault(const Order& order) {
  for (std::size_t i = 0; i < order.lines.size(); ++i) {
    const auto& line = order.lines[i];
    const auto field = fmt::format("orderitems[{}].quantity", i);
    if (line.quantity == 0) return invalid(field, "The quantity is missing or zero.");
    if (signs_differ(line.quantity, line.net_minor))
      return invalid(field, "A sale has a positive quantity, a return a negative one; here quantity and amount differ.");
  }
  const bool all_returned =
      !order.lines.empty() && std::ranges::all_of(order.lines, [](const OrderLine& line) { return line.quantity < 0; });
  if (all_returned && order.total_minor > 0)
    return invalid("orderitems[0].quantity", "The quantity is negative, but the order's total is that of a sale.");
  return std::nullopt;
}

}  // namespace kassabro::domain
