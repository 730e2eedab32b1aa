// .xlsx: an archive and the XML in it. To change a packed file is hardly ever to change what is in it, so most changes are made to
// one part of the unpacked one.
#include <zip.h>

#include <memory>

#include "tests/fuzz/sheet.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace kassabro::fuzz {
namespace {

constexpr std::size_t part_bytes_max = 64UL * 1024;
constexpr std::size_t parts_max = 40;

struct Part {
  std::string name;
  std::string bytes;
};

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

std::string read_part(zip_t& archive, zip_uint64_t index) {
  std::string bytes(part_bytes_max, '\0');
  auto* file = zip_fopen_index(&archive, index, 0);
  if (file == nullptr) return {};
  const auto got = zip_fread(file, bytes.data(), bytes.size());
  zip_fclose(file);
  bytes.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
  return bytes;
}

std::vector<Part> unpacked(std::string_view packed) {
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(packed.data(), packed.size(), 0, &error);
  const Archive archive(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error));
  if (!archive && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  std::vector<Part> parts;
  if (!archive) return parts;
  const auto count = std::min<zip_int64_t>(zip_get_num_entries(archive.get(), 0), parts_max);
  for (zip_uint64_t i = 0; std::cmp_less(i, count); ++i)
    if (const auto* name = zip_get_name(archive.get(), i, ZIP_FL_ENC_RAW)) parts.push_back({name, read_part(*archive, i)});
  return parts;
}

// Without compression: an input shall be small work.
std::string packed(const std::vector<Part>& parts) {
  auto* source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(source);
  Archive archive(zip_open_from_source(source, ZIP_TRUNCATE, nullptr));
  for (const auto& part : parts) {
    const auto index =
        zip_file_add(archive.get(), part.name.c_str(),
                     zip_source_buffer(archive.get(), part.bytes.data(), part.bytes.size(), 0), ZIP_FL_OVERWRITE);
    if (index >= 0) zip_set_file_compression(archive.get(), static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  }
  std::string bytes;
  if (zip_close(archive.get()) == 0) {
    static_cast<void>(archive.release());
    zip_stat_t about;
    zip_source_stat(source, &about);
    bytes.resize(about.size);
    zip_source_open(source);
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
  }
  zip_source_free(source);
  return bytes;
}

}  // namespace

void run_one(std::string_view input) { read_as_file(input); }

}  // namespace kassabro::fuzz

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed) {
  using namespace kassabro::fuzz;
  auto parts = unpacked({reinterpret_cast<const char*>(data), size});
  if (parts.empty() || seed % 16 == 0) return LLVMFuzzerMutate(data, size, max_size);
  auto& bytes = parts[(seed / 16) % parts.size()].bytes;
  const auto before = bytes.size();
  bytes.resize(std::min(part_bytes_max, before + 256));
  bytes.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(bytes.data()), before, bytes.size()));
  const auto changed = packed(parts);
  if (changed.empty() || changed.size() > max_size) return LLVMFuzzerMutate(data, size, max_size);
  std::ranges::copy(changed, data);
  return changed.size();
}
