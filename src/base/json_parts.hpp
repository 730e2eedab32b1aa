#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kassabro {

// The parts of a JSON text exactly as they are written, so that what is passed on unread keeps its numbers and its order
// (a parsed 1.50 would go on as 1.5E0). `text` must be valid JSON: parse_json has read it.

// The entries of an array, each without the blanks around it. Absent: the text is no array.
std::optional<std::vector<std::string_view>> json_entries(std::string_view text);

struct JsonMember {
  std::string name;        // decoded
  std::string_view value;  // as written
};
// The members of an object, repeated ones too. Absent: the text is no object.
std::optional<std::vector<JsonMember>> json_members(std::string_view text);

}  // namespace kassabro
