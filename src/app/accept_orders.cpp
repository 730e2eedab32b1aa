#include "app/accept_orders.hpp"

#include <algorithm>
#include <utility>

#include "app/attach_orders.hpp"
#include "app/buyer.hpp"
#include "app/deliveries.hpp"
#include "app/note_purchase.hpp"
#include "app/order_bonus.hpp"
#include "app/receipt_sending.hpp"
#include "app/tell_integrators.hpp"
#include "base/json.hpp"

namespace kassabro::app {
namespace {

using domain::Order;

// An order that comes again may tell less than the first time: the copy of a till, then what REST shows of it.
Order merged_order(Order order, const Order& before) {
  const auto keep = [&](std::string Order::* text) {
    if ((order.*text).empty()) order.*text = before.*text;
  };
  for (const auto text : {&Order::receipt_id, &Order::store_id, &Order::store, &Order::register_id, &Order::staff,
                          &Order::credited_order_id, &Order::source_order_id, &Order::receipt_url, &Order::contact_ref,
                          &Order::member_number, &Order::email, &Order::phone, &Order::first_name, &Order::last_name})
    keep(text);
  return order;
}

std::optional<domain::ContactId> buyer_of(Tables& tables, const Account& account, const Order& order,
                                          const std::optional<StoredOrder>& before, const Origin& origin, Timestamp now) {
  // Whom a purchase was told of, it stays with: in Rule its record cannot move to another person.
  if (before && before->announced) return before->order.contact;
  if (order.person_erased) return std::nullopt;
  if (const auto buyer = find_buyer(tables, account, order)) return buyer;
  if (before && before->order.contact) return before->order.contact;
  if (before) tables.orders.stop_waiting(account.id, order.id);  // or the new buyer's waiting orders would have this one too
  return add_buyer(tables, account, order, origin, now);
}

void wait_or_stop(Tables& tables, const Account& account, const Order& order, const std::optional<StoredOrder>& before) {
  const bool was_waiting = before && !before->order.contact;
  if (!order.contact) tables.orders.wait_for_buyer(account.id, order, buyer_keys(order, account));
  if (order.contact && was_waiting) tables.orders.stop_waiting(account.id, order.id);
}

bool is_of_erased(const std::optional<StoredOrder>& before) { return before && before->order.person_erased; }

AcceptedOrder accept_one(Tables& tables, const Account& account, Order order, const std::optional<StoredOrder>& before,
                         const Origin& origin, Timestamp now) {
  if (before) order = merged_order(std::move(order), before->order);
  if (is_of_erased(before)) order = without_person(std::move(order));
  if (order.ordered_at == Timestamp{}) order.ordered_at = before ? before->order.ordered_at : now;
  const bool is_told = before && before->announced;
  order.contact = buyer_of(tables, account, order, before, origin, now);
  if (before && before->order == order) {
    enqueue_requested_receipt(tables, account, order, now, origin.trace);
    return {order.id, Acceptance::known, order.contact};
  }
  const bool announce = !is_told && order.contact && order.state == domain::OrderState::completed;
  tables.orders.save(account.id, {order, is_told || announce}, now);
  wait_or_stop(tables, account, order, before);
  if (announce) enqueue_order(tables, account, order, DeliveryKind::order_completed, now, origin.trace);
  if (announce) enqueue_receipt(tables, account, order, now, origin.trace);
  if (is_told) enqueue_order(tables, account, order, DeliveryKind::order_changed, now, origin.trace);
  enqueue_requested_receipt(tables, account, order, now, origin.trace);
  tell_order(tables, account, order, before, now);
  settle_order_bonus(tables, account, order, origin, now);
  note_order(tables, account, order, now, origin.trace);
  return {order.id, before ? Acceptance::changed : Acceptance::added, order.contact};
}

// The orders stand in one list, which is the body or one of its members.
json::array* list_of(json::value& body, std::size_t size) {
  const auto is_it = [size](const json::value& value) { return value.is_array() && value.get_array().size() == size; };
  if (is_it(body)) return &body.get_array();
  if (!body.is_object()) return nullptr;
  for (auto& member : body.get_object())
    if (is_it(member.value())) return &member.value().get_array();
  return nullptr;
}

// What is told of an erased person's purchases names the person again: a body is kept as it came without those. Absent: nothing of it is.
std::optional<std::string> kept_body(std::string_view raw_body, const std::vector<bool>& of_erased) {
  const auto erased = std::ranges::count(of_erased, true);
  if (erased == 0) return std::string(raw_body);
  if (std::cmp_equal(erased, of_erased.size())) return std::nullopt;
  auto body = parse_json(raw_body);
  auto* list = body ? list_of(*body, of_erased.size()) : nullptr;
  if (list == nullptr) return std::nullopt;
  for (std::size_t i = of_erased.size(); i-- > 0;)
    if (of_erased[i]) list->erase(list->begin() + static_cast<std::ptrdiff_t>(i));
  return to_json_text(*body);
}

}  // namespace

Async<Result<std::vector<AcceptedOrder>>> AcceptOrders::operator()(const Account& account, std::string_view raw_body,
                                                                   std::vector<Order> orders, Origin origin) {
  for (std::size_t i = 0; i < orders.size(); ++i)
    if (auto fault = order_fault(orders[i])) {
      if (orders.size() > 1) fault->field = "[" + std::to_string(i) + "]." + fault->field;
      co_return fail(std::move(*fault));
    }
  const auto now = clock_.now();
  co_return co_await in_transaction<std::vector<AcceptedOrder>>(
      unit_, account.id, [&](Tables& tables) -> Result<std::vector<AcceptedOrder>> {
        std::vector<AcceptedOrder> accepted;
        std::vector<bool> of_erased;
        for (auto& order : orders) {
          const auto before = tables.orders.find(account.id, order.id);
          of_erased.push_back(is_of_erased(before));
          accepted.push_back(accept_one(tables, account, std::move(order), before, origin, now));
        }
        if (const auto kept = kept_body(raw_body, of_erased)) tables.inbox.save(account.id, origin.source, *kept, now);
        return accepted;
      });
}

}  // namespace kassabro::app
