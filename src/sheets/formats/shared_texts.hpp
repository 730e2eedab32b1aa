#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "sheets/formats/package.hpp"

namespace kassabro::sheets::formats {

// The texts that the cells of an Excel file refer to by number. All of them must be at hand, so they lie close together:
// twelve bytes and themselves.
class SharedTexts {
 public:
  void add(std::string_view text);  // refuses more than fits
  // Refuses a number that was never given.
  std::string_view get(std::size_t number) const;
  std::size_t size() const { return texts_.size(); }

 private:
  struct Place {
    std::uint32_t block;
    std::uint32_t offset;
    std::uint32_t bytes;
  };
  std::deque<std::string> blocks_;
  std::deque<Place> texts_;
  std::size_t bytes_ = 0;
};

// Reads xl/sharedStrings.xml. The parts of a rich text are joined; how it is pronounced is left out.
SharedTexts read_shared_texts(Package& package, const std::string& part);

}  // namespace kassabro::sheets::formats
