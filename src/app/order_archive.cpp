#include "app/order_archive.hpp"

#include <charconv>

namespace kassabro::app {

std::int64_t order_number(std::string_view order_id) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(order_id.data(), order_id.data() + order_id.size(), number);
  return error == std::errc{} && end == order_id.data() + order_id.size() ? number : 0;
}

std::int64_t number_of(const SourceOrder& order) { return order_number(order.order_id); }

}  // namespace kassabro::app
