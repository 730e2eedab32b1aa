#include "sitoo/spi/v1/api.hpp"

#include "http/problem.hpp"
#include "sitoo/spi/v1/handlers.hpp"
#include "sitoo/spi/v1/token_carrier.hpp"

namespace kassabro::sitoo::spi::v1 {
namespace {

using http::Method;
using http::Route;

// SEEN are the first four (A.4); the rest is the tolerant family of part F, rows 2 to 4.
constexpr std::array routes{
    Route<Handler>{Method::get, "/contacts", &find_contact},
    Route<Handler>{Method::post, "/contacts", &add_contact},
    Route<Handler>{Method::get, "/lookup-contacts", &lookup_contact},
    Route<Handler>{Method::get, "/consents", &list_consents},

    Route<Handler>{Method::get, "/contacts/lookup", &lookup_contact},
    Route<Handler>{Method::get, "/contacts/{id}", &get_contact},
    Route<Handler>{Method::put, "/contacts/{id}", &update_contact},
    Route<Handler>{Method::patch, "/contacts/{id}", &update_contact},
    Route<Handler>{Method::post, "/contacts/{id}", &update_contact},

    Route<Handler>{Method::post, "/transactions", &accept_transactions},
    Route<Handler>{Method::put, "/transactions", &accept_transactions},
    Route<Handler>{Method::post, "/orders", &accept_transactions},
    Route<Handler>{Method::put, "/orders", &accept_transactions},
    Route<Handler>{Method::post, "/contacts/{id}/transactions", &accept_transactions},
    Route<Handler>{Method::put, "/contacts/{id}/transactions", &accept_transactions},
    Route<Handler>{Method::post, "/contacts/{id}/orders", &accept_transactions},
    Route<Handler>{Method::put, "/contacts/{id}/orders", &accept_transactions},
    Route<Handler>{Method::get, "/contacts/{id}/transactions", &list_purchases},
    Route<Handler>{Method::get, "/contacts/{id}/orders", &list_purchases},

    Route<Handler>{Method::post, "/redeem", &redeem},
    Route<Handler>{Method::put, "/redeem", &redeem},
    Route<Handler>{Method::post, "/contacts/{id}/redeem", &redeem},
    Route<Handler>{Method::put, "/contacts/{id}/redeem", &redeem},
    Route<Handler>{Method::post, "/contacts/{id}/bonuschecks/{check}", &redeem_check},
    Route<Handler>{Method::put, "/contacts/{id}/bonuschecks/{check}", &redeem_check},
    Route<Handler>{Method::post, "/contacts/{id}/bonuschecks/{check}/redeem", &redeem_check},
    Route<Handler>{Method::put, "/contacts/{id}/bonuschecks/{check}/redeem", &redeem_check},
    Route<Handler>{Method::post, "/contacts/{id}/promotions/{promotion}", &redeem_promotion},
    Route<Handler>{Method::put, "/contacts/{id}/promotions/{promotion}", &redeem_promotion},
    Route<Handler>{Method::post, "/contacts/{id}/promotions/{promotion}/redeem", &redeem_promotion},
    Route<Handler>{Method::put, "/contacts/{id}/promotions/{promotion}/redeem", &redeem_promotion},
    Route<Handler>{Method::post, "/bonuschecks/{check}", &redeem_check},
    Route<Handler>{Method::put, "/bonuschecks/{check}", &redeem_check},
    Route<Handler>{Method::post, "/bonuschecks/{check}/redeem", &redeem_check},
    Route<Handler>{Method::put, "/bonuschecks/{check}/redeem", &redeem_check},
    Route<Handler>{Method::post, "/promotions/{promotion}", &redeem_promotion},
    Route<Handler>{Method::put, "/promotions/{promotion}", &redeem_promotion},
    Route<Handler>{Method::post, "/promotions/{promotion}/redeem", &redeem_promotion},
    Route<Handler>{Method::put, "/promotions/{promotion}/redeem", &redeem_promotion},

    Route<Handler>{Method::post, "/undo-redeem", &undo},
    Route<Handler>{Method::put, "/undo-redeem", &undo},
    Route<Handler>{Method::post, "/redeem/undo", &undo},
    Route<Handler>{Method::put, "/redeem/undo", &undo},
    Route<Handler>{Method::delete_, "/redeem", &undo},
    Route<Handler>{Method::post, "/contacts/{id}/undo-redeem", &undo},
    Route<Handler>{Method::put, "/contacts/{id}/undo-redeem", &undo},
    Route<Handler>{Method::post, "/contacts/{id}/redeem/undo", &undo},
    Route<Handler>{Method::put, "/contacts/{id}/redeem/undo", &undo},
    Route<Handler>{Method::delete_, "/contacts/{id}/redeem", &undo},
    Route<Handler>{Method::post, "/contacts/{id}/bonuschecks/{check}/undo-redeem", &undo_check},
    Route<Handler>{Method::put, "/contacts/{id}/bonuschecks/{check}/undo-redeem", &undo_check},
    Route<Handler>{Method::post, "/contacts/{id}/bonuschecks/{check}/redeem/undo", &undo_check},
    Route<Handler>{Method::put, "/contacts/{id}/bonuschecks/{check}/redeem/undo", &undo_check},
    Route<Handler>{Method::delete_, "/contacts/{id}/bonuschecks/{check}/redeem", &undo_check},
    Route<Handler>{Method::post, "/contacts/{id}/promotions/{promotion}/undo-redeem", &undo_promotion},
    Route<Handler>{Method::put, "/contacts/{id}/promotions/{promotion}/undo-redeem", &undo_promotion},
    Route<Handler>{Method::post, "/contacts/{id}/promotions/{promotion}/redeem/undo", &undo_promotion},
    Route<Handler>{Method::put, "/contacts/{id}/promotions/{promotion}/redeem/undo", &undo_promotion},
    Route<Handler>{Method::delete_, "/contacts/{id}/promotions/{promotion}/redeem", &undo_promotion},
    Route<Handler>{Method::post, "/bonuschecks/{check}/undo-redeem", &undo_check},
    Route<Handler>{Method::put, "/bonuschecks/{check}/undo-redeem", &undo_check},
    Route<Handler>{Method::post, "/bonuschecks/{check}/redeem/undo", &undo_check},
    Route<Handler>{Method::put, "/bonuschecks/{check}/redeem/undo", &undo_check},
    Route<Handler>{Method::delete_, "/bonuschecks/{check}/redeem", &undo_check},
    Route<Handler>{Method::post, "/promotions/{promotion}/undo-redeem", &undo_promotion},
    Route<Handler>{Method::put, "/promotions/{promotion}/undo-redeem", &undo_promotion},
    Route<Handler>{Method::post, "/promotions/{promotion}/redeem/undo", &undo_promotion},
    Route<Handler>{Method::put, "/promotions/{promotion}/redeem/undo", &undo_promotion},
    Route<Handler>{Method::delete_, "/promotions/{promotion}/redeem", &undo_promotion},
};

}  // namespace

Async<http::Response> Api::handle(const http::Request& request, std::string_view path) {
  auto match = http::find_route<Handler>(routes, request.method, path);
  if (!match.path_known) {
    if (unmatched_) unmatched_(request, path);
    co_return http::problem(not_found("", "There is no such path in the Custom CRM API."));
  }
  if (match.route == nullptr) co_return http::problem(405, "This method is not allowed here.");
  http::Query query(request.query());
  const auto account = co_await use_cases_.authenticate.by_token(token_candidates(request), request.peer);
  if (!account) co_return http::problem(account.error());
  co_return co_await match.route->handler(Call{use_cases_, **account, request, match.params, std::move(query)});
}

}  // namespace kassabro::sitoo::spi::v1
