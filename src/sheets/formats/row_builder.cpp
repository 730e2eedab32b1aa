#include "sheets/formats/row_builder.hpp"

#include <fmt/format.h>

#include "sheets/formats/refused.hpp"
#include "sheets/limits.hpp"

namespace kassabro::sheets::formats {

void RowBuilder::begin_row(std::int64_t line) {
  finish();
  if (line <= row_.line) refuse_damaged(fmt::format("row {} stands behind row {}", line, row_.line));
  if (line > rows_max) throw Refused("too_many_rows", fmt::format("The sheet has more than {} rows.", rows_max));
  row_.line = line;
  merged_.go_to(line);
}

void RowBuilder::put(std::size_t column, Cell cell) {
  if (column >= columns_max)
    throw Refused("too_many_columns", fmt::format("Row {} has more than {} columns.", row_.line, columns_max));
  if (cell.text.size() > cell_bytes_max)
    throw Refused("cell_too_large", fmt::format("Row {} holds a cell of more than 64 KiB.", row_.line));
  bytes_ += cell.text.size();
  if (bytes_ > row_bytes_max) throw Refused("too_large", fmt::format("Row {} is larger than 4 MiB.", row_.line));
  if (cell.text.empty() || merged_.covers(column)) return;
  if (column >= row_.cells.size()) row_.cells.resize(column + 1);
  row_.cells[column] = std::move(cell);
}

void RowBuilder::finish() {
  if (!row_.cells.empty()) sink_.on_row(row_);
  row_.cells.clear();
  bytes_ = 0;
}

}  // namespace kassabro::sheets::formats
