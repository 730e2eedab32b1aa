#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sheets/formats/compound_file.hpp"

namespace kassabro::sheets::formats {

// The records that an .xls workbook consists of (MS-XLS, 2.3), one after the other.
class BiffRecords {
 public:
  BiffRecords(const CompoundFile& file, CompoundFile::Stream stream);

  // Goes to the next record; false at the end of the stream.
  bool next();
  // The same, if that is a CONTINUE record: what did not fit into the last one.
  bool next_continuation();
  void go_to(std::uint64_t offset);
  std::uint64_t position() const { return offset_ - (window_.size() - at_); }  // of the next record

  std::uint16_t kind() const { return kind_; }
  std::string_view body() const { return body_; }  // until the next step

 private:
  bool fill(std::size_t bytes);

  const CompoundFile& file_;
  CompoundFile::Stream stream_;
  std::uint64_t offset_ = 0;  // in the stream, of the end of `window_`
  std::string window_;
  std::size_t at_ = 0;  // in the window, of the next record
  std::uint16_t kind_ = 0;
  std::string_view body_;
};

// Reads through a record and those that continue it. Texts are cut where a record ends; the rest begins with its own width.
class BiffCursor {
 public:
  explicit BiffCursor(BiffRecords& records) : records_(records), rest_(records.body()) {}

  std::uint8_t u8();
  std::uint16_t u16();
  std::uint32_t u32();
  void skip(std::size_t bytes);
  // An XLUnicodeRichExtendedString; its fonts and its pronunciation are passed over.
  std::string rich_text();
  // An XLUnicodeString or ShortXLUnicodeString, of which the length has been read.
  std::string text(std::size_t characters);

 private:
  void append_characters(std::string& out, std::size_t characters, bool wide);
  void need();

  BiffRecords& records_;
  std::string_view rest_;
};

}  // namespace kassabro::sheets::formats
