#include "rule/purchases.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <set>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "domain/money.hpp"
#include "rule/loose_values.hpp"

namespace kassabro::rule {
namespace {

using domain::Order;
using domain::OrderLine;

constexpr std::size_t lines_max = 200;
constexpr std::size_t text_bytes_max = 200;
constexpr std::int64_t quantity_max = 1'000'000;

using Words = std::span<const std::string_view>;
constexpr std::array<std::string_view, 5> name_words{"name", "title", "productname", "product_name", "description"};
constexpr std::array<std::string_view, 5> sku_words{"sku", "articlenumber", "article_number", "productnumber", "id"};
constexpr std::array<std::string_view, 3> quantity_words{"qty", "quantity", "count"};
constexpr std::array<std::string_view, 4> row_words{"total", "row_total", "total_price", "totalprice"};
constexpr std::array<std::string_view, 4> piece_words{"price_vat", "price_incl_vat", "price", "unit_price"};
constexpr std::array<std::string_view, 2> subtotal_words{"subtotal", "sub_total"};
constexpr std::array<std::string_view, 5> cancelled_words{"cancel", "fail", "declin", "avbruten", "annuller"};

const json::value* find_value(const PurchaseRecord& record, const PurchaseGroup::Names& names) {
  for (const auto& name : names)
    for (const auto& [field, value] : record.values) {
      const auto* text = value.if_string();
      const bool is_absent = value.is_null() || (text != nullptr && text->empty());
      if (equal_nocase(field, name) && !is_absent) return &value;
    }
  return nullptr;
}

std::string find_text(const PurchaseRecord& record, const PurchaseGroup::Names& names) {
  const auto* value = find_value(record, names);
  return value == nullptr ? std::string() : tame_text(trimmed(text_of(*value).value_or("")), text_bytes_max);
}

const json::value* find_member(const json::object& object, Words words) {
  for (const auto word : words)
    for (const auto& [name, value] : object)
      if (equal_nocase({name.data(), name.size()}, word) && !value.is_null()) return &value;
  return nullptr;
}

std::string member_text(const json::object& object, Words words) {
  const auto* value = find_member(object, words);
  return value == nullptr ? std::string() : tame_text(trimmed(text_of(*value).value_or("")), text_bytes_max);
}

std::optional<std::int64_t> money(const json::value* value, std::string_view currency) {
  if (value == nullptr) return std::nullopt;
  const auto amount = loose_amount(*value, currency, Rounding::half_up);
  return amount ? std::optional(amount->minor) : std::nullopt;
}

// Products come as an array, as JSON text, or as an object with a product a member.
std::vector<json::object> items_of(const json::value* value) {
  std::vector<json::object> items;
  if (value == nullptr) return items;
  json::value decoded;
  if (const auto* text = value->if_string()) {
    decoded = parse_json(*text).value_or(json::value());
    value = &decoded;
  }
  const auto add = [&items](const json::value& item) {
    if (item.is_object() && items.size() < lines_max) items.push_back(item.get_object());
  };
  if (const auto* list = value->if_array())
    for (const auto& item : *list) add(item);
  if (const auto* object = value->if_object())
    for (const auto& [_, item] : *object) add(item);
  return items;
}

std::int64_t pieces(const json::object& item) {
  const auto* value = find_member(item, quantity_words);
  const auto count = money(value, "JPY").value_or(0);  // a currency without decimals: whole pieces
  return count != 0 && std::abs(count) <= quantity_max ? count : 1;
}

bool is_amount(std::int64_t minor) { return std::abs(minor) <= domain::amount_minor_max; }

// The row's sum as the shop says it, or of a piece's price. A web shop's taxes are not told row by row everywhere, so the sum
// stands as net, without a share of tax.
OrderLine line_of(const json::object& item, std::string_view currency) {
  OrderLine line;
  line.name = member_text(item, name_words);
  line.sku = member_text(item, sku_words);
  line.quantity = pieces(item);
  auto sum = money(find_member(item, row_words), currency);
  if (!sum)
    if (const auto price = money(find_member(item, piece_words), currency); price && is_amount(*price * line.quantity))
      sum = *price * line.quantity;
  if (!sum) sum = money(find_member(item, subtotal_words), currency);
  line.net_minor = sum.value_or(0);
  return line;
}

std::vector<OrderLine> lines_of(const PurchaseRecord& record, const PurchaseGroup& group, std::string_view currency) {
  std::vector<OrderLine> lines;
  for (const auto& item : items_of(find_value(record, group.products))) lines.push_back(line_of(item, currency));
  if (!lines.empty()) return lines;
  const auto* names = find_value(record, group.names);
  if (names == nullptr) return lines;
  json::value list = *names;
  if (const auto* text = names->if_string()) list = parse_json(*text).value_or(json::value());
  if (!list.is_array()) list = json::array{*names};
  for (const auto& entry : list.get_array()) {
    OrderLine line;
    line.name = tame_text(trimmed(text_of(entry).value_or("")), text_bytes_max);
    line.quantity = 1;
    if (!line.name.empty() && lines.size() < lines_max) lines.push_back(std::move(line));
  }
  return lines;
}

bool is_cancelled(const PurchaseRecord& record, const PurchaseGroup& group) {
  const auto status = ascii_lowered(find_text(record, group.status));
  return std::ranges::any_of(cancelled_words, [&](auto word) { return status.contains(word); });
}

std::optional<Order> order_of(const app::Account& account, const PurchaseGroup& group, const PurchaseRecord& record) {
  if (is_cancelled(record, group)) return std::nullopt;
  Order order;
  order.channel = group.channel;
  order.id = find_text(record, group.number);
  if (order.id.empty()) order.id = std::to_string(record.id);
  order.currency = domain::parse_currency(find_text(record, group.currency));
  if (order.currency.empty()) order.currency = account.currency;
  order.time_zone = account.time_zone;
  order.lines = lines_of(record, group, order.currency);
  const auto* total = find_value(record, group.total);
  const auto amount = money(total, order.currency);
  if (total != nullptr && !amount) return std::nullopt;
  if (!amount && order.lines.empty()) return std::nullopt;
  if (amount)
    order.total_minor = *amount;
  else
    for (const auto& line : order.lines) order.total_minor += line.net_minor;
  if (!is_amount(order.total_minor)) return std::nullopt;
  order.net_minor = order.total_minor;
  order.discount_minor = std::max<std::int64_t>(0, money(find_value(record, group.discount), order.currency).value_or(0));
  order.type = order.total_minor < 0 ? domain::OrderType::return_ : domain::OrderType::sale;
  const auto* date = find_value(record, group.date);
  auto at = date == nullptr ? std::nullopt : loose_time(*date, account.time_zone);
  if (!at) at = loose_time(json::value(record.created_at), rule_time_zone);
  if (!at) return std::nullopt;
  order.ordered_at = *at;
  return order;
}

}  // namespace

std::vector<PurchaseRecord> parse_purchase_records(const json::value& body) {
  std::vector<PurchaseRecord> records;
  const auto* answer = body.if_object();
  const auto* data = answer == nullptr ? nullptr : answer->if_contains("data");
  if (data == nullptr || !data->is_array()) return records;
  for (const auto& item : data->get_array()) {
    const auto* object = item.if_object();
    const auto* values = object == nullptr ? nullptr : object->if_contains("values");
    if (values == nullptr || !values->is_array()) continue;
    PurchaseRecord record{
        int_member(*object, "id").value_or(0), text_member(*object, "group_name"), text_member(*object, "created_at"), {}};
    for (const auto& entry : values->get_array()) {
      if (!entry.is_object()) continue;
      const auto* value = entry.get_object().if_contains("field_value");
      auto name = text_member(entry.get_object(), "field_name");
      if (value != nullptr && !name.empty()) record.values.emplace_back(std::move(name), *value);
    }
    records.push_back(std::move(record));
  }
  return records;
}

std::vector<Order> purchases_of(const app::Account& account, std::span<const PurchaseGroup> groups,
                                std::vector<PurchaseRecord> records, std::size_t count_max) {
  std::ranges::stable_sort(records, std::ranges::greater{}, [](const PurchaseRecord& record) {
    return std::pair<std::string_view, std::int64_t>(record.created_at, record.id);
  });
  std::vector<Order> purchases;
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& record : records) {
    const auto group = std::ranges::find_if(
        groups, [&](const PurchaseGroup& candidate) { return equal_nocase(candidate.group, record.group); });
    if (group == groups.end()) continue;
    // The newest record of a cancelled order keeps the older ones from counting.
    auto number = find_text(record, group->number);
    if (!number.empty() && !seen.emplace(group->channel, std::move(number)).second) continue;
    if (auto order = order_of(account, *group, record)) purchases.push_back(std::move(*order));
  }
  std::ranges::stable_sort(purchases, std::ranges::greater{}, &Order::ordered_at);
  if (purchases.size() > count_max) purchases.resize(count_max);
  return purchases;
}

}  // namespace kassabro::rule
