#include "sheets/formats/encoding.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "sheets/formats/one_byte_encoding.hpp"
#include "sheets/formats/refused.hpp"
#include "sheets/formats/utf8_census.hpp"

namespace kassabro::sheets::formats {

namespace {

struct KnownEncoding {
  const char* spelling;
  const char* name;
};
constexpr std::array<KnownEncoding, 12> known_encodings{{{"UTF-8", "UTF-8"},
                                                         {"UTF8", "UTF-8"},
                                                         {"UTF-16LE", "UTF-16LE"},
                                                         {"UTF-16BE", "UTF-16BE"},
                                                         {"windows-1252", "windows-1252"},
                                                         {"cp1252", "windows-1252"},
                                                         {"ISO-8859-1", "windows-1252"},
                                                         {"latin1", "windows-1252"},
                                                         {"macintosh", "macintosh"},
                                                         {"MacRoman", "macintosh"},
                                                         {"IBM850", "IBM850"},
                                                         {"cp850", "IBM850"}}};

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

Utf8Census census_of(const InputFile& file) {
  Utf8Census census;
  file.for_each_piece([&](std::string_view piece) { census.add(piece); });
  census.finish();
  return census;
}

std::string head_of(const InputFile& file) {
  std::string head(8UL * 1024, '\0');
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
    throw Refused("encoding",
                  "The file is written in UTF-8 in some places and not in others. Save it anew, or choose its encoding.");
  return {.name = one_byte_encoding_of(file)};
}

Encoding chosen_encoding(const InputFile& file, std::string_view name) {
  const auto known = std::ranges::find_if(known_encodings, [&](const auto& each) { return equal_nocase(each.spelling, name); });
  if (known == known_encodings.end())
    throw Refused("no_such_encoding",
                  "The encoding is not known. These are: UTF-8, UTF-16LE, UTF-16BE, windows-1252, macintosh, IBM850.");
  const auto marked = by_mark(head_of(file));
  Encoding encoding{.name = known->name, .mark_bytes = marked.name == known->name ? marked.mark_bytes : 0};
  if (encoding.name == "UTF-8") check_utf8(file);
  return encoding;
}

}  // namespace kassabro::sheets::formats
