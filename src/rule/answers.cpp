#include "rule/answers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/scrub.hpp"
#include "base/text.hpp"
#include "http/url.hpp"
#include "rule/loose_values.hpp"
#include "rule/retry_after.hpp"

namespace kassabro::rule {
namespace {

// Rule blocks for longer when asked too early; this is for a 429 that does not say when.
constexpr std::chrono::seconds wait_unknown{30};

const json::object* object_member(const json::object& object, std::string_view name) {
  const auto* member = object.if_contains(name);
  return member == nullptr ? nullptr : member->if_object();
}

bool blocks(const json::value& suppression) {
  const auto* object = suppression.if_object();
  if (object == nullptr) return true;
  // "transactional" in lists, "transaction" in requests (SEEN NODE); whatever is not that stops campaigns.
  return !text_member(*object, "dispatcher_type").starts_with("transaction");
}

// In a single answer a list of suppressions, in a list of people a bool (SEEN SDK, MCP).
std::optional<bool> suppressed_of(const json::object& holder) {
  const auto* suppressed = holder.if_contains("suppressed");
  if (suppressed == nullptr || suppressed->is_null()) return std::nullopt;
  if (const auto* list = suppressed->if_array()) return std::ranges::any_of(*list, blocks);
  return bool_member(holder, "suppressed");
}

// {dispatcher_type, message_type, created_at}; without a message type it is all of them.
std::optional<app::RemoteSuppressed> suppressed_channels(const json::object& holder) {
  const auto* list = holder.if_contains("suppressed");
  if (list == nullptr || !list->is_array()) return std::nullopt;
  app::RemoteSuppressed suppressed;
  for (const auto& entry : list->get_array()) {
    if (!entry.is_object() || !blocks(entry)) continue;
    const auto& object = entry.get_object();
    const auto type = text_member(object, "message_type");
    const auto* created = object.if_contains("created_at");
    const auto since = created == nullptr ? std::nullopt : loose_time(*created, rule_time_zone);
    const bool is_email = type.empty() || type == "email";
    const bool is_sms = type.empty() || type == "text_message";
    if (is_email) suppressed.email_since = since;
    if (is_sms) suppressed.sms_since = since;
    suppressed.channels.email = suppressed.channels.email || is_email;
    suppressed.channels.sms = suppressed.channels.sms || is_sms;
  }
  // Blocked, or a double opt-in that is not confirmed: what holds for the channels is not said.
  const bool is_blocked_otherwise = !suppressed.channels.any() && !bool_member(holder, "opted_in").value_or(true);
  if (is_blocked_otherwise) return std::nullopt;
  return suppressed;
}

std::optional<bool> blocked_of(const json::object& person, const json::object& answer) {
  const auto opted_in = bool_member(person, "opted_in");
  const auto of_person = suppressed_of(person);
  const auto of_answer = suppressed_of(answer);  // beside the entity in the answer of an upsert (NODE)
  if (!opted_in && !of_person && !of_answer) return std::nullopt;
  return !opted_in.value_or(true) || of_person.value_or(false) || of_answer.value_or(false);
}

// {"fields":{path: text}} of v2 or {"errors":{field: [text] or text}} of v3.
std::vector<std::string> refused_fields(const json::object& body) {
  std::vector<std::string> names;
  for (const auto* member : {"fields", "errors"}) {
    const auto* object = object_member(body, member);
    if (object == nullptr) continue;
    for (const auto& [name, _] : *object) names.emplace_back(name);
  }
  return names;
}

std::string first_refusal(const json::object& body) {
  for (const auto* member : {"fields", "errors"}) {
    const auto* object = object_member(body, member);
    if (object == nullptr || object->empty()) continue;
    const auto& value = object->begin()->value();
    if (const auto* list = value.if_array(); list != nullptr && !list->empty()) return text_of(list->front()).value_or("");
    return text_of(value).value_or("");
  }
  return {};
}

std::string message_of(int status, const json::value& body) {
  std::string text = fmt::format("Rule answered {}", status);
  const auto* object = body.if_object();
  if (object == nullptr) return text;
  if (const auto code = text_member(*object, "error"); !code.empty()) text += " " + without_personal_data(code);
  if (const auto message = text_member(*object, "message"); !message.empty()) text += ": " + without_personal_data(message);
  const auto names = refused_fields(*object);
  if (!names.empty()) text += " [" + without_personal_data(fmt::format("{}", fmt::join(names, ", "))) + "]";
  if (const auto refusal = first_refusal(*object); !refusal.empty()) text += " " + without_personal_data(refusal);
  return text;
}

CallErrorKind kind_of(int status) {
  switch (status) {
    case 401:
    case 403: return CallErrorKind::unauthorized;
    case 404: return CallErrorKind::not_found;
    case 409: return CallErrorKind::conflict;
    case 429: return CallErrorKind::rate_limited;
    default: return status >= 400 && status < 500 ? CallErrorKind::invalid : CallErrorKind::server;
  }
}

CallError refusal_of(const http::OutboundResponse& response, const json::value& body, Timestamp now) {
  CallError error;
  error.kind = kind_of(response.status);
  error.status = response.status;
  error.message = message_of(response.status, body);
  error.maybe_received = response.status >= 500;
  if (response.status >= 300 && response.status < 400) error.message += ": does rule.base_url begin with https?";
  if (const auto* object = body.if_object()) error.fields = refused_fields(*object);
  if (error.kind == CallErrorKind::rate_limited) {
    const auto asked = response.header("retry-after");
    const auto until = asked ? parse_retry_after(*asked, response.header("date"), now) : std::nullopt;
    error.not_before = until.value_or(now + wait_unknown);
  }
  return error;
}

}  // namespace

std::optional<Subscriber> parse_subscriber(const json::value& body) {
  const auto* answer = body.if_object();
  if (answer == nullptr) return std::nullopt;
  const auto* person = object_member(*answer, "subscriber");
  if (person == nullptr) person = object_member(*answer, "data");
  if (person == nullptr) return std::nullopt;
  const auto id = int_member(*person, "id");
  if (!id) return std::nullopt;
  auto phone = text_member(*person, "phone_number");
  if (phone.empty()) phone = text_member(*person, "phone");  // v3 says `phone` going out (SEEN)
  return Subscriber{*id, text_member(*person, "email"), std::move(phone), blocked_of(*person, *answer),
                    suppressed_channels(*person)};
}

app::RemoteLink link_of(const Subscriber& subscriber, const std::optional<app::RemoteLink>& known, Timestamp now) {
  if (subscriber.blocked) return {subscriber.id, *subscriber.blocked, now};
  if (known && known->remote_id == subscriber.id) return *known;
  return {subscriber.id, known && known->blocked, Timestamp{}};
}

std::vector<RemoteField> parse_fields(const json::value& body) {
  std::vector<RemoteField> found;
  const auto* answer = body.if_object();
  const auto* groups = answer == nullptr ? nullptr : answer->if_contains("groups");
  if (groups == nullptr || !groups->is_array()) return found;
  for (const auto& item : groups->get_array()) {
    const auto* group = item.if_object();
    const auto* fields = group == nullptr ? nullptr : group->if_contains("fields");
    if (fields == nullptr || !fields->is_array() || bool_member(*group, "historical").value_or(false)) continue;
    for (const auto& entry : fields->get_array()) {
      const auto* field = entry.if_object();
      if (field == nullptr) continue;
      auto name = text_member(*field, "name");
      if (name.empty()) name = text_member(*field, "key");  // NODE says key, SDK name; which is live is OPEN
      const auto* value = find_member(*field, "value");
      if (!name.empty() && value != nullptr) found.push_back({text_member(*group, "name"), std::move(name), *value});
    }
  }
  return found;
}

std::optional<std::size_t> parse_next_page(const json::value& body) {
  const auto* answer = body.if_object();
  const auto* meta = answer == nullptr ? nullptr : object_member(*answer, "meta");
  const auto next = meta == nullptr ? std::string() : text_member(*meta, "next");
  if (!next.contains('?')) return std::nullopt;
  const http::Query query(std::string_view(next).substr(next.find('?') + 1));
  const auto text = query.find("page").value_or("");
  std::size_t page = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), page);
  return error == std::errc{} && end == text.data() + text.size() && page > 0 ? std::optional(page) : std::nullopt;
}

