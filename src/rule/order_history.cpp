#include "rule/order_history.hpp"

#include <algorithm>
#include <iterator>

#include "rule/answers.hpp"
#include "rule/order_fields.hpp"

namespace kassabro::rule {
namespace {

std::string standing_fact(const RuleNames& names) {
  return "rule.order_groups:" + names.order_group + (names.native_groups ? "+Order" : "");
}

std::vector<Group> order_groups(const RuleNames& names) {
  if (names.native_groups) return {Group::order, Group::native_order};
  return {Group::order};
}

std::vector<FieldValue> of_group(const std::vector<FieldValue>& values, Group group) {
  std::vector<FieldValue> some;
  std::ranges::copy_if(values, std::back_inserter(some), [&](const FieldValue& value) { return value.key.group == group; });
  return some;
}

std::vector<FieldValue> ids_only(const std::vector<FieldValue>& values) {
  std::vector<FieldValue> ids;
  std::ranges::copy_if(values, std::back_inserter(ids),
                       [](const FieldValue& value) { return value.key.name == order_id_field(value.key.group); });
  return ids;
}

constexpr std::size_t looked_through_pages_max = 5;  // of whoever has bought more it is searched

struct LookedThrough {
  std::size_t records = 0;
  bool shows_it = false;
};

// A page of records ({"data":[{"values":[{field_name, field_value}]}]}): is one of this value among them?
LookedThrough look_through(const json::value& body, std::string_view field, std::string_view value) {
  LookedThrough found;
  const auto* data = body.is_object() ? body.get_object().if_contains("data") : nullptr;
  if (data == nullptr || !data->is_array()) return found;
  for (const auto& record : data->get_array()) {
    ++found.records;
    const auto* values = record.is_object() ? record.get_object().if_contains("values") : nullptr;
    if (values == nullptr || !values->is_array()) continue;
    for (const auto& entry : values->get_array()) {
      if (!entry.is_object() || text_member(entry.get_object(), "field_name") != field) continue;
      const auto* content = entry.get_object().if_contains("field_value");
      if (content != nullptr && text_of(*content) == value) found.shows_it = true;
    }
  }
  return found;
}

}  // namespace

Async<OrderHistory::Standing> OrderHistory::standing(Shop shop) {
  const auto known = co_await facts_.find(shop.account.id, standing_fact(shop.names));
  if (known == "historical") co_return Standing::historical;
  co_return known == "flat" ? Standing::flat : Standing::unknown;
}

// The records are looked through: a search that finds nothing is a 404, which Rule counts as an error, and with some orders in doubt a small
// shop's share of errors had it blocked before any was told.
Async<std::expected<bool, CallError>> OrderHistory::has_record(Shop shop, std::int64_t subscriber_id,
                                                               const std::string& order_id) {
  const std::vector<std::string> groups{shop.names.order_group};
  for (std::size_t page = 1; page <= looked_through_pages_max; ++page) {
    const auto answer = co_await client_.deliver(shop.account, list_records_call(subscriber_id, groups, page), shop.errand);
    if (!answer && answer.error().kind == CallErrorKind::not_found) co_return false;
    if (!answer) co_return std::unexpected(answer.error());
    const auto found = look_through(answer->body, order_id_field(Group::order), order_id);
    if (found.shows_it) co_return true;
    if (found.records < records_per_page) co_return false;
  }
  co_return co_await search_record(shop, subscriber_id, order_id);
}

Async<std::expected<bool, CallError>> OrderHistory::search_record(Shop shop, std::int64_t subscriber_id,
                                                                  const std::string& order_id) {
  const auto call = search_record_call(subscriber_id, shop.names.order_group, order_id_field(Group::order), order_id);
  const auto answer = co_await client_.deliver(shop.account, call, shop.errand);
  if (answer) co_return parse_record(answer->body).has_value();
  if (answer.error().kind == CallErrorKind::not_found) co_return false;
  co_return std::unexpected(answer.error());
}

// The record that makes the group holds nothing but the order's number: every other field would come into being as text. The
// types follow, then the rest of the record.
Async<Done> OrderHistory::append(Shop shop, std::int64_t subscriber_id, const domain::Order& order) {
  const auto values = order_fields(shop.names, shop.account, order);
  const bool typed = co_await setup_.has_order_fields(shop);
  const auto first = typed ? values : ids_only(values);
  if (const auto answer = co_await writer_.write(shop, append_records_call(subscriber_id, first)); !answer)
    co_return std::unexpected(answer.error());
  if (typed) co_return Done();
  const auto changed = co_await change(shop, subscriber_id, order);
  if (!changed) co_return std::unexpected(changed.error());
  if (*changed) co_return Done();
  // Rule's reads lag behind its writes (SEEN SDK-LIVE): it is there, but not found yet.
  co_return std::unexpected(CallError{CallErrorKind::server, "Rule does not show the new record yet", true, {}, {}, 404});
}

Async<std::expected<bool, CallError>> OrderHistory::change(Shop shop, std::int64_t subscriber_id, const domain::Order& order) {
  if (const auto done = co_await setup_.ensure_order_fields(shop); !done) co_return std::unexpected(done.error());
  const auto values = order_fields(shop.names, shop.account, order);
  for (const auto group : order_groups(shop.names)) {
    const auto call = change_record_call(subscriber_id, group_name(shop.names, group), order_id_field(group), order.id,
                                         of_group(values, group));
    const auto answer = co_await writer_.write(shop, call);
    if (answer) continue;
    if (answer.error().kind != CallErrorKind::not_found) co_return std::unexpected(answer.error());
    if (group == Group::order) co_return false;  // a native record may be missing: it was switched on later
  }
  co_return true;
}

Async<Done> OrderHistory::learn_standing(Shop shop, std::int64_t subscriber_id, const std::string& order_id) {
  bool historical = true;
  for (const auto group : order_groups(shop.names)) {
    const auto call = search_record_call(subscriber_id, group_name(shop.names, group), order_id_field(group), order_id);
    const auto answer = co_await client_.deliver(shop.account, call, shop.errand);
    if (!answer && answer.error().kind == CallErrorKind::not_found) co_return Done();  // not shown yet: the next order tells
    if (!answer) co_return std::unexpected(answer.error());
    const auto record = parse_record(answer->body);
    if (!record) co_return Done();
    historical = historical && record->historical;
  }
  const auto fact = standing_fact(shop.names);
  const std::string told = historical ? "historical" : "flat";
  const auto known = co_await facts_.find(shop.account.id, fact);
  if (known == told) co_return Done();
  co_await facts_.save(shop.account.id, fact, told);
  if (!historical)
    on_notice_(shop.account.id,
               "Rule keeps only the latest purchase in the group " + shop.names.order_group +
                   ": switch \"historical data\" on for it in Rule. Until then each purchase takes more calls.");
  co_return Done();
}

}  // namespace kassabro::rule
