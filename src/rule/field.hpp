#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "rule/names.hpp"

namespace kassabro::rule {

// The types that all of Rule's interfaces know (`single` is missing from half of them, contracts section 5).
enum class FieldType { text, date, datetime, multiple, json };
std::string_view to_text(FieldType type);

// `consent` are the fields of the contact group that only the person's own choice changes.
enum class Group { contact, consent, address, order, native_contact, native_order };
std::string_view group_name(const RuleNames& names, Group group);

// Text, or the several texts of a `multiple`. Empty: nothing is known.
using FieldContent = std::variant<std::string, std::vector<std::string>>;
bool is_empty(const FieldContent& content);

// A field as set up in Rule.
struct FieldKey {
  Group group;
  std::string group_name;
  std::string name;
  FieldType type;
  std::string text() const { return group_name + "." + name; }  // "Sitoo-Order.total"
};

// A field with what it is to hold, and the mapping rule that made it.
struct FieldValue {
  FieldKey key;
  FieldContent content;
  std::string_view rule;
};

// One line of a mapping table. Without `content` the field is only set up: others write it.
template <class Source>
struct FieldRow {
  Group group;
  std::string_view name;
  FieldType type;
  std::string_view rule;  // what is put there, in words
  FieldContent (*content)(const Source&);
  bool RuleNames::* only_if = nullptr;
};

// A field with what the mapping puts there, in words.
struct FieldInfo {
  FieldKey key;
  std::string_view rule;
};

enum class Empty {
  omit,   // nothing known: the field is left out, what Rule has stays
  clear,  // an emptied text or list is sent empty, so that Rule forgets it
};

inline bool is_switched_on(const RuleNames& names, Group group, bool RuleNames::* only_if) {
  if (only_if != nullptr && !(names.*only_if)) return false;
  return names.native_groups || (group != Group::native_contact && group != Group::native_order);
}

// Rule's own groups hold what a web shop wrote as well: nothing of ours may empty them. A date cannot be empty text.
inline bool may_clear(Group group, FieldType type) {
  return group != Group::native_contact && (type == FieldType::text || type == FieldType::multiple);
}

template <class Source>
std::vector<FieldInfo> infos_of(std::span<const FieldRow<Source>> table, const RuleNames& names) {
  std::vector<FieldInfo> infos;
  for (const auto& row : table)
    if (is_switched_on(names, row.group, row.only_if))
      infos.push_back({{row.group, std::string(group_name(names, row.group)), std::string(row.name), row.type}, row.rule});
  return infos;
}

template <class Source>
std::vector<FieldKey> fields_of(std::span<const FieldRow<Source>> table, const RuleNames& names) {
  std::vector<FieldKey> keys;
  for (auto& info : infos_of(table, names)) keys.push_back(std::move(info.key));
  return keys;
}

template <class Source>
std::vector<FieldValue> map_fields(std::span<const FieldRow<Source>> table, const RuleNames& names, const Source& source,
                                   Empty empty) {
  std::vector<FieldValue> values;
  for (const auto& row : table) {
    if (row.content == nullptr || !is_switched_on(names, row.group, row.only_if)) continue;
    auto content = row.content(source);
    if (is_empty(content) && (empty == Empty::omit || !may_clear(row.group, row.type))) continue;
    values.push_back({{row.group, std::string(group_name(names, row.group)), std::string(row.name), row.type},
                      std::move(content),
                      row.rule});
  }
  return values;
}

// Changes whenever a field, its type or a group's name does: under this name RemoteMemory knows that the set-up is done.
std::string fingerprint(std::span<const FieldKey> keys);

}  // namespace kassabro::rule
