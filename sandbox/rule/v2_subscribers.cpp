// The other v2 calls on subscribers (contract, section 2).
#include "sandbox/answers/answers.hpp"
#include "sandbox/rule/field_value.hpp"
#include "sandbox/rule/handlers.hpp"
#include "sandbox/rule/subscriber_entry.hpp"

namespace kassabro::sandbox::rule {

Answer list_subscribers_v2(Call& call) {
  const auto page = parse_page_v2(call);
  if (!page) return refuse(page.error());
  json::array items;
  const auto& ids = call.account.subscriber_ids();
  for (std::size_t i = page->first(); i < ids.size() && items.size() < page->size; ++i) {
    const auto& subscriber = *call.account.find_subscriber(ids[i]);
    auto item = subscriber_v2(call, subscriber, Sees::after_delay);
    item["suppressed"] = !subscriber.suppressions.empty();
    item.erase("syncAtSegments");
    items.push_back(std::move(item));
  }
  return json_answer(json::object{{"subscribers", std::move(items)}, {"meta", page_meta(call, *page, ids.size())}});
}

Answer get_subscriber_v2(Call& call) {
  const auto subscriber = named_subscriber(call, Sees::after_delay);
  if (!subscriber) return refuse(subscriber.error());
  return json_answer(json::object{{"subscriber", subscriber_v2(call, **subscriber, Sees::after_delay)}});
}

// By numeric id only.
Answer put_subscriber_v2(Call& call) {
  auto* subscriber = call.account.find_subscriber(IdentifiedBy::id, call.params[0]);
  if (subscriber == nullptr) return refuse(404, "NotFound", "The subscriber does not exist.");
  const auto entry = parse_subscriber_entry(call, call.body, "subscriber", Identity::optional);
  if (!entry) return refuse(entry.error());
  const auto is_taken = [&](IdentifiedBy by, const std::string& text) {
    const auto* owner = text.empty() ? nullptr : call.account.find_subscriber(by, text);
    return owner != nullptr && owner != subscriber;
  };
  if (is_taken(IdentifiedBy::email, entry->email) || is_taken(IdentifiedBy::phone_number, entry->phone))
    return refuse(409, "DuplicateSubscriber", "Another subscriber has this email or phone number.");
  if (!entry->email.empty()) call.account.set_email(*subscriber, entry->email);
  if (!entry->phone.empty()) call.account.set_phone(*subscriber, entry->phone);
  if (!entry->language.empty()) subscriber->language = entry->language;
  subscriber->updated_at = call.now;
  write_entry_fields(call, *subscriber, *entry);
  return json_answer(json::object{{"subscriber", subscriber_v2(call, *subscriber)}});
}

Answer delete_subscriber_v2(Call& call) {
  const auto subscriber = named_subscriber(call);
  if (!subscriber) return refuse(subscriber.error());
  call.account.erase_subscriber((*subscriber)->id);
  return success();
}

// {"subscribers":[{email} or {phone_number} or {id}, or an id]}; who is not there is passed over.
Answer delete_subscribers_v2(Call& call) {
  const auto* list = call.body.if_contains("subscribers");
  if (list == nullptr || !list->is_array())
    return refuse_field(400, "ValidationError", "subscribers", "The subscribers must be a list.");
  for (const auto& value : list->get_array()) {
    const Subscriber* subscriber = nullptr;
    if (value.is_object()) {
      const auto& object = value.get_object();
      subscriber = call.account.find_subscriber(IdentifiedBy::email, text_member(object, "email"));
      if (subscriber == nullptr)
        subscriber = call.account.find_subscriber(IdentifiedBy::phone_number, text_member(object, "phone_number"));
      if (subscriber == nullptr) subscriber = call.account.find_subscriber(IdentifiedBy::id, text_member(object, "id"));
    } else if (const auto text = text_of(value)) {
      subscriber = call.account.find_subscriber(IdentifiedBy::id, *text);
    }
    if (subscriber != nullptr) call.account.erase_subscriber(subscriber->id);
  }
  return success();
}

namespace {

// A historical group is told by its newest record. NODE calls a field's name `key`, SDK `name`; which is live is open, so both.
json::object fields_of(Call& call, const Group& group, const GroupData& data) {
  json::array fields;
  const auto& record = data.records.back();
  const auto& values = is_visible(call, record.changed_at) ? record.values : record.values_before;
  for (const auto& field : group.fields) {
    json::value value;
    for (const auto& known : values)
      if (known.field_id == field.id) value = text_or_null(known.text);
    fields.push_back(json::object{{"name", field.name}, {"key", field.name}, {"type", to_text(field.type)}, {"value", value}});
  }
  return {{"id", group.id}, {"name", group.name}, {"historical", group.historical}, {"fields", std::move(fields)}};
}

}  // namespace

// GET /v2/subscriber/{identifier}/fields, singular.
Answer get_subscriber_fields_v2(Call& call) {
  const auto subscriber = named_subscriber(call, Sees::after_delay);
  if (!subscriber) return refuse(subscriber.error());
  json::array groups;
  for (const auto& data : (*subscriber)->groups) {
    const auto* group = call.account.find_group(data.group_id);
    if (group == nullptr || data.records.empty()) continue;
    groups.push_back(fields_of(call, *group, data));
  }
  return json_answer(json::object{{"groups", std::move(groups)}});
}

Answer get_subscriber_tags_v2(Call& call) {
  const auto subscriber = named_subscriber(call, Sees::after_delay);
  if (!subscriber) return refuse(subscriber.error());
  return json_answer(json::object{{"tags", tags_json(call, **subscriber, Sees::after_delay)}});
}

Answer post_subscriber_tags_v2(Call& call) {
  const auto subscriber = named_subscriber(call);
  if (!subscriber) return refuse(subscriber.error());
  const auto mode = parse_automation(call);
  if (!mode) return refuse(mode.error());
  const auto tags = parse_tags(call);
  if (!tags) return refuse(tags.error());
  if (tags->empty()) return refuse_field(400, "ValidationError", "tags", "The tags are required.");
  tag_subscriber(call, **subscriber, *tags, *mode);
  return success();
}

Answer delete_subscriber_tag_v2(Call& call) {
  const auto subscriber = named_subscriber(call);
  if (!subscriber) return refuse(subscriber.error());
  auto* tag = call.account.find_tag(call.params[1]);
  if (tag == nullptr && call.params[1].find_first_not_of("0123456789") == std::string::npos && call.params[1].size() < 18)
    tag = call.account.find_tag(std::stoll(call.params[1]));
  if (tag == nullptr) return refuse(404, "NotFound", "The tag does not exist.");
  untag_subscriber(call, **subscriber, *tag);
  return call.version == Version::v2 ? success() : no_content();
}

Answer clear_subscriber_tags_v2(Call& call) {
  const auto subscriber = named_subscriber(call);
  if (!subscriber) return refuse(subscriber.error());
  const auto links = (*subscriber)->tags;
  for (const auto& link : links)
    if (const auto* tag = call.account.find_tag(link.tag_id)) untag_subscriber(call, **subscriber, *tag);
  return success();
}

}  // namespace kassabro::sandbox::rule
