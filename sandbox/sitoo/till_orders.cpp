// What the till does to orders that are there already.
#include "sandbox/sitoo/order_life.hpp"
#include "sandbox/sitoo/till.hpp"

namespace kassabro::sandbox::sitoo {

Async<Result<Sold>> Till::close(std::int64_t order_id) {
  Sold sold;
  auto noted = EventNoted::no;
  {
    const std::scoped_lock lock(books_.mutex);
    const auto closed = change_state(books_, order_id, OrderState::closed, clock_.now());
    if (!closed) co_return fail(closed.error());
    noted = *closed;
    const auto& order = *books_.find_order(order_id);
    sold = {order_id, order.receipt_id, order.contact_id, 200, {}, {}};
  }
  sold.copy = co_await send_copy(order_id, noted);
  co_return sold;
}

Async<Result<Sold>> Till::convert(std::int64_t booking_id, std::string payment, OrderState booking_ends) {
  Result<std::int64_t> order_id;
  {
    const std::scoped_lock lock(books_.mutex);
    order_id = convert_booking(books_, booking_id, payment, booking_ends, clock_.now());
  }
  if (!order_id) co_return fail(order_id.error());
  co_return co_await sold(*order_id, OrderEvent::add);
}

Async<Result<Exchanged>> Till::exchange(Exchange exchange) {
  std::int64_t refund_id = 0, sale_id = 0;
  {
    const std::scoped_lock lock(books_.mutex);
    auto refund = refund_order(books_, exchange.refund, clock_.now());
    if (refund.spi == Spi::none) refund.spi = Spi::v1;
    auto sale = exchange_sale(exchange, refund);
    for (auto* order : {&refund, &sale}) order->receipt_id = books_.next_receipt_id(order->store, order->cash_register);
    refund_id = books_.add_order(std::move(refund)).id;
    sale.refund_order_id = refund_id;
    sale_id = books_.add_order(std::move(sale)).id;
    books_.find_order(refund_id)->refund_sales_order_id = sale_id;
  }
  Exchanged exchanged;
  exchanged.refund = co_await sold(refund_id, OrderEvent::add);
  exchanged.sale = co_await sold(sale_id, OrderEvent::add);
  co_return exchanged;
}

}  // namespace kassabro::sandbox::sitoo
