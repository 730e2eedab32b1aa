#include "receipt/markup.hpp"

namespace kassabro::receipt {
namespace {

// U+202A to U+202E and U+2066 to U+2069 as UTF-8: a name that holds one could show an amount backwards.
bool turns_direction(std::string_view text) {
  if (text.size() < 3 || text[0] != '\xe2') return false;
  return (text[1] == '\x80' && text[2] >= '\xaa' && text[2] <= '\xae') ||
         (text[1] == '\x81' && text[2] >= '\xa6' && text[2] <= '\xa9');
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7f'; }

// Bytes of the blank-worthy thing at the front; 0 when there is none.
std::size_t blank_bytes(std::string_view text) {
  if (is_control(text.front())) return 1;
  return turns_direction(text) ? 3 : 0;
}

// In plain text nothing can be escaped.
char unmerged(char c) {
  switch (c) {
    case '[':
    case '{': return '(';
    case ']':
    case '}': return ')';
    default: return c;
  }
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
      case '&': out += "&amp;"; continue;
      case '<': out += "&lt;"; continue;
      case '>': out += "&gt;"; continue;
      case '"': out += "&quot;"; continue;
      case '\'': out += "&#39;"; continue;
      // Rule merges fields, links and remote content where it finds these, and a product's name is no place for them.
      case '[': out += "&#91;"; continue;
      case ']': out += "&#93;"; continue;
      case '{': out += "&#123;"; continue;
      case '}': out += "&#125;"; continue;
      default: break;
    }
    const auto bytes = blank_bytes(text.substr(i));
    out += bytes == 0 ? text[i] : ' ';
    if (bytes > 1) i += bytes - 1;
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_escaped(out, text);
  return out;
}

std::string one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto bytes = blank_bytes(text.substr(i));
    out += bytes == 0 ? unmerged(text[i]) : ' ';
    if (bytes > 1) i += bytes - 1;
  }
  return out;
}

}  // namespace kassabro::receipt
