#include "sheets/formats/package.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <zip.h>

#include "sheets/formats/refused.hpp"
#include "sheets/limits.hpp"

namespace kassabro::sheets::formats {

namespace {

constexpr std::size_t piece_bytes = 64UL * 1024;
constexpr zip_flags_t any_case = ZIP_FL_NOCASE;  // as the names of parts are compared (ECMA-376, part 2)

struct ClosePart {
  void operator()(zip_file_t* part) const { zip_fclose(part); }
};
using PartHandle = std::unique_ptr<zip_file_t, ClosePart>;

[[noreturn]] void refuse_bomb() {
  throw Refused("bomb", "The file unpacks to far more than a sheet ever does; it is not read.");
}

struct Entry {
  zip_uint64_t index;
  std::int64_t packed_bytes;
};

Entry locate(zip* archive, const std::string& part) {
  const auto index = zip_name_locate(archive, part.c_str(), any_case);
  zip_stat_t status;
  zip_stat_init(&status);
  if (index < 0 || zip_stat_index(archive, static_cast<zip_uint64_t>(index), 0, &status) != 0)
    refuse_damaged(part + " is missing");
  if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE)
    throw Refused("password", "The file is protected by a password. Save it without one.");
  if ((status.valid & ZIP_STAT_SIZE) != 0 && status.size > static_cast<zip_uint64_t>(unpacked_bytes_max)) refuse_bomb();
  return {static_cast<zip_uint64_t>(index), static_cast<std::int64_t>(status.comp_size)};
}

PartHandle open(zip* archive, const std::string& part, const Entry& entry) {
  PartHandle handle(zip_fopen_index(archive, entry.index, 0));
  if (!handle) refuse_damaged(part + " cannot be unpacked");
  return handle;
}

// Before 1.11 libzip had no code of its own for an archive whose end is missing.
bool is_end_missing(int error) {
#ifdef ZIP_ER_TRUNCATED_ZIP
  if (error == ZIP_ER_TRUNCATED_ZIP) return true;
#endif
  return error == ZIP_ER_NOZIP;
}

}  // namespace

void Package::Close::operator()(zip* archive) const { zip_discard(archive); }

Package::Package(const InputFile& file) {
  const int own = ::fcntl(file.fd(), F_DUPFD_CLOEXEC, 3);  // libzip closes what it is given
  int error = 0;
  archive_.reset(own < 0 ? nullptr : zip_fdopen(own, 0, &error));
  if (!archive_) {
    if (own >= 0) ::close(own);
    if (is_end_missing(error)) throw Refused("truncated", "The file's end is missing. Copy or download it anew.");
    if (error == ZIP_ER_MEMORY) throw std::bad_alloc();
    refuse_damaged("its list of contents cannot be read");
  }
  if (zip_get_num_entries(archive_.get(), 0) > package_entries_max) refuse_bomb();
}

Package::~Package() = default;

bool Package::has(const std::string& part) const { return zip_name_locate(archive_.get(), part.c_str(), any_case) >= 0; }

std::vector<std::string> Package::part_names() const {
  std::vector<std::string> names;
  const auto count = zip_get_num_entries(archive_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i)
    if (const char* name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), 0); name != nullptr)
      names.emplace_back(name);
  return names;
}

void Package::read(const std::string& part, const std::function<void(std::string_view)>& visit) {
  const auto entry = locate(archive_.get(), part);
  const auto handle = open(archive_.get(), part, entry);
  std::string buffer(piece_bytes, '\0');
  std::int64_t part_bytes = 0;
  for (;;) {
    const auto got = zip_fread(handle.get(), buffer.data(), buffer.size());
    if (got < 0) refuse_damaged(part + " cannot be unpacked");
    if (got == 0) return;
    part_bytes += got;
    count(part_bytes, entry.packed_bytes, got);
    visit({buffer.data(), static_cast<std::size_t>(got)});
  }
}

void Package::count(std::int64_t part_bytes, std::int64_t packed_bytes, std::int64_t piece) {
  unpacked_bytes_ += piece;
  if (unpacked_bytes_ > unpacked_bytes_max) refuse_bomb();
  if (part_bytes > ratio_from_bytes && part_bytes / std::max<std::int64_t>(packed_bytes, 1) > unpacked_ratio_max) refuse_bomb();
}

std::string Package::read_start(const std::string& part, std::size_t bytes_max) {
  const auto handle = open(archive_.get(), part, locate(archive_.get(), part));
  std::string text(bytes_max, '\0');
  const auto got = zip_fread(handle.get(), text.data(), text.size());
  text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return text;
}

}  // namespace kassabro::sheets::formats
