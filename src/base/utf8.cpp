#include "base/utf8.hpp"

#include <algorithm>
#include <cstdint>

namespace kassabro {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The length of the character that begins with `lead`, and the smallest code point that needs so many bytes; 0: no lead byte.
struct Shape {
  std::size_t size = 0;
  std::uint32_t smallest = 0;
  std::uint32_t bits = 0;
};

Shape shape_of(unsigned char lead) {
  if (lead < 0x80) return {1, 0, lead};
  if ((lead & 0xE0) == 0xC0) return {2, 0x80, lead & 0x1FU};
  if ((lead & 0xF0) == 0xE0) return {3, 0x800, lead & 0x0FU};
  if ((lead & 0xF8) == 0xF0) return {4, 0x10000, lead & 0x07U};
  return {};
}

}  // namespace

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto shape = shape_of(static_cast<unsigned char>(text[i]));
    if (shape.size == 0 || i + shape.size > text.size()) return false;
    auto point = shape.bits;
    for (std::size_t k = 1; k < shape.size; ++k) {
      if (!is_continuation(text[i + k])) return false;
      point = (point << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    }
    if (point < shape.smallest || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return false;
    i += shape.size;
  }
  return true;
}

std::string tame_text(std::string_view text, std::size_t bytes_max) {
  std::size_t size = std::min(text.size(), bytes_max);
  while (size > 0 && size < text.size() && is_continuation(text[size])) --size;
  std::string out(text.substr(0, size));
  std::ranges::replace_if(out, is_control, ' ');
  return out;
}

bool has_control_characters(std::string_view text) { return std::ranges::any_of(text, is_control); }

}  // namespace kassabro
