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

// One pass of the automation that hangs on a tag. A reset "forgets history" (contract, section 4): the pass stays in the
// ledger so that tests can count it, but no longer stops a "send".
struct AutomationPass {
  std::int64_t tag_id = 0;
  std::string mode;  // reset, force, send, or "new" for a subscriber who came with the tag
  Timestamp at;
  Timestamp due_at;      // its messages are queued until then
  bool flow_ends = false;  // an automail of the editor hangs on the tag: sent means completed
  bool forgotten = false;
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
std::string_view state_of(const AutomationPass& pass, Timestamp now);  // queued, sent or completed

// "YYYY-MM-DD HH:MM:SS", Stockholm wall clock (contract, section 1: shape SEEN, zone INFERRED).
std::string to_rule_time(Timestamp at);

}  // namespace kassabro::sandbox::rule
