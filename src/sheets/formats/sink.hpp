#pragma once

#include "app/sheet_row.hpp"

namespace kassabro::sheets::formats {

// Takes what a reader finds: the sheet once, then its rows in their order.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void on_sheet(const Sheet& sheet) = 0;
  virtual void on_row(const Row& row) = 0;  // only until it returns
};

}  // namespace kassabro::sheets::formats
