#include "sitoo/order/order_wire.hpp"

#include <fmt/format.h>

#include <numeric>

#include "base/utf8.hpp"
#include "domain/money.hpp"
#include "sitoo/order/fields.hpp"
#include "sitoo/order/order_lines.hpp"

namespace kassabro::sitoo {
namespace {

using domain::Order;
using domain::OrderState;

// Sitoo REST, 3.3. An order type that is not 10 (100 Booking, 110 POSParked) is no purchase yet.
constexpr std::int64_t state_closed = 10;
constexpr std::int64_t state_cancelled = 20;
constexpr std::int64_t state_abandoned = -1;
constexpr std::int64_t type_order = 10;

constexpr std::int64_t epoch_seconds_min = 946'684'800;    // 2000
constexpr std::int64_t epoch_seconds_max = 4'102'444'800;  // 2100
constexpr std::size_t id_bytes_max = 100;

Result<std::string> parse_id(const Fields& order, const Fields& extra, const json::object& object) {
  if (has_control_characters(text_member(object, "orderid")))
    return fail(invalid("orderid", "The orderid holds control characters."));
  auto id = order.text({"orderid", "transactionid", "externalid", "receiptid"});
  if (id.empty()) id = extra.text({"pos-receiptid"});
  if (id.empty()) return fail(invalid("orderid", "The order has no orderid."));
  if (id.size() > id_bytes_max) return fail(invalid("orderid", "The orderid is longer than 100 bytes."));
  return id;
}

Result<OrderState> parse_state(const Fields& order) {
  const auto state = order.integer("orderstateid");
  const auto type = order.integer("ordertypeid");
  if (!state) return fail(state.error());
  if (!type) return fail(type.error());
  if (*state == state_cancelled || *state == state_abandoned) return OrderState::cancelled;
  // What is pushed without a state is the copy of a completed transaction. A number that we do not know completes nothing.
  const bool is_closed = state->value_or(state_closed) == state_closed;
  return is_closed && type->value_or(type_order) == type_order ? OrderState::completed : OrderState::open;
}

Result<Timestamp> parse_order_date(const Fields& order, const OrderContext& context) {
  const auto written = order.text({"orderdate"});
  if (written.empty()) return context.received_at;
  const bool is_number =
      written.find_first_not_of("-0123456789") == std::string::npos && written.find('-', 1) == std::string::npos;
  if (is_number) {
    const auto seconds = order.integer("orderdate");
    if (seconds && **seconds >= epoch_seconds_min && **seconds <= epoch_seconds_max) return from_epoch_ms(**seconds * 1000);
  } else if (const auto at = parse_timestamp(written)) {
    const auto seconds = to_epoch_ms(*at) / 1000;
    if (seconds >= epoch_seconds_min && seconds <= epoch_seconds_max) return *at;
  }
  return fail(invalid("orderdate", "This is not a date between 2000 and 2100 (Unix seconds or ISO 8601)."));
}

Result<void> read_amounts(Order& order, const Fields& fields) {
  const auto net = fields.amount({"moneyfinal_net", "moneytotal_net"});
  const auto vat = fields.amount({"moneyfinal_vat", "moneytotal_vat"});
  const auto tax = fields.amount({"moneyfinal_salestax"});
  const auto round_off = fields.amount({"moneytotal_gross_roundoff"});
  const auto total = fields.amount({"moneytotal_gross_all"});
  for (const auto* amount : {&net, &vat, &tax, &round_off, &total})
    if (!*amount) return fail(amount->error());
  const auto sum = [&order](std::int64_t domain::OrderLine::* part) {
    return std::accumulate(order.lines.begin(), order.lines.end(), std::int64_t{0},
                           [part](std::int64_t so_far, const auto& line) { return so_far + line.*part; });
  };
  order.net_minor = net->value_or(sum(&domain::OrderLine::net_minor));
  order.vat_minor = vat->value_or(sum(&domain::OrderLine::vat_minor)) + tax->value_or(0);
  order.discount_minor = sum(&domain::OrderLine::discount_minor);
  order.total_minor = total->value_or(order.net_minor + order.vat_minor + round_off->value_or(0));
  return {};
}

void read_references(Order& order, const Fields& fields, const Fields& extra, const OrderContext& context) {
  order.receipt_id = extra.text({"pos-receiptid"});
  if (order.receipt_id.empty()) order.receipt_id = fields.text({"receiptid"});
  order.time_zone = extra.text({"pos-timezone"});
  if (order.time_zone.empty()) order.time_zone = context.time_zone;
  order.store_id = extra.text({"store-externalid"});
  order.store = extra.text({"store-name"});
  order.register_id = fields.text({"registerid"});
  order.staff = extra.text({"pos-staffsales-name", "pos-staffsales-externalid", "pos-staff-externalid"});
  order.credited_order_id = fields.text({"creditorderid"});
  if (order.credited_order_id.empty()) order.credited_order_id = extra.text({"pos-originalsales-orderid"});
  order.source_order_id = extra.text({"pos-sourceorderid"});
}

// The CRM's own ids stand in additionaldata (contracts, A.7); contact data stands on the order itself.
void read_buyer(Order& order, const Fields& fields, const Fields& extra) {
  order.contact_ref = extra.text({"customcrm-contactid", "crm-customerid"});
  if (order.contact_ref.empty()) order.contact_ref = fields.text({"contactid", "customerid", "customer_id"});
  order.member_number = extra.text({"customcrm-membernumber", "crm-membernumber"});
  if (order.member_number.empty()) order.member_number = fields.text({"membernumber"});
  order.email = fields.text({"email"});
  order.phone = fields.text({"mobile", "phone"});
  order.first_name = fields.text({"namefirst"});
  order.last_name = fields.text({"namelast"});
}

const json::value& unwrapped(const json::value& body) {
  if (!body.is_object()) return body;
  for (const char* name : {"orders", "transactions", "items", "order", "transaction"})
    if (const auto* inner = find_member(body.get_object(), name); inner != nullptr && inner->is_structured()) return *inner;
  return body;
}

}  // namespace

Result<Order> parse_order(const json::value& value, const OrderContext& context) {
  if (!value.is_object()) return fail(invalid("body", "An order is a JSON object."));
  const auto& object = value.get_object();
  Order order;
  order.currency = domain::parse_currency(text_member(object, "currencycode"));
  if (order.currency.empty() && find_member(object, "currencycode") != nullptr)
    return fail(invalid("currencycode", "This is not a currency code such as \"SEK\"."));
  if (order.currency.empty()) order.currency = context.currency;
  const Fields fields(object, "", order.currency);
  const auto more = fields.map("additionaldata");
  if (!more) return fail(more.error());
  const Fields extra(*more, "additionaldata.", order.currency);
  if (const auto texts = fields.check_texts({"orderid", "receiptid", "orderdate", "email", "phone", "mobile", "namefirst",
                                             "namelast", "membernumber", "registerid", "creditorderid"});
      !texts)
    return fail(texts.error());
  auto id = parse_id(fields, extra, object);
  auto state = parse_state(fields);
  auto ordered_at = parse_order_date(fields, context);
  auto lines = parse_order_lines(fields, order.currency);
  auto payments = parse_payments(fields, order.currency);
  if (!id) return fail(id.error());
  if (!state) return fail(state.error());
  if (!ordered_at) return fail(ordered_at.error());
  if (!lines) return fail(lines.error());
  if (!payments) return fail(payments.error());
  order.id = std::move(*id);
  order.state = *state;
  order.ordered_at = *ordered_at;
  order.lines = std::move(*lines);
  order.payments = std::move(*payments);
  if (auto read = read_amounts(order, fields); !read) return fail(read.error());
  order.type = domain::type_of(order.lines, order.total_minor);
  read_references(order, fields, extra, context);
  read_buyer(order, fields, extra);
  return order;
}

Result<std::vector<Order>> parse_orders(const json::value& body, const OrderContext& context) {
  const auto& value = unwrapped(body);
  std::vector<Order> orders;
  if (!value.is_array()) {
    auto order = parse_order(value, context);
    if (!order) return fail(order.error());
    orders.push_back(std::move(*order));
    return orders;
  }
  for (std::size_t i = 0; i < value.get_array().size(); ++i) {
    auto order = parse_order(value.get_array()[i], context);
    if (!order) {
      auto error = order.error();
      error.field = fmt::format("[{}].{}", i, error.field);
      return fail(std::move(error));
    }
    orders.push_back(std::move(*order));
  }
  return orders;
}

}  // namespace kassabro::sitoo
