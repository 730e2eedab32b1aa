#pragma once

#include <cstdint>
#include <utility>

#include "sheets/formats/merged_ranges.hpp"
#include "sheets/formats/sink.hpp"

namespace kassabro::sheets::formats {

// Puts the cells of Excel's formats into rows, within the limits and without those that merging covers, and hands each row on when
// the next begins.
class RowBuilder {
 public:
  RowBuilder(Sink& sink, MergedRanges merged) : sink_(sink), merged_(std::move(merged)) {}

  // Lines and columns count from 1 and 0. Refuses a line that is not behind the last one.
  void begin_row(std::int64_t line);
  void put(std::size_t column, Cell cell);
  void finish();
  std::int64_t line() const { return row_.line; }

 private:
  Sink& sink_;
  MergedRanges merged_;
  Row row_;
  std::size_t bytes_ = 0;
};

}  // namespace kassabro::sheets::formats
