#include "sandbox/sitoo/order.hpp"

#include <algorithm>

namespace kassabro::sandbox::sitoo {

Order::Totals Order::totals() const {
  Totals totals;
  for (const auto& line : lines) {
    const auto split = line.split();
    totals.net += split.net;
    totals.vat += split.vat;
  }
  totals.gross = totals.net + totals.vat + roundoff;
  return totals;
}

namespace {

std::int64_t shown(const Order& order, const char* name, std::int64_t truth) {
  return int_member(order.overrides, name).value_or(truth);
}

// Who has paid for goods that are not handed out yet has money reserved.
std::int64_t payment_state_of(const Order& order) {
  if (order.state == OrderState::closed) return 20;
  if (order.state == OrderState::cancelled) return 30;
  return order.payments.empty() ? 0 : 15;
}

}  // namespace

std::int64_t Order::shown_state() const { return shown(*this, "orderstateid", static_cast<int>(state)); }
std::int64_t Order::shown_payment_state() const { return shown(*this, "paymentstateid", payment_state_of(*this)); }
std::int64_t Order::shown_type() const { return shown(*this, "ordertypeid", static_cast<int>(type)); }

Minor gross_of(const std::vector<Line>& lines) {
  Minor gross = 0;
  for (const auto& line : lines) gross += line.gross();
  return gross;
}

Minor cash_roundoff(Minor gross) { return share_of(gross, 1, 100) * 100 - gross; }

Minor apply_bonus_check(std::vector<Line>& lines, const std::string& check_id, Minor value) {
  Minor left = value;
  for (const bool marked_rows : {false, true})
    for (auto& line : lines) {
      if (line.bonus_check_id.empty() == marked_rows || line.bonus_check_id == check_id) continue;
      const Minor part = std::min(left, line.gross());
      if (part <= 0) continue;
      line.discount += part;
      left -= part;
      if (line.bonus_check_id.empty()) line.bonus_check_id = check_id;
    }
  return value - left;
}

void apply_promotion(std::vector<Line>& lines, const std::string& promotion_id, std::int64_t percent) {
  for (auto& line : lines) {
    line.discount += share_of(line.gross(), percent, 100);
    if (line.promotion_id.empty()) line.promotion_id = promotion_id;
  }
}

}  // namespace kassabro::sandbox::sitoo
