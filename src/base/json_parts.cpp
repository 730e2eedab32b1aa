#include "base/json_parts.hpp"

#include "base/json.hpp"
#include "base/text.hpp"

namespace kassabro {
namespace {

// Where the value that begins at `at` ends: the place of the comma or bracket behind it, on its own level.
std::size_t end_of_value(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  bool in_string = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\')
        ++at;
      else if (c == '"')
        in_string = false;
      continue;
    }
    if (c == '"') in_string = true;
    if (c == '[' || c == '{') ++depth;
    if (c == ']' || c == '}') {
      if (depth == 0) return at;
      --depth;
    }
    if (c == ',' && depth == 0) return at;
  }
  return at;
}

std::size_t end_of_string(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at)
    if (text[at] == '\\') ++at;
  return at + 1;
}

// What is between the brackets, part by part.
std::optional<std::vector<std::string_view>> parts(std::string_view text, char open) {
  text = trimmed(text);
  if (text.empty() || text.front() != open) return std::nullopt;
  std::vector<std::string_view> found;
  for (std::size_t at = 1; at < text.size();) {
    const auto end = end_of_value(text, at);
    const auto part = trimmed(text.substr(at, end - at));
    if (!part.empty()) found.push_back(part);
    at = end + 1;
  }
  return found;
}

}  // namespace

std::optional<std::vector<std::string_view>> json_entries(std::string_view text) { return parts(text, '['); }

std::optional<std::vector<JsonMember>> json_members(std::string_view text) {
  const auto found = parts(text, '{');
  if (!found) return std::nullopt;
  std::vector<JsonMember> members;
  for (const auto part : *found) {
    const auto end = end_of_string(part, 0);
    const auto name = parse_json(part.substr(0, end));
    const auto colon = part.find(':', end);
    if (!name || !name->is_string() || colon == std::string_view::npos) return std::nullopt;
    members.push_back({std::string(name->get_string()), trimmed(part.substr(colon + 1))});
  }
  return members;
}

}  // namespace kassabro
