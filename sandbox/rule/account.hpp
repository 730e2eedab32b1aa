#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/json.hpp"
#include "sandbox/rule/letter.hpp"
#include "sandbox/rule/model.hpp"

namespace kassabro::sandbox::rule {

enum class IdentifiedBy { email, phone_number, id, custom_identifier };

// How a tag call treats the automation on the tag (contract, section 4). `fresh`: v2's default for a subscriber that the
// same call created ("new subscriber + tag through v2 POST fires normally").
enum class AutomationMode { none, fresh, send, force, reset };

struct Transactional {
  std::int64_t id = 0;
  Timestamp created_at;
  json::object body;
};

// A message of a pass that waits for its time.
struct DueMessage {
  std::int64_t subscriber_id = 0, pass_id = 0, message_id = 0;
};

// Everything one Rule account holds, with the indexes that keep it consistent. No wire format in here.
class Account {
 public:
  Account(std::int64_t id, std::string name) : id(id), name(std::move(name)) {}

  const std::int64_t id;
  const std::string name;

  std::int64_t next_id() { return ++last_id_; }

  // Schema. `reference` is a name or a decimal id; a name that looks like a number is taken as an id first.
  Group* find_group(std::string_view reference);
  Group* find_group(std::int64_t group_id);
  Group& group_named(std::string_view name, Timestamp now);  // created when missing
  Field* find_field(Group& group, std::string_view reference);
  Field& field_named(Group& group, std::string_view name, FieldType type_if_new, Timestamp now);
  const std::map<std::int64_t, Group>& groups() const { return groups_; }

  Tag* find_tag(std::int64_t tag_id);
  Tag* find_tag(std::string_view name);
  Tag& tag_named(std::string_view name, Timestamp now);  // created when missing: tags come into being by being used
  void rename_tag(Tag& tag, std::string_view name);
  void erase_tag(std::int64_t tag_id);  // from every subscriber too
  const std::map<std::int64_t, Tag>& tags() const { return tags_; }
  std::int64_t recipients_of(std::int64_t tag_id) const;

  // Subscribers. `text` is as the caller gave it; it is normalised here.
  Subscriber* find_subscriber(IdentifiedBy by, std::string_view text);
  Subscriber* find_subscriber(std::int64_t subscriber_id);
  Subscriber& add_subscriber(Timestamp now);
  void set_email(Subscriber& subscriber, std::string_view email);
  void set_phone(Subscriber& subscriber, std::string_view e164);
  void set_custom_identifier(Subscriber& subscriber, std::string_view text);
  void erase_subscriber(std::int64_t subscriber_id);
  std::map<std::int64_t, Subscriber>& subscribers() { return subscribers_; }
  // Their ids, oldest first, so that a page of a list is found without walking to it.
  const std::vector<std::int64_t>& subscriber_ids() const { return subscriber_order_; }

  // Values: appends a record to a historical group, merges into the one record of a flat group. Returns the record.
  Record& write_values(Subscriber& subscriber, const Group& group, std::vector<FieldValue> values, Timestamp now);
  // Changes a record in place; `values_before` keeps what slow readers see.
  void merge_values(Record& record, std::vector<FieldValue> values, Timestamp now);

  // True when the subscriber did not have the tag before.
  bool attach_tag(Subscriber& subscriber, const Tag& tag, Timestamp now);
  bool detach_tag(Subscriber& subscriber, std::int64_t tag_id);
  void run_automation(Subscriber& subscriber, const Tag& tag, AutomationMode mode, Timestamp now,
                      std::chrono::milliseconds delay);

  // True when it is new.
  bool suppress(Subscriber& subscriber, std::string_view dispatcher, std::string_view message, std::string_view source,
                Timestamp now);
  bool unsuppress(Subscriber& subscriber, std::string_view dispatcher, std::string_view message);

  std::vector<Transactional> transactionals;
  std::vector<Statistic> statistics;  // oldest first
  // Mailbox and text message inbox of everybody, oldest first.
  std::deque<Letter> letters;
  void keep_letter(Letter letter);  // the oldest one goes when there are too many
  std::multimap<Timestamp, DueMessage> due;
  // The stores of the v3 editor, by resource ("automail", "message" ...), each object with its `id`.
  std::map<std::string, std::map<std::int64_t, json::object>, std::less<>> editor;

 private:
  std::int64_t last_id_ = 1000;
  std::map<std::int64_t, Group> groups_;
  std::map<std::int64_t, Tag> tags_;
  std::map<std::int64_t, Subscriber> subscribers_;
  std::vector<std::int64_t> subscriber_order_;
  std::unordered_map<std::string, std::int64_t> group_ids_, tag_ids_, email_ids_, phone_ids_, custom_ids_;
};

GroupData* find_data(Subscriber& subscriber, std::int64_t group_id);

}  // namespace kassabro::sandbox::rule
