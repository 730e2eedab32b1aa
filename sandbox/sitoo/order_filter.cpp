#include "sandbox/sitoo/order_filter.hpp"

#include <algorithm>
#include <charconv>
#include <ranges>

#include "base/text.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

std::optional<std::int64_t> number_of(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<std::int64_t> number_param(const http::Query& query, std::string_view name) {
  const auto text = query.find(name);
  return text ? number_of(*text) : std::nullopt;
}

// "orderid=1,2", or "orderid[]=1&orderid[]=2" (REST contract, 2.3: both work, a repeated "orderid" keeps the last).
std::vector<std::string> texts_param(const http::Query& query, std::string_view name) {
  std::vector<std::string> texts;
  const auto listed = std::string(name) + "[]";
  for (const auto& [given, value] : query.items())
    if (given == listed) texts.push_back(value);
  if (!texts.empty()) return texts;
  for (const auto part : std::views::split(query.find(name).value_or(""), ','))
    if (!std::ranges::empty(part)) texts.emplace_back(part.begin(), part.end());
  return texts;
}

std::vector<std::int64_t> numbers_param(const http::Query& query, std::string_view name) {
  std::vector<std::int64_t> numbers;
  for (const auto& text : texts_param(query, name)) numbers.push_back(number_of(text).value_or(-1));
  return numbers;
}

bool allows(const std::vector<std::int64_t>& list, std::int64_t value) {
  return list.empty() || std::ranges::find(list, value) != list.end();
}

}  // namespace

TimeBounds parse_time_bounds(const http::Query& query, const std::string& name) {
  return {number_param(query, name + "from"), number_param(query, name + "to")};
}

bool OrderFilter::matches(const Books& books, const Order& order) const {
  if (id_from && order.id < *id_from) return false;
  if (id_to && order.id >= *id_to) return false;
  const auto seconds = to_epoch_ms(order.sold_at) / 1000;
  if (date_from && seconds < *date_from) return false;
  if (date_to && seconds > *date_to) return false;
  if (!receipt_id.empty()) {
    if (order.receipt_id != receipt_id) return false;
  } else if (credit_order_id) {
    if (order.credit_order_id != *credit_order_id) return false;
  } else if (!allows(ids, order.id)) {
    return false;
  }
  if (!allows(states, order.shown_state()) || !allows(payment_states, order.shown_payment_state())) return false;
  if (!allows(types, order.shown_type()) || !allows(warehouses, books.store_of(order).warehouse_id)) return false;
  // A till's order has no external id, unless it was given one.
  const auto external_id = external_ids.empty() ? std::string() : text_member(order.overrides, "externalid");
  if (!external_ids.empty() && std::ranges::find(external_ids, external_id) == external_ids.end()) return false;
  if (!allows(eshops, eshop_id)) return false;
  return email.empty() || equal_nocase(order.email, email);
}

OrderFilter parse_order_filter(const http::Query& query, std::size_t count_max) {
  OrderFilter filter;
  filter.id_from = number_param(query, "orderidfrom");
  filter.id_to = number_param(query, "orderidto");
  const auto [date_from, date_to] = parse_time_bounds(query, "orderdate");
  filter.date_from = date_from;
  filter.date_to = date_to;
  filter.ids = numbers_param(query, "orderid");
  filter.states = numbers_param(query, "orderstate");
  filter.payment_states = numbers_param(query, "paymentstate");
  filter.types = numbers_param(query, "ordertype");
  filter.warehouses = numbers_param(query, "warehouseid");
  filter.eshops = numbers_param(query, "eshopid");
  filter.external_ids = texts_param(query, "externalid");
  filter.credit_order_id = number_param(query, "creditorderid");
  filter.receipt_id = query.find("receiptid").value_or("");
  filter.email = query.find("email").value_or("");
  filter.newest_first = query.find("sort").value_or("-orderid") != "orderid";
  filter.start = static_cast<std::size_t>(std::max<std::int64_t>(0, number_param(query, "start").value_or(0)));
  filter.count = static_cast<std::size_t>(std::max<std::int64_t>(0, number_param(query, "num").value_or(10)));
  filter.count = std::min(filter.count, count_max);
  return filter;
}

}  // namespace kassabro::sandbox::sitoo
