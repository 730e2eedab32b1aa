#include "app/delivery_queue.hpp"

#include "base/name_table.hpp"

namespace kassabro::app {
namespace {

constexpr NameTable<DeliveryState, 4> states{{{DeliveryState::pending, "pending"},
                                              {DeliveryState::leased, "leased"},
                                              {DeliveryState::delivered, "delivered"},
                                              {DeliveryState::parked, "parked"}}};
constexpr NameTable<DeliveryKind, 13> kinds{{{DeliveryKind::contact_registered, "contact_registered"},
                                             {DeliveryKind::contact_updated, "contact_updated"},
                                             {DeliveryKind::order_completed, "order_completed"},
                                             {DeliveryKind::order_changed, "order_changed"},
                                             {DeliveryKind::order_imported, "order_imported"},
                                             {DeliveryKind::bonus_check_used, "bonus_check_used"},
                                             {DeliveryKind::bonus_check_changed, "bonus_check_changed"},
                                             {DeliveryKind::bonus_field_repaired, "bonus_field_repaired"},
                                             {DeliveryKind::retention_due, "retention_due"},
                                             {DeliveryKind::winback_due, "winback_due"},
                                             {DeliveryKind::silence_ended, "silence_ended"},
                                             {DeliveryKind::digital_receipt, "digital_receipt"},
                                             {DeliveryKind::consent_told, "consent_told"}}};

}  // namespace

std::string_view to_text(DeliveryState state) { return name_in(states, state); }
std::string_view to_text(DeliveryKind kind) { return name_in(kinds, kind); }
std::optional<DeliveryState> parse_delivery_state(std::string_view text) { return value_in(states, text); }
std::optional<DeliveryKind> parse_delivery_kind(std::string_view text) { return value_in(kinds, text); }

}  // namespace kassabro::app
