#include "sheets/formats/compound_file.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "sheets/formats/bytes.hpp"

namespace kassabro::sheets::formats {

namespace {

constexpr std::size_t header_bytes = 512;
constexpr std::uint32_t last_sector = 0xFFFFFFFA;  // what is above means "end", "free" ...
constexpr std::size_t entry_bytes = 128;
constexpr std::size_t entries_max = 4'096;
constexpr std::uint32_t small_sector_bytes = 64;
constexpr std::size_t fat_sectors_in_header = 109;

[[noreturn]] void refuse_truncated() { throw Refused("truncated", "The file's end is missing. Copy or download it anew."); }

void append_numbers(std::vector<std::uint32_t>& numbers, std::string_view sector) {
  for (std::size_t at = 0; at + 4 <= sector.size(); at += 4) numbers.push_back(u32_at(sector, at));
}

std::string name_of(std::string_view entry) {
  std::string name;
  const auto bytes = std::min<std::size_t>(u16_at(entry, 64), 64);
  for (std::size_t at = 0; at + 2 < bytes; at += 2) {
    const auto c = u16_at(entry, at);
    name += c < 0x80 ? static_cast<char>(c) : '?';
  }
  return name;
}

}  // namespace

CompoundFile::CompoundFile(const InputFile& file) : file_(file) {
  std::string header(header_bytes, '\0');
  if (file.read_at(0, header.data(), header.size()) < header_bytes) refuse_truncated();
  const auto shift = u16_at(header, 30);
  if (shift != 9 && shift != 12) refuse_damaged("its sectors are of an unknown size");
  sector_bytes_ = 1U << shift;
  small_below_ = u32_at(header, 56);
  fat_ = read_fat(header);
  directory_ = read_directory(u32_at(header, 48));
  for (const auto sector : chain(fat_, u32_at(header, 60))) append_numbers(small_fat_, read_sector(sector));
  const auto root = std::ranges::find_if(directory_, &Entry::root);
  if (root == directory_.end()) refuse_damaged("its directory has no root");
  if (!small_fat_.empty()) small_streams_ = {.sectors = chain(fat_, root->first_sector), .bytes = root->bytes};
}

// The table that says which sector follows which. Its own sectors are listed in the header, and beyond 109 in a chain of
// sectors that end with the number of the next.
std::vector<std::uint32_t> CompoundFile::read_fat(std::string_view header) const {
  const auto sectors_max = static_cast<std::uint64_t>(file_.size()) / sector_bytes_ + 1;
  std::vector<std::uint32_t> places;
  places.reserve(fat_sectors_in_header);
  for (std::size_t i = 0; i < fat_sectors_in_header; ++i) places.push_back(u32_at(header, 76 + 4 * i));
  auto next = u32_at(header, 68);
  for (std::uint64_t seen = 0; next <= last_sector; ++seen) {
    if (seen > sectors_max) refuse_damaged("its table of sectors has no end");
    const auto sector = read_sector(next);
    append_numbers(places, std::string_view(sector).substr(0, sector.size() - 4));
    next = u32_at(sector, sector.size() - 4);
  }
  std::vector<std::uint32_t> fat;
  for (const auto place : places)
    if (place <= last_sector && fat.size() < sectors_max) append_numbers(fat, read_sector(place));
  return fat;
}

std::vector<CompoundFile::Entry> CompoundFile::read_directory(std::uint32_t first_sector) const {
  std::vector<Entry> entries;
  for (const auto number : chain(fat_, first_sector)) {
    const auto sector = read_sector(number);
    for (std::size_t at = 0; at + entry_bytes <= sector.size(); at += entry_bytes) {
      const auto entry = std::string_view(sector).substr(at, entry_bytes);
      const auto kind = u8_at(entry, 66);
      if (kind != 1 && kind != 2 && kind != 5) continue;  // unused
      if (entries.size() == entries_max) refuse_damaged("its directory is too long");
      // The upper half of the size means nothing in sectors of 512 bytes.
      const auto bytes = sector_bytes_ == 512 ? u32_at(entry, 120) : number_at<std::uint64_t>(entry, 120);
      entries.push_back({.name = name_of(entry), .first_sector = u32_at(entry, 116), .bytes = bytes, .root = kind == 5});
    }
  }
  return entries;
}

std::vector<std::uint32_t> CompoundFile::chain(const std::vector<std::uint32_t>& table, std::uint32_t first) const {
  std::vector<std::uint32_t> sectors;
  for (auto sector = first; sector <= last_sector; sector = table[sector]) {
    if (sector >= table.size()) refuse_truncated();
    if (sectors.size() >= table.size()) refuse_damaged("a chain of sectors has no end");
    sectors.push_back(sector);
  }
  return sectors;
}

std::string CompoundFile::read_sector(std::uint32_t sector) const {
  std::string bytes(sector_bytes_, '\0');
  if (file_.read_at(static_cast<std::int64_t>(place_of(sector)), bytes.data(), bytes.size()) < bytes.size()) refuse_truncated();
  return bytes;
}

bool CompoundFile::has(std::string_view name) const {
  return std::ranges::any_of(directory_, [&](const Entry& entry) { return equal_nocase(entry.name, name); });
}

CompoundFile::Stream CompoundFile::open(std::string_view name) const {
  const auto entry =
      std::ranges::find_if(directory_, [&](const Entry& each) { return !each.root && equal_nocase(each.name, name); });
  if (entry == directory_.end()) refuse_damaged(std::string(name) + " is missing");
  const bool small = entry->bytes < small_below_;
  Stream stream{.sectors = chain(small ? small_fat_ : fat_, entry->first_sector), .bytes = entry->bytes, .small = small};
  const std::uint64_t there = stream.sectors.size() * std::uint64_t{small ? small_sector_bytes : sector_bytes_};
  if (there < stream.bytes) refuse_truncated();
  return stream;
}

std::size_t CompoundFile::read_at(const Stream& stream, std::uint64_t offset, char* buffer, std::size_t bytes) const {
  if (offset >= stream.bytes) return 0;
  bytes = std::min<std::uint64_t>(bytes, stream.bytes - offset);
  const std::uint32_t step = stream.small ? small_sector_bytes : sector_bytes_;
  std::size_t done = 0;
  while (done < bytes) {
    const auto number = stream.sectors[(offset + done) / step];
    const auto inside = (offset + done) % step;
    const auto wanted = std::min<std::size_t>(bytes - done, step - inside);
    const auto got = stream.small ? read_at(small_streams_, std::uint64_t{number} * step + inside, buffer + done, wanted)
                                  : file_.read_at(static_cast<std::int64_t>(place_of(number) + inside), buffer + done, wanted);
    if (got < wanted) refuse_truncated();
    done += wanted;
  }
  return bytes;
}

}  // namespace kassabro::sheets::formats
