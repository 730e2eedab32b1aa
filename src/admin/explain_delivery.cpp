#include "admin/explain_delivery.hpp"

#include "admin/customer_text.hpp"

namespace kassabro::admin {
namespace {

using app::DeliveryKind;

bool tells_order(DeliveryKind kind) {
  return kind == DeliveryKind::order_completed || kind == DeliveryKind::order_changed || kind == DeliveryKind::order_imported;
}

bool tells_contact(DeliveryKind kind) {
  return kind == DeliveryKind::contact_registered || kind == DeliveryKind::contact_updated;
}

}  // namespace

Async<ExplainedDelivery> explain_delivery(UseCases& use_cases, const app::Delivery& delivery) {
  ExplainedDelivery out;
  const auto file = co_await use_cases.customers.files.read(delivery.account, delivery.contact);
  const auto account = co_await use_cases.accounts.get(delivery.account);
  if (!file || !account) co_return out;
  const auto& contact = file->contact.contact;
  out.customer = customer_head(delivery.account, contact);
  std::optional<domain::Order> order;
  if (tells_order(delivery.kind)) {
    auto stored = co_await use_cases.customers.orders.find(delivery.account, delivery.order_id);
    if (!stored) co_return out;
    order = std::move(stored->order);
  } else if (!tells_contact(delivery.kind)) {
    co_return out;
  }
  if (auto explained = use_cases.explain_stored(*account, contact, order)) out.explained = std::move(*explained);
  co_return out;
}

}  // namespace kassabro::admin
