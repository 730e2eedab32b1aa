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

}  // namespace kassabro::sandbox::sitoo
