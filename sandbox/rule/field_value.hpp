#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/json.hpp"
#include "base/result.hpp"
#include "sandbox/rule/account.hpp"

namespace kassabro::sandbox::rule {

struct FieldKey {
  std::string_view group, field;
};

// "Group.Field": exactly one dot, something on both sides (contract, section 2). Views into `key`.
Result<FieldKey> parse_field_key(std::string_view key);

// A value as the wire carries it, checked against the field's type, as the text that FieldValue keeps. Numbers and booleans
// count as text; null and "" clear the field; a list or JSON may come JSON-encoded. Errors: not of that type.
Result<std::string> parse_field_value(FieldType type, const json::value& value);

// Back to the wire: text, an array of text, or any JSON (for a json field).
json::value field_value_json(FieldType type, std::string_view text);

// The same, written behind `out`; for dumps of many records.
void append_field_value_json(std::string& out, FieldType type, std::string_view text);

void append_json_string(std::string& out, std::string_view text);

}  // namespace kassabro::sandbox::rule
