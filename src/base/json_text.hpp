#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"

namespace kassabro {

// Writes the members of one JSON object straight into a text, for what is written so often that building a value first would cost more
// than everything else. Ends the object when it ends. A member without a name is left out.
class JsonMembers {
 public:
  explicit JsonMembers(std::string& out) : out_(out) { out_ += '{'; }
  ~JsonMembers() { out_ += '}'; }
  JsonMembers(const JsonMembers&) = delete;
  JsonMembers& operator=(const JsonMembers&) = delete;

  void text(std::string_view name, std::string_view value) {
    if (begin(name)) append_json_string(out_, value);
  }
  void integer(std::string_view name, std::int64_t value) { raw(name, std::to_string(value)); }
  void flag(std::string_view name, bool value) { raw(name, value ? "true" : "false"); }
  void raw(std::string_view name, std::string_view json_text) {
    if (begin(name)) out_ += json_text;
  }
  void text_or_null(std::string_view name, std::string_view value) { value.empty() ? raw(name, "null") : text(name, value); }

  // Begins a member whose value the caller writes. False: there is none to write.
  bool begin(std::string_view name) {
    if (name.empty()) return false;
    if (out_.back() != '{') out_ += ',';
    out_.append("\"").append(name).append("\":");
    return true;
  }

 private:
  std::string& out_;
};

// The same for an array; `append_one` writes one entry.
template <class Items, class AppendOne>
void append_json_array(std::string& out, const Items& items, AppendOne append_one) {
  out += '[';
  for (const auto& item : items) {
    if (out.back() != '[') out += ',';
    append_one(item);
  }
  out += ']';
}

inline void append_json_strings(std::string& out, const std::vector<std::string>& texts) {
  append_json_array(out, texts, [&out](const std::string& text) { append_json_string(out, text); });
}

}  // namespace kassabro
