#include "sheets/formats/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>

#include "base/text.hpp"
#include "sheets/formats/refused.hpp"
#include "sheets/formats/utf8_census.hpp"

namespace kassabro::sheets::formats {

namespace {

constexpr std::size_t piece_bytes = 256 * 1024;
constexpr std::array known_encodings{"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "macintosh", "IBM850"};

void for_each_piece(const InputFile& file, const std::function<void(std::string_view)>& visit) {
  std::string buffer(piece_bytes, '\0');
  for (std::int64_t offset = 0;;) {
    const auto got = file.read_at(offset, buffer.data(), buffer.size());
    if (got == 0) return;
    visit({buffer.data(), got});
    offset += static_cast<std::int64_t>(got);
  }
}

Encoding by_mark(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) return {"UTF-8", 3};
  if (head.starts_with("\xFF\xFE")) return {"UTF-16LE", 2};
  if (head.starts_with("\xFE\xFF")) return {"UTF-16BE", 2};
  return {};
}

// Western text in UTF-16 has a zero in nearly every pair of bytes, always on the same side.
std::string utf16_by_zeros(std::string_view head) {
  const auto pairs = head.size() / 2;
  if (pairs == 0) return {};
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < pairs * 2; ++i)
    if (head[i] == '\0') ++zeros[i % 2];
  if (zeros[1] * 10 >= pairs * 4 && zeros[0] * 20 <= pairs) return "UTF-16LE";
  if (zeros[0] * 10 >= pairs * 4 && zeros[1] * 20 <= pairs) return "UTF-16BE";
  return {};
}

// The bytes that are letters of Swedish, Danish, German and French words in one of the encodings. Left out are those of
// Windows' quotation marks and dashes (0x91 to 0x97), which are rare letters in the others.
struct Letters {
  const char* encoding;
  std::string_view capital;
  std::string_view small;
};
constexpr std::array<Letters, 3> letters_of{{
    {"windows-1252", "\xC5\xC4\xD6\xC6\xD8\xC9\xDC", "\xE5\xE4\xF6\xE6\xF8\xE9\xFC\xE8\xE0\xE1\xF3\xED\xF1\xE7\xEA\xEB\xF4"},
    {"macintosh", "\x81\x80\x85\xAE\xAF\x83\x86", "\x8C\x8A\x9A\xBE\xBF\x8E\x9F\x8F\x88\x87\x8D\x90\x99"},
    {"IBM850", "\x8F\x8E\x99\x92\x9D\x90\x9A", "\x86\x84\x94\x91\x9B\x82\x81\x8A\x85\xA0\xA2\xA1\xA4\x87\x88\x89"},
}};

bool is_ascii_letter(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }

// A small letter stands beside another, a capital begins a word or stands among capitals.
bool fits(const Letters& letters, char before, char c, char after) {
  if (letters.small.contains(c)) return is_ascii_letter(before) || (is_ascii_letter(after) && after >= 'a');
  if (!letters.capital.contains(c)) return false;
  const bool capital_before = before >= 'A' && before <= 'Z';
  return capital_before || (is_ascii_letter(after) && !is_ascii_letter(before));
}

std::string one_byte_encoding(const InputFile& file) {
  std::array<std::int64_t, letters_of.size()> votes{};
  char before = '\0';
  for_each_piece(file, [&](std::string_view piece) {
    for (std::size_t i = 0; i < piece.size(); ++i) {
      const char after = i + 1 < piece.size() ? piece[i + 1] : '\0';
      if (static_cast<unsigned char>(piece[i]) >= 0x80)
        for (std::size_t each = 0; each < letters_of.size(); ++each)
          if (fits(letters_of[each], before, piece[i], after)) ++votes[each];
      before = piece[i];
    }
  });
  return letters_of[static_cast<std::size_t>(std::ranges::max_element(votes) - votes.begin())].encoding;
}

Utf8Census census_of(const InputFile& file) {
  Utf8Census census;
  for_each_piece(file, [&](std::string_view piece) { census.add(piece); });
  census.finish();
  return census;
}

std::string head_of(const InputFile& file) {
  std::string head(8 * 1024, '\0');
  head.resize(file.read_at(0, head.data(), head.size()));
  return head;
}

void check_utf8(const InputFile& file) {
  const auto census = census_of(file);
  if (census.cut_off()) throw Refused("truncated", "The file ends in the middle of a character; it is not all there.");
  if (census.faults() > 0) throw Refused("encoding", "The file is not written in UTF-8 throughout. Choose its encoding.");
}

}  // namespace

Encoding guess_encoding(const InputFile& file) {
  const auto head = head_of(file);
  auto marked = by_mark(head);
  if (marked.name.empty()) marked.name = utf16_by_zeros(head);
  if (marked.name == "UTF-8") check_utf8(file);
  if (!marked.name.empty()) return marked;

  const auto census = census_of(file);
  if (census.faults() == 0) return {.name = "UTF-8"};
  if (census.cut_off() && census.characters() > 0)
    throw Refused("truncated", "The file ends in the middle of a character; it is not all there.");
  if (census.characters() > census.faults())
    throw Refused("encoding", "The file is written in UTF-8 in some places and not in others. Save it anew, or choose its encoding.");
  return {.name = one_byte_encoding(file)};
}

Encoding chosen_encoding(const InputFile& file, std::string_view name) {
  const auto known = std::ranges::find_if(known_encodings, [&](const char* each) { return equal_nocase(each, name); });
  if (known == known_encodings.end())
    throw Refused("no_such_encoding",
                  "The encoding is not known. These are: UTF-8, UTF-16LE, UTF-16BE, windows-1252, macintosh, IBM850.");
  const auto marked = by_mark(head_of(file));
  Encoding encoding{.name = *known, .mark_bytes = marked.name == *known ? marked.mark_bytes : 0};
  if (encoding.name == "UTF-8") check_utf8(file);
  return encoding;
}

}  // namespace kassabro::sheets::formats
