#include "admin/handlers.hpp"
#include "admin/parameters.hpp"
#include "admin/webhook_text.hpp"
#include "base/time_text.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

struct Place {
  app::AccountId account = 0;
  app::EndpointId endpoint = 0;
};

Result<Place> parse_place_in_path(const Call& call) {
  const auto account = parse_id(call.params[0], "account");
  if (!account) return fail(account.error());
  const auto endpoint = parse_id(call.params[1], "endpoint");
  if (!endpoint) return fail(endpoint.error());
  return Place{*account, *endpoint};
}

const json::value* given(const json::object& body, std::string_view name) {
  const auto* value = body.if_contains(name);
  return value != nullptr && !value->is_null() ? value : nullptr;
}

Result<std::optional<app::MessageTypes>> parse_types(const json::object& body) {
  const auto* list = given(body, "types");
  if (list == nullptr) return std::nullopt;
  constexpr std::size_t types_max = 20;
  if (!list->is_array() || list->get_array().size() > types_max)
    return fail(invalid("types", "This must be an array of types."));
  app::MessageTypes types;
  for (const auto& item : list->get_array()) {
    const auto type = item.is_string() ? app::parse_message_type(item.get_string()) : std::nullopt;
    if (!type || *type == app::MessageType::endpoint_test) return fail(invalid("types", "There is no such type."));
    types.add(*type);
  }
  return types;
}

// What both adding and changing may name.
Result<app::EndpointChange> parse_change(const Call& call) {
  const auto value = parse_json(call.request.body);
  if (!value) return fail(value.error());
  if (!value->is_object()) return fail(invalid("body", "This must be a JSON object."));
  const auto& body = value->get_object();
  constexpr std::array<std::string_view, 2> texts{"url", "description"};
  if (auto checked = check_texts(body, texts); !checked) return fail(checked.error());
  app::EndpointChange change;
  if (const auto* url = given(body, "url")) change.url = std::string(url->get_string());
  if (const auto* description = given(body, "description")) change.description = std::string(description->get_string());
  auto types = parse_types(body);
  if (!types) return fail(types.error());
  change.types = *types;
  if (const auto* enabled = given(body, "enabled")) {
    if (!enabled->is_bool()) return fail(invalid("enabled", "This is true or false."));
    change.enabled = enabled->get_bool();
  }
  return change;
}

http::Response secret_answer(const json::object& body, int status = 200) {
  auto response = http::json_response(to_json_text(body), status);
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

http::Response counted(std::size_t count) { return http::json_response(to_json_text(json::object{{"count", count}})); }

}  // namespace

Async<http::Response> list_endpoints(const Call& call) {
  const auto account = parse_id(call.params[0], "account");
  if (!account) co_return http::problem(account.error());
  const auto endpoints = co_await call.use_cases.webhooks.endpoints.list(*account);
  if (!endpoints) co_return http::problem(endpoints.error());
  json::array items;
  for (const auto& endpoint : *endpoints) items.push_back(endpoint_object(endpoint));
  co_return http::json_response(to_json_text(json::object{{"items", std::move(items)}}));
}

Async<http::Response> add_endpoint(const Call& call) {
  const auto account = parse_id(call.params[0], "account");
  if (!account) co_return http::problem(account.error());
  const auto wanted = parse_change(call);
  if (!wanted) co_return http::problem(wanted.error());
  const auto added = co_await call.use_cases.webhooks.endpoints.add(
      *account, {wanted->url.value_or(""), wanted->description.value_or(""), wanted->types.value_or(app::MessageTypes()),
                 wanted->enabled.value_or(true)});
  if (!added) co_return http::problem(added.error());
  auto body = endpoint_object(*added);
  body["secret"] = added->secret.reveal();
  co_return secret_answer(body, 201);
}

Async<http::Response> get_endpoint(const Call& call) {
  const auto place = parse_place_in_path(call);
  if (!place) co_return http::problem(place.error());
  const auto endpoint = co_await call.use_cases.webhooks.endpoints.get(place->account, place->endpoint);
  if (!endpoint) co_return http::problem(endpoint.error());
  co_return http::json_response(to_json_text(endpoint_object(*endpoint)));
}

