#include "rule/wire.hpp"

#include <fmt/format.h>

#include "http/basic_credentials.hpp"
#include "http/url.hpp"

namespace kassabro::rule {
namespace {

using http::Method;

constexpr int page_size_max = 100;  // Rule refuses more (contracts section 1)

json::array texts(const std::vector<std::string>& list) {
  json::array out;
  for (const auto& text : list) out.emplace_back(text);
  return out;
}

// A `multiple` as a real array of strings (SEEN WOO, MAG), everything else as text; `json` is JSON-encoded text already.
json::value value_of(const FieldContent& content) {
  if (const auto* list = std::get_if<std::vector<std::string>>(&content)) return texts(*list);
  return json::value(std::get<std::string>(content));
}

json::object v3_value(const FieldValue& value) {
  return {{"field", value.key.name}, {"create_if_not_exists", true}, {"value", value_of(value.content)}};
}

std::string subscriber_path(std::string_view version, std::int64_t id, std::string_view rest) {
  return fmt::format("/{}/subscribers/{}{}", version, id, rest);
}

std::string_view identified_by(IdentifiedBy by) {
  switch (by) {
    case IdentifiedBy::email: return "email";
    case IdentifiedBy::phone_number: return "phone_number";
    case IdentifiedBy::id: return "id";
  }
  return "email";
}

json::value automation_of(Automation automation) {
  return automation == Automation::reset ? json::value("reset") : json::value(false);
}

}  // namespace

json::object entry_body(const Entry& entry, Shape shape) {
  json::object body;
  if (!entry.email.empty()) body["email"] = entry.email;
  if (!entry.phone.empty() && shape.phone) body["phone_number"] = entry.phone;
  if (!entry.language.empty()) body["language"] = entry.language;
  json::array fields;
  for (const auto& field : entry.fields) {
    if (!shape.empty_values && is_empty(field.content)) continue;
    fields.push_back(
        json::object{{"key", field.key.text()}, {"value", value_of(field.content)}, {"type", to_text(field.key.type)}});
  }
  body["fields"] = std::move(fields);
  return body;
}

Call upsert_call(std::span<const Entry> entries, const TagPlan& plan, Shape shape) {
  json::object body{{"update_on_duplicate", true}, {"automation", automation_of(plan.automation)}};
  if (plan.segments == Segments::leave) body["sync_subscribers"] = false;
  if (!plan.tags.empty()) body["tags"] = texts(tag_names(plan));  // an empty list is refused (SEEN WOO)
  if (entries.size() == 1) {
    body["subscribers"] = entry_body(entries.front(), shape);
  } else {
    json::array list;
    for (const auto& entry : entries) list.push_back(entry_body(entry, shape));
    body["subscribers"] = std::move(list);
  }
  return {Method::post, "/v2/subscribers", std::move(body)};
}

Call get_subscriber_call(IdentifiedBy by, std::string_view identifier) {
  return {Method::get, fmt::format("/v2/subscribers/{}?identified_by={}", http::percent_encode(identifier), identified_by(by)),
          std::nullopt};
}

Call remove_subscriber_call(IdentifiedBy by, std::string_view identifier) {
  return {Method::delete_,
          fmt::format("/v2/subscribers/{}?identified_by={}", http::percent_encode(identifier), identified_by(by)),
          std::nullopt};
}

Call get_fields_call(std::int64_t subscriber_id) {
  return {Method::get, fmt::format("/v2/subscriber/{}/fields?identified_by=id", subscriber_id), std::nullopt};  // singular
}

Call change_subscriber_call(std::int64_t subscriber_id, const Entry& entry, Shape shape) {
  return {Method::put, subscriber_path("v2", subscriber_id, ""), entry_body(entry, shape)};
}

Call add_tags_call(std::int64_t subscriber_id, const TagPlan& plan) {
  json::object body{{"tags", texts(tag_names(plan))}};
  if (plan.automation == Automation::reset) body["automation"] = "reset";  // absent: no trigger (SEEN)
  return {Method::post, subscriber_path("v2", subscriber_id, "/tags?identified_by=id"), std::move(body)};
}

Call remove_tag_call(std::int64_t subscriber_id, std::string_view tag) {
  return {Method::delete_,
          subscriber_path("v2", subscriber_id, fmt::format("/tags/{}?identified_by=id", http::percent_encode(tag))),
          std::nullopt};
}

namespace {

Call suppression_call(Method method, std::int64_t subscriber_id, app::RemoteChannels channels) {
  json::array types;
  if (channels.email) types.emplace_back("email");
  if (channels.sms) types.emplace_back("text_message");
  return {method, "/v3/suppressions/",  // with the slash (SEEN SDK)
          json::object{{"subscribers", json::array{subscriber_id}}, {"message_types", std::move(types)}}};
}

}  // namespace

Call suppress_call(std::int64_t subscriber_id, app::RemoteChannels channels) {
  return suppression_call(Method::post, subscriber_id, channels);
}

Call unsuppress_call(std::int64_t subscriber_id, app::RemoteChannels channels) {
  return suppression_call(Method::delete_, subscriber_id, channels);
}

// A mail's parts are base64, an SMS is plain text (SEEN NODE, PHP, RUBY).
Call send_receipt_call(const app::ReceiptMessage& message, std::string_view name) {
  json::object from{{"name", message.from_name}};
  if (!message.from_email.empty()) from["email"] = message.from_email;
  json::object body{{"transaction_name", name}, {"from", std::move(from)}};
  if (message.email.empty()) {
    body["transaction_type"] = "text_message";
    body["subject"] = name;
    body["to"] = json::object{{"phone_number", message.phone}};
    body["content"] = message.sms;
  } else {
    body["transaction_type"] = "email";
    body["subject"] = message.subject;
    body["to"] = json::object{{"email", message.email}};
    body["content"] = json::object{{"plain", http::encode_base64(message.plain)}, {"html", http::encode_base64(message.html)}};
  }
  return {Method::post, "/v2/transactionals", std::move(body)};
}

Call create_fields_call(std::span<const FieldKey> keys) {
  json::array fields;
  for (const auto& key : keys) fields.push_back(json::object{{"key", key.text()}, {"type", to_text(key.type)}});
  return {Method::post, "/v2/customizations", json::object{{"fields", std::move(fields)}}};
}

Call append_records_call(std::int64_t subscriber_id, std::span<const FieldValue> values) {
  json::array groups;
  for (const auto& value : values) {
    const bool follows = !groups.empty() && groups.back().as_object().at("group").as_string() == value.key.group_name;
    if (!follows)
      groups.push_back(json::object{
          {"group", value.key.group_name}, {"create_if_not_exists", true}, {"historical", true}, {"values", json::array{}}});
    groups.back().as_object().at("values").as_array().push_back(v3_value(value));
  }
  return {Method::post, fmt::format("/v3/custom-field-data/{}", subscriber_id), json::object{{"groups", std::move(groups)}}};
}

Call search_record_call(std::int64_t subscriber_id, std::string_view group, std::string_view field, std::string_view value) {
  return {Method::get,
          fmt::format("/v3/custom-field-data/{}/search?group={}&field={}&value={}", subscriber_id, http::percent_encode(group),
                      http::percent_encode(field), http::percent_encode(value)),
          std::nullopt};
}

Call change_record_call(std::int64_t subscriber_id, std::string_view group, std::string_view field, std::string_view value,
                        std::span<const FieldValue> values) {
  json::array list;
  for (const auto& content : values) list.push_back(v3_value(content));
  return {Method::put, fmt::format("/v3/custom-field-data/{}", subscriber_id),
          json::object{{"identifier", json::object{{"group", group}, {"field", field}, {"value", value}}},
                       {"values", std::move(list)}}};
}

Call list_records_call(std::int64_t subscriber_id, std::span<const std::string> groups, std::size_t page) {
  auto path = fmt::format("/v3/custom-field-data/{}?page={}&per_page={}", subscriber_id, page, records_per_page);
  for (const auto& group : groups) path += "&groups_name%5B%5D=" + http::percent_encode(group);
  return {Method::get, std::move(path), std::nullopt};
}

Call list_groups_call(std::size_t page) {
  return {Method::get, fmt::format("/v2/customizations?limit={}&page={}", page_size_max, page), std::nullopt};
}

Call list_subscribers_call(std::size_t page) {
  return {Method::get, fmt::format("/v2/subscribers?limit={}&page={}", page_size_max, page), std::nullopt};
}

Call sender_details_call() { return {Method::get, "/v2/sender/details", std::nullopt}; }

}  // namespace kassabro::rule
