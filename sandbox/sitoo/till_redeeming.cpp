// Rewards at the till: redeemed before the payment, undone when the sale comes to nothing.
#include "sandbox/sitoo/till.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

// The CRM's own words reach the cashier.
Error refusal_of(const CrmAnswer& answer) {
  const auto text = refusal_text(answer);
  if (answer.is_temporary()) return {ErrorCode::unavailable, describe(answer.status, text), "bonus_checks"};
  const auto message =
      "The CRM refused the bonus check" + (text.empty() ? ": it answered " + std::to_string(answer.status) + "." : ": " + text);
  if (answer.status == 400) return invalid("bonus_checks", message);
  if (answer.status == 404) return not_found("bonus_checks", message);
  return conflict("bonus_checks", message);
}

}  // namespace

// An answer that was lost does not tell whether the work was done: the same receipt asks once more, and when that is lost too,
// what may have been redeemed is undone.
Async<Result<void>> Till::redeem(Desk desk, std::string contact_id, const Redemption& redemption) {
  if (redemption.empty()) co_return Result<void>{};
  const auto body = redeem_body(desk.spi, redemption);
  auto answer = co_await contacts_.post_to_customer(desk, contact_id, "/redeem", body);
  if (answer.status == 0) answer = co_await contacts_.post_to_customer(desk, contact_id, "/redeem", body);
  if (answer.ok()) co_return Result<void>{};
  if (answer.status == 0) co_await undo(desk, contact_id, redemption);
  co_return fail(refusal_of(answer));
}

// v1 has no undo in the contract; it is asked in the words of v2.
Async<void> Till::undo(Desk desk, std::string contact_id, const Redemption& redemption) {
  if (redemption.empty()) co_return;
  const auto body = redeem_body(desk.spi, redemption);
  const auto answer = co_await contacts_.post_to_customer(desk, contact_id, "/undo-redeem", body);
  if (answer.is_temporary()) co_await contacts_.post_to_customer(desk, contact_id, "/undo-redeem", body);
}

}  // namespace kassabro::sandbox::sitoo
