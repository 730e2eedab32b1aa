#include "sheets/formats/one_byte_encoding.hpp"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <memory>

#include "base/text.hpp"
#include "sheets/formats/refused.hpp"

namespace kassabro::sheets::formats {

namespace {

// The letters beyond ASCII that Swedish, Danish, German and French words have.
constexpr std::u16string_view common_small = u"åäöæøéüèàáóíñçêëô";
constexpr std::u16string_view common_capital = u"ÅÄÖÆØÉÜ";
constexpr char16_t apostrophe = u'’';

class Candidate {
 public:
  explicit Candidate(const char* name) : name_(name) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(name, &status), &ucnv_close);
    if (U_FAILURE(status)) throw Refused("no_such_encoding", "The encoding " + name_ + " cannot be read here.");
    for (unsigned byte = 0x80; byte < 0x100; ++byte) {
      const char source = static_cast<char>(byte);
      char16_t character = 0;
      ucnv_toUChars(converter.get(), &character, 1, &source, 1, &status);
      small_[byte] = common_small.contains(character);
      capital_[byte] = common_capital.contains(character);
      plausible_inside_[byte] = u_isalpha(character) != 0 || character == apostrophe;
    }
  }

  const std::string& name() const { return name_; }
  std::int64_t votes() const { return votes_; }

  void see(char before, char c, char after) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter_before = is_letter(before);
    const bool letter_after = is_letter(after);
    if (letter_before && letter_after && !plausible_inside_[byte]) votes_ -= 2;  // "H÷st"
    // A small letter stands beside others, a capital begins a word or stands among capitals.
    const bool fits = small_[byte] ? letter_before || (letter_after && after >= 'a')
                                   : capital_[byte] && (is_capital(before) || (letter_after && !letter_before));
    if (fits) ++votes_;
  }

 private:
  static bool is_letter(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }
  static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

  std::string name_;
  std::bitset<256> small_;
  std::bitset<256> capital_;
  std::bitset<256> plausible_inside_;
  std::int64_t votes_ = 0;
};

}  // namespace

std::string one_byte_encoding_of(const InputFile& file) {
  std::array<Candidate, 3> candidates{Candidate("windows-1252"), Candidate("macintosh"), Candidate("IBM850")};
  char before = '\0';
  file.for_each_piece([&](std::string_view piece) {
    for (std::size_t i = 0; i < piece.size(); ++i) {
      if (static_cast<unsigned char>(piece[i]) >= 0x80)
        for (auto& candidate : candidates) candidate.see(before, piece[i], i + 1 < piece.size() ? piece[i + 1] : '\0');
      before = piece[i];
    }
  });
  return std::ranges::max_element(candidates, {}, &Candidate::votes)->name();  // the first of equals
}

}  // namespace kassabro::sheets::formats
