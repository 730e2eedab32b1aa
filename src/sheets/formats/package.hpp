#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sheets/formats/input_file.hpp"

struct zip;

namespace kassabro::sheets::formats {

// The ZIP archive that an .xlsx file is. Refuses what is cut off or encrypted, and what unpacks to more than a sheet ever does.
class Package {
 public:
  explicit Package(const InputFile& file);
  ~Package();
  Package(const Package&) = delete;
  Package& operator=(const Package&) = delete;

  bool has(const std::string& part) const;
  std::vector<std::string> part_names() const;
  // Gives a part piece by piece; refuses one that is not there.
  void read(const std::string& part, const std::function<void(std::string_view)>& visit);
  std::string read_start(const std::string& part, std::size_t bytes_max);

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  void count(std::int64_t part_bytes, std::int64_t packed_bytes, std::int64_t piece_bytes);

  std::unique_ptr<zip, Close> archive_;
  std::int64_t unpacked_bytes_ = 0;
};

}  // namespace kassabro::sheets::formats
