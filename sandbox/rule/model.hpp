#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"

namespace kassabro::sandbox::rule {

// Rule's types of a custom field (contract, section 5: "text" is the default).
enum class FieldType { text, single, multiple, json, date, datetime, time };

struct Field {
  std::int64_t id = 0;
  std::string name;
  FieldType type = FieldType::text;
};

// A group of custom fields. A historical group keeps one record a write, a flat one holds one record that is overwritten.
struct Group {
  std::int64_t id = 0;
  std::string name;
  bool historical = false;
  Timestamp created_at, updated_at;
  std::vector<Field> fields;
};

struct Tag {
  std::int64_t id = 0;
  std::string name, description;
  Timestamp created_at, updated_at;
};

// `text` of a multiple or json field is JSON text, of every other type the text itself.
struct FieldValue {
  std::int64_t field_id = 0;
  std::string text;
  bool is_broken = false;  // a person typed what is no JSON
};

struct Record {
  std::int64_t id = 0;
  Timestamp created_at;
  Timestamp changed_at;
  std::vector<FieldValue> values;
  std::vector<FieldValue> values_before;  // what slow readers still see until changed_at + the switch read_delay_ms
};

struct GroupData {
  std::int64_t group_id = 0;
  std::vector<Record> records;
};

struct TagLink {
  std::int64_t tag_id = 0;
  Timestamp added_at;
};

// One message that a pass sends, when it is due.
struct Sending {
  enum class State { queued, sent, cancelled, not_sent };
  std::int64_t automail_id = 0, message_id = 0;
  Timestamp due_at;
  State state = State::queued;
  std::string reason;          // why it was not sent
  std::int64_t letter_id = 0;  // what it became in the mailbox
};

// One pass of the automation that hangs on a tag. A reset "forgets history" (contract, section 4): the pass stays in the
// ledger so that tests can count it, but no longer stops a "send".
struct AutomationPass {
  std::int64_t id = 0;
  std::int64_t tag_id = 0;
  std::string mode;  // reset, force, send, or "new" for a subscriber who came with the tag
  Timestamp at;
  Timestamp due_at;        // nothing of it has gone out until then
  Timestamp ends_at;       // its last message is due
  bool flow_ends = false;  // an automail of the editor hangs on the tag: once all is sent it is completed
  bool forgotten = false;
  std::vector<Sending> sendings;
};

// A row of Rule's statistics, as its export lists them.
struct Statistic {
  std::string type;  // unsubscribed, resubscribe
  std::int64_t subscriber_id = 0;
  std::string email, phone;
  std::string message_type;  // email, text_message
  Timestamp at;
};

enum class Status { active, blocked, pending };

struct Suppression {
  std::int64_t id = 0;
  std::string dispatcher_type;  // campaign, transactional
  std::string message_type;     // email, text_message
  std::string source;           // user, admin, spam, api
  Timestamp created_at;
};

struct Subscriber {
  std::int64_t id = 0;
  std::string email, phone, custom_identifier, language;
  Status status = Status::active;
  Timestamp created_at, updated_at;
  std::vector<TagLink> tags;
  std::vector<GroupData> groups;
  std::vector<AutomationPass> passes;
  std::vector<Suppression> suppressions;
};

std::string_view to_text(FieldType type);
std::optional<FieldType> parse_field_type(std::string_view text);
std::string_view to_text(Status status);
// queued, sent or completed; cancelled when a reset came before its first message.
std::string_view state_of(const AutomationPass& pass, Timestamp now);
std::string_view to_text(Sending::State state);

// "YYYY-MM-DD HH:MM:SS", Stockholm wall clock (contract, section 1: shape SEEN, zone INFERRED).
std::string to_rule_time(Timestamp at);

}  // namespace kassabro::sandbox::rule
