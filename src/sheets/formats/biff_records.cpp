#include "sheets/formats/biff_records.hpp"

#include <algorithm>

#include "sheets/formats/bytes.hpp"
#include "sheets/formats/excel_text.hpp"

namespace kassabro::sheets::formats {

namespace {

constexpr std::size_t head_bytes = 4;
constexpr std::size_t window_bytes = 128UL * 1024;  // a record has at most 64 KiB
constexpr std::uint16_t continuation = 0x003C;

constexpr std::uint8_t is_wide = 0x01;
constexpr std::uint8_t has_pronunciation = 0x04;
constexpr std::uint8_t has_fonts = 0x08;

}  // namespace

BiffRecords::BiffRecords(const CompoundFile& file, CompoundFile::Stream stream) : file_(file), stream_(std::move(stream)) {}

void BiffRecords::go_to(std::uint64_t offset) {
  if (offset >= stream_.bytes) refuse_damaged("a sheet's content is missing");
  offset_ = offset;
  window_.clear();
  at_ = 0;
}

bool BiffRecords::fill(std::size_t bytes) {
  if (window_.size() - at_ >= bytes) return true;
  window_.erase(0, at_);
  at_ = 0;
  const auto kept = window_.size();
  window_.resize(window_bytes);
  const auto got = file_.read_at(stream_, offset_, window_.data() + kept, window_bytes - kept);
  offset_ += got;
  window_.resize(kept + got);
  return window_.size() >= bytes;
}

bool BiffRecords::next() {
  if (!fill(head_bytes)) return false;
  const std::size_t bytes = u16_at(window_, at_ + 2);
  if (!fill(head_bytes + bytes)) throw Refused("truncated", "The file's end is missing. Copy or download it anew.");
  kind_ = u16_at(window_, at_);
  body_ = std::string_view(window_).substr(at_ + head_bytes, bytes);
  at_ += head_bytes + bytes;
  return true;
}

bool BiffRecords::next_continuation() {
  if (!fill(head_bytes) || u16_at(window_, at_) != continuation) return false;
  return next();
}

void BiffCursor::need() {
  while (rest_.empty()) {
    if (!records_.next_continuation()) refuse_damaged("a record ends too early");
    rest_ = records_.body();
  }
}

std::uint8_t BiffCursor::u8() {
  need();
  const auto value = u8_at(rest_, 0);
  rest_.remove_prefix(1);
  return value;
}

std::uint16_t BiffCursor::u16() {
  const auto low = u8();
  return static_cast<std::uint16_t>(low | (u8() << 8));
}

std::uint32_t BiffCursor::u32() {
  const std::uint32_t low = u16();
  return low | (std::uint32_t{u16()} << 16);
}

void BiffCursor::skip(std::size_t bytes) {
  while (bytes > 0) {
    need();
    const auto step = std::min(bytes, rest_.size());
    rest_.remove_prefix(step);
    bytes -= step;
  }
}

std::string BiffCursor::text(std::size_t characters) {
  std::string out;
  const bool wide = (u8() & is_wide) != 0;
  append_characters(out, characters, wide);
  return out;
}

std::string BiffCursor::rich_text() {
  const std::size_t characters = u16();
  const auto flags = u8();
  const std::size_t fonts = (flags & has_fonts) != 0 ? u16() : 0;
  const std::size_t pronunciation_bytes = (flags & has_pronunciation) != 0 ? u32() : 0;
  std::string out;
  append_characters(out, characters, (flags & is_wide) != 0);
  skip(4 * fonts);
  skip(pronunciation_bytes);
  return out;
}

void BiffCursor::append_characters(std::string& out, std::size_t characters, bool wide) {
  std::u16string units;
  while (units.size() < characters) {
    if (rest_.empty()) {
      need();
      wide = (u8() & is_wide) != 0;
      if (rest_.empty()) continue;
    }
    const std::size_t width = wide ? 2 : 1;
    const auto count = std::min(characters - units.size(), rest_.size() / width);
    if (count == 0) refuse_damaged("a text is cut in the middle of a character");
    for (std::size_t i = 0; i < count; ++i)
      units += wide ? static_cast<char16_t>(u16_at(rest_, 2 * i)) : static_cast<char16_t>(u8_at(rest_, i));
    rest_.remove_prefix(count * width);
  }
  append_utf16(out, units);
}

}  // namespace kassabro::sheets::formats