Async<http::Response> change_endpoint(const Call& call) {
  const auto place = parse_place_in_path(call);
  if (!place) co_return http::problem(place.error());
  const auto wanted = parse_change(call);
  if (!wanted) co_return http::problem(wanted.error());
  const auto changed = co_await call.use_cases.webhooks.endpoints.change(place->account, place->endpoint, *wanted);
  if (!changed) co_return http::problem(changed.error());
  co_return http::json_response(to_json_text(endpoint_object(*changed)));
}

Async<http::Response> remove_endpoint(const Call& call) {
  const auto place = parse_place_in_path(call);
  if (!place) co_return http::problem(place.error());
  const auto removed = co_await call.use_cases.webhooks.endpoints.remove(place->account, place->endpoint);
  if (!removed) co_return http::problem(removed.error());
  co_return http::empty_response(204);
}

Async<http::Response> reveal_endpoint_secret(const Call& call) {
  const auto place = parse_place_in_path(call);
  if (!place) co_return http::problem(place.error());
  const auto endpoint = co_await call.use_cases.webhooks.endpoints.get(place->account, place->endpoint);
  if (!endpoint) co_return http::problem(endpoint.error());
  co_return secret_answer(secret_object(*endpoint, call.use_cases.clock.now()));
}

Async<http::Response> rotate_endpoint_secret(const Call& call) {
  const auto place = parse_place_in_path(call);
  if (!place) co_return http::problem(place.error());
  const auto rotated = co_await call.use_cases.webhooks.endpoints.rotate_secret(place->account, place->endpoint);
  if (!rotated) co_return http::problem(rotated.error());
  co_return secret_answer(secret_object(*rotated, call.use_cases.clock.now()));
}

Async<http::Response> test_endpoint(const Call& call) {
  const auto place = parse_place_in_path(call);
  if (!place) co_return http::problem(place.error());
  const auto message = co_await call.use_cases.webhooks.endpoints.send_test(place->account, place->endpoint);
  if (!message) co_return http::problem(message.error());
  co_return http::json_response(to_json_text(json::object{{"message_id", *message}}), 202);
}

Async<http::Response> recover_endpoint(const Call& call) {
  const auto place = parse_place_in_path(call);
  if (!place) co_return http::problem(place.error());
  const auto body = parse_json(call.request.body);
  if (!body) co_return http::problem(body.error());
  if (!body->is_object()) co_return http::problem(invalid("body", "This must be an object with since."));
  constexpr std::array<std::string_view, 1> texts{"since"};
  if (auto checked = check_texts(body->get_object(), texts); !checked) co_return http::problem(checked.error());
  const auto since = parse_timestamp(text_member(body->get_object(), "since"));
  if (!since) co_return http::problem(invalid("since", "This is not a time such as 2026-11-24T12:00:00Z."));
  const auto count = co_await call.use_cases.webhooks.endpoints.recover(place->account, place->endpoint, *since);
  if (!count) co_return http::problem(count.error());
  co_return counted(*count);
}

Async<http::Response> replay_message(const Call& call) {
  const auto account = parse_id(call.params[0], "account");
  if (!account) co_return http::problem(account.error());
  if (!app::is_message_id(call.params[1])) co_return http::problem(invalid("message", "This is not a message's id."));
  const auto body = parse_json(call.request.body);
  if (!body) co_return http::problem(body.error());
  if (!body->is_object()) co_return http::problem(invalid("body", "This must be a JSON object."));
  constexpr std::array<std::string_view, 1> texts{"endpoint_id"};
  if (auto checked = check_texts(body->get_object(), texts); !checked) co_return http::problem(checked.error());
  std::optional<app::EndpointId> endpoint;
  if (const auto text = text_member(body->get_object(), "endpoint_id"); !text.empty()) {
    const auto id = parse_id(text, "endpoint_id");
    if (!id) co_return http::problem(id.error());
    endpoint = *id;
  }
  const auto count = co_await call.use_cases.webhooks.endpoints.replay(*account, call.params[1], endpoint);
  if (!count) co_return http::problem(count.error());
  co_return counted(*count);
}

}  // namespace kassabro::admin
