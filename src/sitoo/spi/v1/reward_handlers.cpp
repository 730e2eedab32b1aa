#include "http/problem.hpp"
#include "sitoo/spi/origin_headers.hpp"
#include "sitoo/spi/redeem_wire.hpp"
#include "sitoo/spi/reward_wire.hpp"
#include "sitoo/spi/v1/handlers.hpp"
#include "sitoo/spi/v1/settings.hpp"

namespace kassabro::sitoo::spi::v1 {
namespace {

// The places of a route: the contact, then what is redeemed; or one of them alone.
RedeemPath contact_path(const Call& call) { return {call.params.size() > 0 ? call.params[0] : "", "", ""}; }

std::string last_place(const Call& call) { return call.params[call.params.size() - 1]; }

RedeemPath check_path(const Call& call) { return {call.params.size() > 1 ? call.params[0] : "", last_place(call), ""}; }

RedeemPath promotion_path(const Call& call) { return {call.params.size() > 1 ? call.params[0] : "", "", last_place(call)}; }

template <class UseCase>
Async<http::Response> answer(const Call& call, RedeemPath path, UseCase& use_case) {
  const auto settings = settings_of(call.account).bonus;
  auto request = parse_redemption(call.request, call.query, std::move(path), settings);
  if (!request) co_return http::problem(request.error());
  const auto done = co_await use_case(call.account, std::move(*request), origin_of(call.request, "sitoo_v1"));
  if (!done) co_return redeem_problem(done.error(), settings);
  co_return http::json_response(redeemed_text(*done, "contactid", settings));
}

}  // namespace

// Part F, rows 3 and 9. 200 means that no other purchase can use it any more.
Async<http::Response> redeem(const Call& call) { return answer(call, contact_path(call), call.use_cases.redeem); }
Async<http::Response> redeem_check(const Call& call) { return answer(call, check_path(call), call.use_cases.redeem); }
Async<http::Response> redeem_promotion(const Call& call) { return answer(call, promotion_path(call), call.use_cases.redeem); }

// Not in the contract of v1; for a till that asks in the words of v2.
Async<http::Response> undo(const Call& call) { return answer(call, contact_path(call), call.use_cases.undo); }
Async<http::Response> undo_check(const Call& call) { return answer(call, check_path(call), call.use_cases.undo); }
Async<http::Response> undo_promotion(const Call& call) { return answer(call, promotion_path(call), call.use_cases.undo); }

}  // namespace kassabro::sitoo::spi::v1
