#include "sheets/formats/recognise.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"
#include "sheets/formats/refused.hpp"

namespace kassabro::sheets::formats {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t head_bytes = 4'096;

struct Signature {
  std::string_view bytes;
  const char* what;
};

// What begins with these bytes is certainly no sheet.
constexpr std::array<Signature, 9> strangers{{{"%PDF-"sv, "a PDF"},
                                              {"\x89PNG"sv, "a picture"},
                                              {"\xFF\xD8\xFF"sv, "a picture"},
                                              {"GIF8"sv, "a picture"},
                                              {"{\\rtf"sv, "a formatted text (RTF)"},
                                              {"\x1F\x8B"sv, "a compressed file (gzip)"},
                                              {"7z\xBC\xAF"sv, "a compressed file (7z)"},
                                              {"Rar!"sv, "a compressed file (RAR)"},
                                              {"\x7F"
                                               "ELF"sv,
                                               "a program"}}};

// Workbooks of Excel 2 to 4, from before there were compound files.
constexpr std::array<std::string_view, 4> early_excel{"\x09\x00\x04\x00"sv, "\x09\x02\x06\x00"sv, "\x09\x04\x06\x00"sv,
                                                      "\x09\x00\x06\x00"sv};

[[noreturn]] void refuse_other(std::string_view what) {
  throw Refused("other_format", "This is " + std::string(what) + ". Save it as .xlsx, or as text.");
}

void refuse_markup(std::string_view head) {
  auto start = trimmed(head.starts_with("\xEF\xBB\xBF") ? head.substr(3) : head);
  const auto lowered = ascii_lowered(start);
  for (const char* word : {"<html", "<!doctype html", "<table", "<meta", "<head", "<style", "<body", "mime-version:"})
    if (lowered.starts_with(word)) refuse_other("a web page (HTML), whatever its name ends with");
  if (lowered.starts_with("<?xml") || lowered.starts_with("<workbook")) {
    if (lowered.contains("office:spreadsheet") || lowered.contains("excel.sheet"))
      refuse_other("an XML spreadsheet of Excel 2003");
    if (lowered.contains("<html") || lowered.contains("<!doctype html"))
      refuse_other("a web page (HTML), whatever its name ends with");
    if (lowered.contains("opendocument.spreadsheet")) refuse_other("an OpenDocument spreadsheet (.fods)");
    throw Refused("not_a_sheet", "This is an XML file, not a sheet.");
  }
  if (start.starts_with('{') || start.starts_with('[')) throw Refused("not_a_sheet", "This is a JSON file, not a sheet.");
}

// Text has hardly any control characters. Zeros stand for UTF-16, or else are found by who takes the text apart.
bool looks_binary(std::string_view head) {
  if (head.starts_with("\xFF\xFE"sv) || head.starts_with("\xFE\xFF"sv)) return false;  // UTF-16 has all bytes
  const auto controls = std::ranges::count_if(head, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte > 0 && byte < 0x20 && !" \t\r\n\v\f\x1A\x1B"sv.contains(c)) || byte == 0x7F;
  });
  return static_cast<std::size_t>(controls) * 50 > head.size();
}

}  // namespace

Container recognise(const InputFile& file) {
  std::string buffer(head_bytes, '\0');
  buffer.resize(file.read_at(0, buffer.data(), buffer.size()));
  const std::string_view head = buffer;
  if (head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv)) return Container::archive;
  if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return Container::compound;
  for (const auto& stranger : strangers)
    if (head.starts_with(stranger.bytes))
      throw Refused("not_a_sheet", "This is " + std::string(stranger.what) + ", not a sheet.");
  if (std::ranges::any_of(early_excel, [&](auto bytes) { return head.starts_with(bytes); }))
    refuse_other("a workbook of Excel 4 or older");
  refuse_markup(head);
  if (looks_binary(head)) throw Refused("not_a_sheet", "The file holds characters that no text has.");
  return Container::text;
}

}  // namespace kassabro::sheets::formats
