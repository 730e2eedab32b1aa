#include "sandbox/rule/account.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "sandbox/rule/phone.hpp"

namespace kassabro::sandbox::rule {
namespace {

std::optional<std::int64_t> parse_id(std::string_view text) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return id;
}

template <class Map>
auto* find_in(Map& map, std::int64_t id) {
  const auto found = map.find(id);
  return found == map.end() ? nullptr : &found->second;
}

std::optional<std::int64_t> id_in(const std::unordered_map<std::string, std::int64_t>& index, const std::string& key) {
  const auto found = index.find(key);
  if (found == index.end()) return std::nullopt;
  return found->second;
}

// Moves the index entry of one subscriber from the old key to the new one.
void reindex(std::unordered_map<std::string, std::int64_t>& index, const std::string& before, const std::string& after,
             std::int64_t id) {
  if (const auto found = index.find(before); found != index.end() && found->second == id) index.erase(found);
  if (!after.empty()) index[after] = id;
}

}  // namespace

GroupData* find_data(Subscriber& subscriber, std::int64_t group_id) {
  for (auto& data : subscriber.groups)
    if (data.group_id == group_id) return &data;
  return nullptr;
}

Group* Account::find_group(std::int64_t group_id) { return find_in(groups_, group_id); }

Group* Account::find_group(std::string_view reference) {
  if (const auto number = parse_id(reference))
    if (auto* group = find_group(*number)) return group;
  const auto found = id_in(group_ids_, std::string(reference));
  return found ? find_group(*found) : nullptr;
}

Group& Account::group_named(std::string_view group_name, Timestamp now) {
  if (const auto found = id_in(group_ids_, std::string(group_name))) return groups_.at(*found);
  const auto group_id = next_id();
  group_ids_.emplace(group_name, group_id);
  return groups_[group_id] = Group{group_id, std::string(group_name), false, now, now, {}};
}

Field* Account::find_field(Group& group, std::string_view reference) {
  const auto number = parse_id(reference);
  for (auto& field : group.fields)
    if (field.name == reference || (number && field.id == *number)) return &field;
  return nullptr;
}

Field& Account::field_named(Group& group, std::string_view field_name, FieldType type_if_new, Timestamp now) {
  for (auto& field : group.fields)
    if (field.name == field_name) return field;
  group.updated_at = now;
  return group.fields.emplace_back(Field{next_id(), std::string(field_name), type_if_new});
}

Tag* Account::find_tag(std::int64_t tag_id) { return find_in(tags_, tag_id); }

Tag* Account::find_tag(std::string_view tag_name) {
  const auto found = id_in(tag_ids_, std::string(tag_name));
  return found ? find_tag(*found) : nullptr;
}

Tag& Account::tag_named(std::string_view tag_name, Timestamp now) {
  if (auto* tag = find_tag(tag_name)) return *tag;
  const auto tag_id = next_id();
  tag_ids_.emplace(tag_name, tag_id);
  return tags_[tag_id] = Tag{tag_id, std::string(tag_name), "", now, now};
}

void Account::rename_tag(Tag& tag, std::string_view tag_name) {
  reindex(tag_ids_, tag.name, std::string(tag_name), tag.id);
  tag.name = tag_name;
}

void Account::erase_tag(std::int64_t tag_id) {
  for (auto& [_, subscriber] : subscribers_) detach_tag(subscriber, tag_id);
  if (const auto* tag = find_tag(tag_id)) tag_ids_.erase(tag->name);
  tags_.erase(tag_id);
}

std::int64_t Account::recipients_of(std::int64_t tag_id) const {
  return std::ranges::count_if(subscribers_, [&](const auto& entry) {
    return std::ranges::any_of(entry.second.tags, [&](const TagLink& link) { return link.tag_id == tag_id; });
  });
}

Subscriber* Account::find_subscriber(std::int64_t subscriber_id) { return find_in(subscribers_, subscriber_id); }

Subscriber* Account::find_subscriber(IdentifiedBy by, std::string_view text) {
  std::optional<std::int64_t> found;
  switch (by) {
    case IdentifiedBy::email: found = id_in(email_ids_, ascii_lowered(trimmed(text))); break;
    case IdentifiedBy::phone_number: found = id_in(phone_ids_, parse_phone(text).value_or("")); break;
    case IdentifiedBy::id: found = parse_id(text); break;
    case IdentifiedBy::custom_identifier: found = id_in(custom_ids_, std::string(text)); break;
  }
  return found ? find_subscriber(*found) : nullptr;
}

Subscriber& Account::add_subscriber(Timestamp now) {
  const auto subscriber_id = next_id();
  subscriber_order_.push_back(subscriber_id);
  auto& subscriber = subscribers_[subscriber_id];
  subscriber.id = subscriber_id;
  subscriber.created_at = subscriber.updated_at = now;
  return subscriber;
}

void Account::set_email(Subscriber& subscriber, std::string_view email) {
  reindex(email_ids_, ascii_lowered(subscriber.email), ascii_lowered(email), subscriber.id);
  subscriber.email = email;
}

void Account::set_phone(Subscriber& subscriber, std::string_view e164) {
  reindex(phone_ids_, subscriber.phone, std::string(e164), subscriber.id);
  subscriber.phone = e164;
}

void Account::set_custom_identifier(Subscriber& subscriber, std::string_view text) {
  reindex(custom_ids_, subscriber.custom_identifier, std::string(text), subscriber.id);
  subscriber.custom_identifier = text;
}

void Account::erase_subscriber(std::int64_t subscriber_id) {
  auto* subscriber = find_subscriber(subscriber_id);
  if (subscriber == nullptr) return;
  set_email(*subscriber, "");
  set_phone(*subscriber, "");
  set_custom_identifier(*subscriber, "");
  subscribers_.erase(subscriber_id);
  subscriber_order_.erase(std::ranges::lower_bound(subscriber_order_, subscriber_id));
}

Record& Account::write_values(Subscriber& subscriber, const Group& group, std::vector<FieldValue> values, Timestamp now) {
  auto* data = find_data(subscriber, group.id);
  if (data == nullptr) data = &subscriber.groups.emplace_back(GroupData{group.id, {}});
  subscriber.updated_at = now;
  if (group.historical || data->records.empty())
    return data->records.emplace_back(Record{next_id(), now, now, std::move(values), {}});
  merge_values(data->records.back(), std::move(values), now);
  return data->records.back();
}

void Account::merge_values(Record& record, std::vector<FieldValue> values, Timestamp now) {
  record.values_before = record.values;
  record.changed_at = now;
  for (auto& value : values) {
    const auto same = std::ranges::find(record.values, value.field_id, &FieldValue::field_id);
    if (same == record.values.end())
      record.values.push_back(std::move(value));
    else
      *same = std::move(value);
  }
}

bool Account::attach_tag(Subscriber& subscriber, const Tag& tag, Timestamp now) {
  if (std::ranges::find(subscriber.tags, tag.id, &TagLink::tag_id) != subscriber.tags.end()) return false;
  subscriber.tags.push_back({tag.id, now});
  subscriber.updated_at = now;
  return true;
}

bool Account::detach_tag(Subscriber& subscriber, std::int64_t tag_id) {
  return std::erase_if(subscriber.tags, [&](const TagLink& link) { return link.tag_id == tag_id; }) > 0;
}

}  // namespace kassabro::sandbox::rule
