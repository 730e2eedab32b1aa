#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "sheets/formats/refused.hpp"

namespace kassabro::sheets::formats {

// A little-endian number at a place of `bytes`; refuses a place beyond their end.
template <class Number>
Number number_at(std::string_view bytes, std::size_t at) {
  if (at > bytes.size() || bytes.size() - at < sizeof(Number)) refuse_damaged("a record ends too early");
  Number value;
  std::memcpy(&value, bytes.data() + at, sizeof value);  // x86-64 and arm64 are little-endian, as the format is
  return value;
}

inline std::uint8_t u8_at(std::string_view bytes, std::size_t at) { return number_at<std::uint8_t>(bytes, at); }
inline std::uint16_t u16_at(std::string_view bytes, std::size_t at) { return number_at<std::uint16_t>(bytes, at); }
inline std::uint32_t u32_at(std::string_view bytes, std::size_t at) { return number_at<std::uint32_t>(bytes, at); }

}  // namespace kassabro::sheets::formats
