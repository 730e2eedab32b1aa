#include "sandbox/rule/model.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/time_text.hpp"

namespace kassabro::sandbox::rule {
namespace {

constexpr std::array<std::pair<FieldType, std::string_view>, 7> field_types{{
    {FieldType::text, "text"},
    {FieldType::single, "single"},
    {FieldType::multiple, "multiple"},
    {FieldType::json, "json"},
    {FieldType::date, "date"},
    {FieldType::datetime, "datetime"},
    {FieldType::time, "time"},
}};

}  // namespace

std::string_view to_text(FieldType type) {
  for (const auto& [known, text] : field_types)
    if (known == type) return text;
  return "text";
}

std::optional<FieldType> parse_field_type(std::string_view text) {
  for (const auto& [type, known] : field_types)
    if (known == text) return type;
  return std::nullopt;
}

std::string_view to_text(Status status) {
  switch (status) {
    case Status::active: return "ACTIVE";
    case Status::blocked: return "BLOCKED";
    case Status::pending: return "PENDING";
  }
  return "ACTIVE";
}

std::string_view to_text(Sending::State state) {
  switch (state) {
    case Sending::State::queued: return "queued";
    case Sending::State::sent: return "sent";
    case Sending::State::cancelled: return "cancelled";
    case Sending::State::not_sent: return "not_sent";
  }
  return "queued";
}

std::string_view state_of(const AutomationPass& pass, Timestamp now) {
  const auto is_cancelled = [](const Sending& sending) { return sending.state == Sending::State::cancelled; };
  if (!pass.sendings.empty() && std::ranges::all_of(pass.sendings, is_cancelled)) return "cancelled";
  if (now < pass.due_at) return "queued";
  return pass.flow_ends && now >= pass.ends_at ? "completed" : "sent";
}

std::string to_rule_time(Timestamp at) { return to_local_text(at, "Europe/Stockholm"); }

}  // namespace kassabro::sandbox::rule
