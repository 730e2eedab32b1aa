#include "store/order_text.hpp"

#include <array>

#include "app/damaged_record.hpp"
#include "base/json_text.hpp"

namespace kassabro::store {
namespace {

using domain::Order;
using domain::OrderLine;
using domain::Payment;

template <class Owner, class Value>
struct Field {
  std::string_view name;
  Value Owner::* place;
};

constexpr std::array order_texts{
    Field<Order, std::string>{"id", &Order::id},
    Field<Order, std::string>{"receipt_id", &Order::receipt_id},
    Field<Order, std::string>{"time_zone", &Order::time_zone},
    Field<Order, std::string>{"currency", &Order::currency},
    Field<Order, std::string>{"store_id", &Order::store_id},
    Field<Order, std::string>{"store", &Order::store},
    Field<Order, std::string>{"register", &Order::register_id},
    Field<Order, std::string>{"staff", &Order::staff},
    Field<Order, std::string>{"channel", &Order::channel},
    Field<Order, std::string>{"credited_order_id", &Order::credited_order_id},
    Field<Order, std::string>{"source_order_id", &Order::source_order_id},
    Field<Order, std::string>{"receipt_url", &Order::receipt_url},
    Field<Order, std::string>{"contact_ref", &Order::contact_ref},
    Field<Order, std::string>{"member_number", &Order::member_number},
    Field<Order, std::string>{"email", &Order::email},
    Field<Order, std::string>{"phone", &Order::phone},
    Field<Order, std::string>{"first_name", &Order::first_name},
    Field<Order, std::string>{"last_name", &Order::last_name},
};
constexpr std::array order_amounts{
    Field<Order, std::int64_t>{"total", &Order::total_minor},
    Field<Order, std::int64_t>{"net", &Order::net_minor},
    Field<Order, std::int64_t>{"vat", &Order::vat_minor},
    Field<Order, std::int64_t>{"discount", &Order::discount_minor},
};
constexpr std::array line_texts{
    Field<OrderLine, std::string>{"sku", &OrderLine::sku},
    Field<OrderLine, std::string>{"name", &OrderLine::name},
    Field<OrderLine, std::string>{"weight", &OrderLine::weight},
    Field<OrderLine, std::string>{"vat_percent", &OrderLine::vat_percent},
};
constexpr std::array line_amounts{
    Field<OrderLine, std::int64_t>{"quantity", &OrderLine::quantity},
    Field<OrderLine, std::int64_t>{"net", &OrderLine::net_minor},
    Field<OrderLine, std::int64_t>{"vat", &OrderLine::vat_minor},
    Field<OrderLine, std::int64_t>{"discount", &OrderLine::discount_minor},
    Field<OrderLine, std::int64_t>{"gross_discount", &OrderLine::gross_discount_minor},
};
constexpr std::array line_lists{
    Field<OrderLine, std::vector<std::string>>{"bonus_checks", &OrderLine::bonus_check_ids},
    Field<OrderLine, std::vector<std::string>>{"promotions", &OrderLine::promotion_ids},
};

template <class Owner, class Fields>
void write_texts(JsonMembers& out, const Owner& owner, const Fields& fields) {
  for (const auto& field : fields)
    if (!(owner.*field.place).empty()) out.text(field.name, owner.*field.place);
}

template <class Owner, class Fields>
void write_amounts(JsonMembers& out, const Owner& owner, const Fields& fields) {
  for (const auto& field : fields) out.integer(field.name, owner.*field.place);
}

template <class Owner, class Fields>
void read_texts(const json::object& in, Owner& owner, const Fields& fields) {
  for (const auto& field : fields) owner.*field.place = text_member(in, field.name);
}

template <class Owner, class Fields>
void read_amounts(const json::object& in, Owner& owner, const Fields& fields) {
  for (const auto& field : fields) owner.*field.place = int_member(in, field.name).value_or(0);
}

void append_line(std::string& text, const OrderLine& line) {
  JsonMembers out(text);
  write_texts(out, line, line_texts);
  write_amounts(out, line, line_amounts);
  for (const auto& field : line_lists)
    if (!(line.*field.place).empty() && out.begin(field.name)) append_json_strings(text, line.*field.place);
}

void append_payment(std::string& text, const Payment& payment) {
  JsonMembers out(text);
  out.text("name", payment.name);
  out.integer("amount", payment.amount_minor);
}

void append_order(std::string& text, const Order& order) {
  JsonMembers out(text);
  write_texts(out, order, order_texts);
  write_amounts(out, order, order_amounts);
  out.text("type", to_text(order.type));
  out.text("state", to_text(order.state));
  out.integer("ordered_at", to_epoch_ms(order.ordered_at));
  if (order.contact) out.integer("contact", *order.contact);
  if (order.person_erased) out.flag("person_erased", true);
  out.begin("lines");
  append_json_array(text, order.lines, [&text](const OrderLine& line) { append_line(text, line); });
  out.begin("payments");
  append_json_array(text, order.payments, [&text](const Payment& payment) { append_payment(text, payment); });
}

[[noreturn]] void refuse() { throw app::DamagedRecord("The stored order is not readable."); }

const json::object& object_in(const json::value& value) {
  const auto* object = value.if_object();
  if (object == nullptr) refuse();
  return *object;
}

const json::array& list_in(const json::value* value) {
  const auto* list = value == nullptr ? nullptr : value->if_array();
  if (list == nullptr) refuse();
  return *list;
}

std::string text_in(const json::value& value) {
  const auto* text = value.if_string();
  if (text == nullptr) refuse();
  return std::string(*text);
}

OrderLine line_from(const json::object& in) {
  OrderLine line;
  read_texts(in, line, line_texts);
  read_amounts(in, line, line_amounts);
  for (const auto& field : line_lists)
    if (const auto* ids = find_member(in, field.name))
      for (const auto& id : list_in(ids)) (line.*field.place).push_back(text_in(id));
  return line;
}

}  // namespace

// Written straight into the text: this is done by the thread that all who write wait for.
std::string to_stored_text(const Order& order) {
  std::string text;
  text.reserve(1024);
  append_order(text, order);
  return text;
}

Order order_from_stored_text(std::string_view text) {
  const auto value = parse_json(text);
  if (!value) refuse();
  const auto& in = object_in(*value);
  Order order;
  read_texts(in, order, order_texts);
  read_amounts(in, order, order_amounts);
  order.type = domain::parse_order_type(text_member(in, "type")).value_or(domain::OrderType::sale);
  order.state = domain::parse_order_state(text_member(in, "state")).value_or(domain::OrderState::open);
  order.ordered_at = from_epoch_ms(int_member(in, "ordered_at").value_or(0));
  order.contact = int_member(in, "contact");
  order.person_erased = bool_member(in, "person_erased").value_or(false);
  for (const auto& line : list_in(in.if_contains("lines"))) order.lines.push_back(line_from(object_in(line)));
  for (const auto& entry : list_in(in.if_contains("payments"))) {
    const auto& payment = object_in(entry);
    order.payments.push_back({text_member(payment, "name"), int_member(payment, "amount").value_or(0)});
  }
  return order;
}

}  // namespace kassabro::store
