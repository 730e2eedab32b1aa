#include "sheets/formats/utf8_census.hpp"

#include <cstring>

namespace kassabro::sheets::formats {

void Utf8Census::add(std::string_view piece) {
  constexpr std::uint64_t beyond_ascii = 0x8080808080808080ULL;
  std::size_t at = 0;
  while (at < piece.size()) {
    if (missing_ == 0 && piece.size() - at >= sizeof(std::uint64_t)) {
      std::uint64_t word = 0;
      std::memcpy(&word, piece.data() + at, sizeof word);
      if ((word & beyond_ascii) == 0) {
        at += sizeof word;
        continue;
      }
    }
    step(static_cast<unsigned char>(piece[at++]));
  }
}

// The well-formed sequences of Unicode, table 3-7: no overlong forms, no surrogates, nothing beyond U+10FFFF.
void Utf8Census::step(unsigned char byte) {
  if (missing_ > 0) {
    if (byte >= low_ && byte <= high_) {
      low_ = 0x80;
      high_ = 0xBF;
      if (--missing_ == 0) ++characters_;
      return;
    }
    missing_ = 0;
    ++faults_;
  }
  low_ = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
  high_ = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
  if (byte < 0x80) return;
  if (byte >= 0xC2 && byte <= 0xDF)
    missing_ = 1;
  else if (byte >= 0xE0 && byte <= 0xEF)
    missing_ = 2;
  else if (byte >= 0xF0 && byte <= 0xF4)
    missing_ = 3;
  else
    ++faults_;
}

void Utf8Census::finish() {
  if (missing_ == 0) return;
  cut_off_ = faults_ == 0;
  ++faults_;
  missing_ = 0;
}

}  // namespace kassabro::sheets::formats
