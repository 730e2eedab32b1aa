#include "sheets/formats/merged_ranges.hpp"

#include <algorithm>

#include "sheets/formats/refused.hpp"
#include "sheets/limits.hpp"

namespace kassabro::sheets::formats {

void MergedRanges::add(const Range& range) {
  if (ranges_.size() == merged_ranges_max) refuse_damaged("it has too many merged cells");
  ranges_.push_back(range);
  sorted_ = false;
}

void MergedRanges::go_to(std::int64_t line) {
  line_ = line;
  if (!sorted_) std::ranges::sort(ranges_, {}, &Range::first_line);
  sorted_ = true;
  std::erase_if(here_, [&](const Range& range) { return range.last_line < line; });
  for (; next_ < ranges_.size() && ranges_[next_].first_line <= line; ++next_)
    if (ranges_[next_].last_line >= line) here_.push_back(ranges_[next_]);
}

bool MergedRanges::covers(std::size_t column) const {
  return std::ranges::any_of(here_, [&](const Range& range) {
    const bool first = line_ == range.first_line && column == range.first_column;
    return !first && column >= range.first_column && column <= range.last_column;
  });
}

}  // namespace kassabro::sheets::formats
