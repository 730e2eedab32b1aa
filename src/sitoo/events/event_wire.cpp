#include "sitoo/events/event_wire.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace kassabro::sitoo::events {
namespace {

constexpr std::size_t event_id_bytes_max = 100;
constexpr std::size_t type_bytes_max = 50;

// Which events name an order: `order` and `booking` with OrderData, `order-delivery` with OrderDeliveryData (C.2).
constexpr std::array<std::string_view, 3> order_types{"order", "booking", "order-delivery"};

std::string digest_of(std::string_view text) {
  constexpr std::size_t bytes = 16;  // as long as Sitoo's own ids
  const auto digest = KeyedDigest(Digest{}).of(text);
  return fmt::format("d-{:02x}", fmt::join(digest.begin(), digest.begin() + bytes, ""));
}

// "5E9FD002-1190-4A4C-..." and "5e9fd00211904a4c..." are one id.
std::string normalised_id(std::string_view written) {
  std::string id;
  for (const char c : trimmed(written))
    if (c != '-') id += ascii_lower(c);
  return id;
}

std::string event_id(const json::object& event, const json::value& whole) {
  auto id = normalised_id(text_member(event, "event_id"));
  const bool usable = !id.empty() && id.size() <= event_id_bytes_max && !has_control_characters(id);
  return usable ? id : digest_of(to_json_text(whole));
}

// Sitoo's spelling with dashes, however it was written.
std::string event_type(const json::object& event) {
  auto type = ascii_lowered(tame_text(text_member(event, "event_type"), type_bytes_max));
  std::ranges::replace(type, '_', '-');
  return type;
}

Result<std::int64_t> positive_number(const json::object& data, std::string_view name, std::string_view joined_name) {
  const bool is_there = find_member(data, name) != nullptr;
  const auto found = is_there ? name : joined_name;
  const auto field = "data." + std::string(name);
  if (find_member(data, found) == nullptr) return fail(invalid(field, "It is missing."));
  const auto number = int_member(data, found);
  if (!number || *number <= 0) return fail(invalid(field, "This is not a number above 0."));
  return *number;
}

bool asks_for_receipt(const json::object& data) {
  auto change = ascii_lowered(text_member(data, "order_event_type"));
  std::ranges::replace(change, '_', '-');
  return change == "email-receipt";
}

Result<void> read_order(const json::object& event, std::int64_t default_eshop_id, app::OrderEvent& out) {
  const auto* data = find_member(event, "data");
  if (data == nullptr || !data->is_object()) return fail(invalid("data", "It is missing or no object."));
  const auto& object = data->get_object();
  const auto order = positive_number(object, "order_id", "orderid");
  if (!order) return fail(order.error());
  const bool names_shop = find_member(object, "eshop_id") != nullptr || find_member(object, "eshopid") != nullptr;
  const auto shop = names_shop ? positive_number(object, "eshop_id", "eshopid") : Result<std::int64_t>(default_eshop_id);
  if (!shop) return fail(shop.error());
  out.order_id = std::to_string(*order);
  out.asks_for_receipt = asks_for_receipt(object);
  out.eshop_id = *shop;
  return {};
}

void add_event(app::EventBatch& batch, const json::value& value, std::int64_t default_eshop_id) {
  app::OrderEvent event;
  if (!value.is_object()) {
    auto text = to_json_text(value);
    event.id = digest_of(text);
    batch.broken.push_back({std::move(event), "An event must be an object.", std::move(text)});
    return;
  }
  const auto& object = value.get_object();
  event.id = event_id(object, value);
  event.type = event_type(object);
  if (event.type.empty()) {
    batch.broken.push_back({std::move(event), "event_type: It is missing.", to_json_text(value)});
    return;
  }
  if (std::ranges::find(order_types, event.type) != order_types.end())
    if (const auto read = read_order(object, default_eshop_id, event); !read) {
      batch.broken.push_back({std::move(event), read.error().field + ": " + read.error().message, to_json_text(value)});
      return;
    }
  batch.events.push_back(std::move(event));
}

const json::value* unwrapped(const json::value& body) {
  if (!body.is_object() || body.get_object().contains("event_type")) return &body;
  for (const char* name : {"events", "items"})
    if (const auto* inner = body.get_object().if_contains(name); inner != nullptr && inner->is_array()) return inner;
  return &body;
}

}  // namespace

Result<app::EventBatch> parse_events(std::string_view body, std::int64_t default_eshop_id) {
  const auto value = parse_json(body);
  if (!value) return fail(value.error());
  const auto& events = *unwrapped(*value);
  if (!events.is_structured()) return fail(invalid("body", "The body is neither an array of events nor an event."));
  app::EventBatch batch;
  if (events.is_array())
    for (const auto& event : events.get_array()) add_event(batch, event, default_eshop_id);
  else
    add_event(batch, events, default_eshop_id);
  return batch;
}

}  // namespace kassabro::sitoo::events