std::vector<std::string> parse_group_names(const json::value& body) {
  std::vector<std::string> names;
  const auto* answer = body.if_object();
  const auto* groups = answer == nullptr ? nullptr : answer->if_contains("groups");
  if (groups == nullptr || !groups->is_array()) return names;
  for (const auto& item : groups->get_array())
    if (const auto* group = item.if_object()) names.push_back(text_member(*group, "name"));
  return names;
}

std::vector<app::RemotePage::Person> parse_people(const json::value& body, Timestamp now) {
  std::vector<app::RemotePage::Person> people;
  const auto* answer = body.if_object();
  const auto* list = answer == nullptr ? nullptr : answer->if_contains("subscribers");
  if (list == nullptr || !list->is_array()) return people;
  for (const auto& item : list->get_array()) {
    const auto subscriber = parse_subscriber(json::object{{"subscriber", item}});
    if (!subscriber) continue;
    const auto changed = loose_time(json::value(text_member(item.get_object(), "updated_at")), rule_time_zone);
    people.push_back({link_of(*subscriber, std::nullopt, now), changed.value_or(Timestamp{})});
  }
  return people;
}

std::optional<Record> parse_record(const json::value& body) {
  const auto* answer = body.if_object();
  const auto* data = answer == nullptr ? nullptr : object_member(*answer, "data");
  if (data == nullptr) return std::nullopt;
  const auto id = int_member(*data, "id");
  if (!id) return std::nullopt;
  return Record{*id, bool_member(*data, "historical").value_or(false)};
}

