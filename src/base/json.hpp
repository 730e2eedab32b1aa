#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace kassabro {

namespace json = boost::json;

inline constexpr std::size_t json_depth_max = 64;

// UTF-8 JSON text to a value. Errors: not JSON, nested deeper than 64, or a number beyond a double's.
Result<json::value> parse_json(std::string_view text);

std::string to_json_text(const json::value& value);
// A JSON string with its quotes, the same as to_json_text's; for answers that are written often enough to do without a value.
void append_json_string(std::string& out, std::string_view text);
// The same JSON text, indented for people. Text that is not JSON comes back as it is.
std::string pretty_json(std::string_view text);

// Reading with the tolerance that foreign bodies need. A missing member, null and "" are all "absent".
const json::value* find_member(const json::object& object, std::string_view name);
std::optional<std::string> text_of(const json::value& value);  // text, or a number or bool as text; absent for other kinds
std::string text_member(const json::object& object, std::string_view name);  // "" when absent
std::optional<bool> bool_member(const json::object& object, std::string_view name);  // true/false, 1/0, "true"/"1"/...
std::optional<std::int64_t> int_member(const json::object& object, std::string_view name);  // a number or its text

}  // namespace kassabro
