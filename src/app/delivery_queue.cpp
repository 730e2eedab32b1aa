#include "app/delivery_queue.hpp"

#include <array>
#include <utility>

namespace kassabro::app {
namespace {

constexpr std::array<std::pair<DeliveryState, std::string_view>, 4> states{{{DeliveryState::pending, "pending"},
                                                                            {DeliveryState::leased, "leased"},
                                                                            {DeliveryState::delivered, "delivered"},
                                                                            {DeliveryState::parked, "parked"}}};
constexpr std::array<std::pair<DeliveryKind, std::string_view>, 7> kinds{
    {{DeliveryKind::contact_registered, "contact_registered"},
     {DeliveryKind::contact_updated, "contact_updated"},
     {DeliveryKind::order_completed, "order_completed"},
     {DeliveryKind::order_changed, "order_changed"},
     {DeliveryKind::bonus_check_used, "bonus_check_used"},
     {DeliveryKind::bonus_check_changed, "bonus_check_changed"},
     {DeliveryKind::bonus_field_repaired, "bonus_field_repaired"}}};

template <class Table, class Value>
std::string_view name_in(const Table& table, Value value) {
  for (const auto& [candidate, name] : table)
    if (candidate == value) return name;
  return {};
}

template <class Value, class Table>
std::optional<Value> value_in(const Table& table, std::string_view text) {
  for (const auto& [value, name] : table)
    if (name == text) return value;
  return std::nullopt;
}

}  // namespace

std::string_view to_text(DeliveryState state) { return name_in(states, state); }
std::string_view to_text(DeliveryKind kind) { return name_in(kinds, kind); }
std::optional<DeliveryState> parse_delivery_state(std::string_view text) { return value_in<DeliveryState>(states, text); }
std::optional<DeliveryKind> parse_delivery_kind(std::string_view text) { return value_in<DeliveryKind>(kinds, text); }

}  // namespace kassabro::app
