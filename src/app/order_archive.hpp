#pragma once

#include "app/order_source.hpp"

namespace kassabro::app {

// The number that an order's id is; 0 when it is none.
std::int64_t order_number(std::string_view order_id);
std::int64_t number_of(const SourceOrder& order);

// Which orders of the past. The window is by the date of the sale, both ends inside; absent is without end.
struct ArchiveQuery {
  std::int64_t eshop_id = 1;
  std::int64_t id_from = 0;  // inclusive; the way to page: rows come and go, so an offset would pass some over
  std::optional<Timestamp> ordered_from;
  std::optional<Timestamp> ordered_to;
  bool only_completed = true;
  std::size_t count_max = 500;
};

struct ArchivePage {
  std::vector<SourceOrder> orders;    // by id
  std::int64_t left = 0;              // orders from `id_from` on, these included, as the source counts them
  std::optional<std::int64_t> next;   // where the next page begins; absent: this is the last one
};

// The orders that the source keeps, page by page.
class OrderArchive {
 public:
  virtual ~OrderArchive() = default;
  virtual Async<std::expected<ArchivePage, SourceError>> list(const Account& account, ArchiveQuery query) = 0;
  // Do the account's login details and its e-shop work?
  virtual Async<std::expected<void, SourceError>> check(const Account& account) = 0;
};

}  // namespace kassabro::app
