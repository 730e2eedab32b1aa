#include "sheets/formats/excel_text.hpp"

#include <charconv>
#include <optional>

namespace kassabro::sheets::formats {

namespace {

constexpr std::size_t escape_bytes = 7;  // _xHHHH_

bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

std::optional<char32_t> escape_at(std::string_view text, std::size_t at) {
  const auto escape = text.substr(at, escape_bytes);
  if (escape.size() < escape_bytes || !escape.starts_with("_x") || escape.back() != '_') return std::nullopt;
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(escape.data() + 2, escape.data() + 6, code, 16);
  if (error != std::errc{} || end != escape.data() + 6 || code == 0 || is_surrogate(code)) return std::nullopt;
  return code;
}

}  // namespace

std::string unescaped(std::string text) {
  auto at = text.find("_x");
  if (at == std::string::npos) return text;
  std::string out;
  std::size_t done = 0;
  while (at != std::string::npos) {
    if (const auto character = escape_at(text, at)) {
      out.append(text, done, at - done);
      append_utf8(out, *character);
      done = at + escape_bytes;
      at = text.find("_x", done);
    } else {
      at = text.find("_x", at + 1);
    }
  }
  return out.append(text, done);
}

void append_utf8(std::string& out, char32_t c) {
  if (is_surrogate(c) || c > 0x10FFFF) c = 0xFFFD;
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

void append_utf16(std::string& out, std::u16string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    const bool pair = c >= 0xD800 && c <= 0xDBFF && i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] <= 0xDFFF;
    append_utf8(out, pair ? 0x10000 + ((c - 0xD800) << 10) + (text[++i] - 0xDC00U) : c);
  }
}

}  // namespace kassabro::sheets::formats
