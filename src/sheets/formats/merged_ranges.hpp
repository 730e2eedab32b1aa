#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kassabro::sheets::formats {

// The cells that merging has covered: Excel shows only the first of a range, and what a program left in the others is not there
// for anybody who looks at the sheet.
class MergedRanges {
 public:
  struct Range {
    std::int64_t first_line = 1;
    std::int64_t last_line = 1;
    std::size_t first_column = 0;
    std::size_t last_column = 0;
  };

  void add(const Range& range);  // refuses more of them than any sheet has
  // Lines must be asked about in their order.
  void go_to(std::int64_t line);
  bool covers(std::size_t column) const;

 private:
  std::vector<Range> ranges_;  // from `next_` on by their first lines, once go_to has been called
  std::size_t next_ = 0;
  bool sorted_ = true;
  std::int64_t line_ = 0;
  std::vector<Range> here_;
};

}  // namespace kassabro::sheets::formats
