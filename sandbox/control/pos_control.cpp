#include <charconv>

#include "sandbox/answers/answers.hpp"
#include "sandbox/control/handlers.hpp"
#include "sandbox/sitoo/order_json.hpp"
#include "sandbox/sitoo/order_life.hpp"
#include "sandbox/sitoo/z_reports.hpp"

namespace kassabro::sandbox::control {
namespace {

json::array redeemed_json(const sitoo::Redemption& redeemed) {
  json::array list;
  for (const auto& piece : redeemed.checks)
    list.push_back(json::object{{"bonus_check_id", piece.check_id}, {"amount", sitoo::money_text(piece.amount)}});
  for (const auto& id : redeemed.promotions) list.push_back(json::object{{"promotion_id", id}});
  return list;
}

json::object sold_json(World& world, const sitoo::Sold& sold) {
  const std::scoped_lock lock(world.books.mutex);
  const auto totals = world.books.find_order(sold.order_id)->totals();
  return {{"order_id", sold.order_id},
          {"receipt_id", sold.receipt_id},
          {"contact_id", sold.contact_id.empty() ? json::value() : json::value(json::string(sold.contact_id))},
          {"search_status", sold.search_status},
          {"total", sitoo::money_text(totals.gross)},
          {"net", sitoo::money_text(totals.net)},
          {"vat", sitoo::money_text(totals.vat)},
          {"redeemed", redeemed_json(sold.redeemed)},
          {"copy", sitoo::to_json(sold.copy)}};
}

http::Response sold_answer(World& world, const Result<sitoo::Sold>& sold) {
  return sold ? json_answer(sold_json(world, *sold)) : error_answer(sold.error());
}

// Parses under the books' mutex.
template <class Parse>
auto with_books(ControlCall& call, Parse parse) {
  const std::scoped_lock lock(call.world.books.mutex);
  return parse(call.body, call.world.books);
}

std::int64_t order_id_of(const ControlCall& call) {
  const auto& text = call.params[0];
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// What REST shows of the order now.
http::Response order_answer(ControlCall& call) {
  const auto& books = call.world.books;
  const auto& order = *books.find_order(order_id_of(call));
  return json_answer(json::object{{"order_id", order.id}, {"order", sitoo::order_json(books, order)}});
}

}  // namespace

Answer sell(ControlCall call) {
  auto sale = with_books(call, [](const auto& body, const auto& books) { return sitoo::parse_sale(body, books); });
  if (!sale) co_return error_answer(sale.error());
  const auto sold = co_await call.world.till.sell(std::move(*sale));
  co_return sold_answer(call.world, sold);
}

// A booking is an order of its own type, neither paid nor redeemed yet.
Answer book(ControlCall call) {
  auto sale = with_books(call, [](const auto& body, const auto& books) { return sitoo::parse_sale(body, books); });
  if (!sale) co_return error_answer(sale.error());
  sale->type = sitoo::OrderType::booking;
  sale->state = sitoo::OrderState::open;
  sale->bonus_checks.clear();
  sale->promotions.clear();
  const auto sold = co_await call.world.till.sell(std::move(*sale));
  co_return sold_answer(call.world, sold);
}

Answer refund(ControlCall call) {
  auto parsed = with_books(call, &sitoo::parse_refund);
  if (!parsed) co_return error_answer(parsed.error());
  const auto sold = co_await call.world.till.refund(std::move(*parsed));
  co_return sold_answer(call.world, sold);
}

Answer exchange(ControlCall call) {
  auto parsed = with_books(call, &sitoo::parse_exchange);
  if (!parsed) co_return error_answer(parsed.error());
  const auto exchanged = co_await call.world.till.exchange(std::move(*parsed));
  if (!exchanged) co_return error_answer(exchanged.error());
  co_return json_answer(
      json::object{{"refund", sold_json(call.world, exchanged->refund)}, {"sale", sold_json(call.world, exchanged->sale)}});
}

Answer close_register(ControlCall call) {
  auto& books = call.world.books;
  const std::scoped_lock lock(books.mutex);
  const auto closed = sitoo::close_register(books, call.body, call.world.clock.now());
  co_return closed ? json_answer(sitoo::z_report_json(books, *closed)) : error_answer(closed.error());
}

Answer close_order(ControlCall call) {
  const auto closed = co_await call.world.till.close(order_id_of(call));
  co_return sold_answer(call.world, closed);
}

Answer cancel_order(ControlCall call) {
  auto& books = call.world.books;
  const std::scoped_lock lock(books.mutex);
  const auto cancelled = sitoo::change_state(books, order_id_of(call), sitoo::OrderState::cancelled, call.world.clock.now());
  co_return cancelled ? order_answer(call) : error_answer(cancelled.error());
}

Answer update_order(ControlCall call) {
  auto& books = call.world.books;
  const std::scoped_lock lock(books.mutex);
  const auto updated = sitoo::override_order(books, order_id_of(call), call.body, call.world.clock.now());
  co_return updated ? order_answer(call) : error_answer(updated.error());
}

// {"payment":"Card","booking_state":"closed" or "cancelled"}: how the booking ends is open (INFERRED), so both.
Answer convert_order(ControlCall call) {
  const auto payment = text_member(call.body, "payment");
  const auto state = text_member(call.body, "booking_state");
  if (!state.empty() && state != "closed" && state != "cancelled")
    co_return error_answer(400, "Must be \"closed\" or \"cancelled\".", "booking_state");
  const auto ends = state == "cancelled" ? sitoo::OrderState::cancelled : sitoo::OrderState::closed;
  const auto sold = co_await call.world.till.convert(order_id_of(call), payment.empty() ? "Card" : payment, ends);
  co_return sold_answer(call.world, sold);
}

}  // namespace kassabro::sandbox::control
