#include "store/sql/delivery_columns.hpp"

#include "store/trace_text.hpp"

namespace kassabro::store::sql {

app::Delivery read_delivery(const Statement& row) {
  app::Delivery delivery;
  delivery.account = row.integer(0);
  delivery.id = row.integer(1);
  delivery.kind = app::parse_delivery_kind(row.text_view(2)).value_or(app::DeliveryKind::contact_updated);
  delivery.contact = row.integer(3);
  delivery.order_id = row.text(4);
  delivery.attempts = static_cast<int>(row.integer(5));
  delivery.ambiguous = row.integer(6) != 0;
  delivery.urgency = row.integer(7) != 0 ? app::Urgency::when_idle : app::Urgency::soon;
  delivery.trace = trace_from_stored_text(row.text_view(8));
  return delivery;
}

app::DeliveryRow read_delivery_row(const Statement& row) {
  app::DeliveryRow out;
  out.delivery = read_delivery(row);
  out.state = app::parse_delivery_state(row.text_view(9)).value_or(app::DeliveryState::pending);
  out.not_before = from_epoch_ms(row.integer(10));
  out.reason = row.text(11);
  out.created_at = from_epoch_ms(row.integer(12));
  out.updated_at = from_epoch_ms(row.integer(13));
  return out;
}

}  // namespace kassabro::store::sql
