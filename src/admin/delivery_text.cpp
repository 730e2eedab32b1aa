#include "admin/delivery_text.hpp"

#include <fmt/format.h>

#include "base/time_text.hpp"

namespace kassabro::admin {
namespace {

// A text that was cut, or is no JSON, stays a text.
json::value as_json(const std::string& text) {
  if (text.empty()) return nullptr;
  auto value = parse_json(text);
  return value ? std::move(*value) : json::value(json::string(text));
}

json::object call_object(const app::SentCall& call) {
  return {{"method", call.method},          {"path", call.path},
          {"body", as_json(call.body)},     {"status", call.status},
          {"answer", as_json(call.answer)}, {"took_ms", call.took.count()},
          {"shared_by", call.shared_by}};
}

}  // namespace

json::object delivery_object(const app::DeliveryRow& row) {
  return {{"delivery_id", std::to_string(row.delivery.id)},
          {"account_id", std::to_string(row.delivery.account)},
          {"contact_id", std::to_string(row.delivery.contact)},
          {"order_id", row.delivery.order_id},
          {"kind", to_text(row.delivery.kind)},
          {"state", to_text(row.state)},
          {"attempts", row.delivery.attempts},
          {"ambiguous", row.delivery.ambiguous},
          {"not_before", to_iso(row.not_before)},
          {"reason", row.reason},
          {"created_at", to_iso(row.created_at)},
          {"updated_at", to_iso(row.updated_at)},
          {"trace_id", trace_id_of(row.delivery.trace)}};
}

json::value trace_id_of(const Trace& trace) {
  if (!trace.has_begun()) return nullptr;
  return json::value(json::string(TraceText(trace).trace_id()));
}

std::string precise_iso(Timestamp at) {
  auto text = to_iso(at);  // "…:05Z"
  text.pop_back();
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count() % 1000;
  return fmt::format("{}.{:03}Z", text, ms < 0 ? ms + 1000 : ms);
}

json::object try_object(const app::DeliveryTry& tried) {
  json::array calls;
  for (const auto& call : tried.calls) calls.push_back(call_object(call));
  return {{"number", tried.number},   {"at", precise_iso(tried.at)}, {"took_ms", tried.took.count()},
          {"outcome", tried.outcome}, {"reason", tried.reason},      {"calls", std::move(calls)}};
}

}  // namespace kassabro::admin
