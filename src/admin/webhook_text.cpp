#include "admin/webhook_text.hpp"

#include "admin/delivery_text.hpp"
#include "admin/parameters.hpp"
#include "base/time_text.hpp"

namespace kassabro::admin {
namespace {

json::value time_or_null(const std::optional<Timestamp>& at) { return at ? json::value(to_iso(*at)) : json::value(nullptr); }

json::value old_secret_end(const app::Endpoint& endpoint, std::optional<Timestamp> now) {
  const bool is_over = endpoint.old_secret_ends_at && now && *endpoint.old_secret_ends_at <= *now;
  return is_over ? json::value(nullptr) : time_or_null(endpoint.old_secret_ends_at);
}

json::object try_object(const app::SendingTry& tried) {
  return {{"number", tried.number}, {"at", precise_iso(tried.at)}, {"took_ms", tried.took.count()},
          {"status", tried.status}, {"reason", tried.reason},      {"answer", tried.answer}};
}

json::value payload_value(const std::string& text) {
  auto value = parse_json(text);
  return value && value->is_object() ? std::move(*value) : json::value(json::object());
}

json::object told_object(const app::OutgoingMessage& message) {
  return {{"message_id", message.id},
          {"type", to_text(message.type)},
          {"created_at", to_iso(message.created_at)},
          {"payload", payload_value(message.payload)}};
}

}  // namespace

json::object endpoint_object(const app::Endpoint& endpoint) {
  const auto types = endpoint.types.texts();
  json::object out{{"endpoint_id", std::to_string(endpoint.id)},
                   {"url", endpoint.url},
                   {"description", endpoint.description},
                   {"types", json::array(types.begin(), types.end())},
                   {"enabled", !endpoint.disabled},
                   {"disabled_because", nullptr},
                   {"created_at", to_iso(endpoint.created_at)},
                   {"updated_at", to_iso(endpoint.updated_at)},
                   {"failing_since", time_or_null(endpoint.health.failing_since)},
                   {"last_success_at", time_or_null(endpoint.health.last_success_at)},
                   {"last_failure_at", time_or_null(endpoint.health.last_failure_at)},
                   {"old_secret_ends_at", old_secret_end(endpoint, std::nullopt)}};
  if (endpoint.disabled) out["disabled_because"] = to_text(*endpoint.disabled);
  return out;
}

json::object secret_object(const app::Endpoint& endpoint, Timestamp now) {
  return {{"secret", endpoint.secret.reveal()}, {"old_secret_ends_at", old_secret_end(endpoint, now)}};
}

json::object sending_object(const app::SendingRow& sending) {
  json::object out{{"message_id", sending.message},
                   {"endpoint_id", std::to_string(sending.endpoint)},
                   {"type", to_text(sending.type)},
                   {"created_at", to_iso(sending.created_at)},
                   {"state", to_text(sending.state)},
                   {"attempts", sending.attempts},
                   {"next_at", nullptr},
                   {"finished_at", time_or_null(sending.finished_at)},
                   {"last_status", sending.last_status},
                   {"reason", sending.reason}};
  if (sending.state == app::SendingState::pending) out["next_at"] = to_iso(sending.not_before);
  return out;
}

json::object message_object(const app::MessageFile& file) {
  json::array sendings;
  for (const auto& sending : file.sendings) {
    auto out = sending_object(sending.row);
    json::array tries;
    for (const auto& tried : sending.tries) tries.push_back(try_object(tried));
    out["tries"] = std::move(tries);
    sendings.push_back(std::move(out));
  }
  auto out = told_object(file.message);
  out["sendings"] = std::move(sendings);
  return out;
}

json::object answered_object(const app::MessageFile& file) {
  json::array answers;
  for (const auto& sending : file.sendings)
    for (const auto& tried : sending.tries)
      answers.push_back(json::object{{"at", precise_iso(tried.at)}, {"status", tried.status}, {"answer", tried.answer}});
  auto out = told_object(file.message);
  out["answers"] = std::move(answers);
  return out;
}

std::string place_text(const app::SendingRow& last) { return last.message + "." + std::to_string(last.endpoint); }

std::optional<app::SendingPlace> parse_place(std::string_view text) {
  const auto dot = text.find('.');
  if (dot == std::string_view::npos || !app::is_message_id(text.substr(0, dot))) return std::nullopt;
  const auto endpoint = parse_id(text.substr(dot + 1), "before");
  if (!endpoint) return std::nullopt;
  return app::SendingPlace{std::string(text.substr(0, dot)), *endpoint};
}

}  // namespace kassabro::admin