std::vector<std::string> parse_tag_names(const json::value& body) {
  std::vector<std::string> names;
  const auto* answer = body.if_object();
  const auto* person = answer == nullptr ? nullptr : object_member(*answer, "subscriber");
  const auto* tags = person == nullptr ? nullptr : person->if_contains("tags");
  if (tags == nullptr || !tags->is_array()) return names;
  for (const auto& entry : tags->get_array())
    if (const auto* tag = entry.if_object()) names.push_back(text_member(*tag, "name"));
  return names;
}

std::optional<app::RemoteOwner> parse_owner(const json::value& body) {
  const auto* answer = body.if_object();
  const auto id = answer == nullptr ? std::nullopt : int_member(*answer, "account_id");
  if (!id) return std::nullopt;
  auto name = text_member(*answer, "company");
  if (name.empty()) name = text_member(*answer, "name");
  return app::RemoteOwner{*id, std::move(name)};
}

CallResult read_answer(const http::OutboundResponse& response, Timestamp now, Expect expect) {
  auto body = response.body.empty() ? Result<json::value>(json::value()) : parse_json(response.body);
  if (response.status < 200 || response.status >= 300)
    return std::unexpected(refusal_of(response, body.value_or(json::value()), now));
  if (expect == Expect::text) return Answer{response.status, json::string(response.body)};
  if (!body)
    return std::unexpected(CallError{
        CallErrorKind::server, fmt::format("Rule answered {} without JSON", response.status), true, {}, {}, response.status});
  return Answer{response.status, std::move(*body)};
}

CallError error_of(const http::TransportError& error) {
  const auto* message = error.timed_out ? "Rule did not answer in time" : "Rule could not be reached";
  return {CallErrorKind::transport, message, error.maybe_received, {}, {}, 0};
}

}  // namespace kassabro::rule
