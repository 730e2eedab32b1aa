#include "sitoo/spi/v2/api.hpp"

#include "http/basic_credentials.hpp"
#include "http/problem.hpp"
#include "sitoo/spi/v2/handlers.hpp"

namespace kassabro::sitoo::spi::v2 {
namespace {

using http::Method;
using http::Route;

// SEEN are the first two (B.2); the rest is the tolerant family of that table and of part F, row 8.
constexpr std::array routes{
    Route<Handler>{Method::get, "/customers", &search_customer},
    Route<Handler>{Method::post, "/customers", &add_customer},

    Route<Handler>{Method::get, "/customers/lookup", &lookup_customer},
    Route<Handler>{Method::get, "/lookup-customers", &lookup_customer},
    Route<Handler>{Method::get, "/customers/search", &search_customer},
    Route<Handler>{Method::get, "/consents", &list_consents},
    Route<Handler>{Method::get, "/customers/{id}", &get_customer},
    Route<Handler>{Method::put, "/customers/{id}", &update_customer},
    Route<Handler>{Method::patch, "/customers/{id}", &update_customer},
    Route<Handler>{Method::post, "/customers/{id}", &update_customer},

    Route<Handler>{Method::get, "/customers/{id}/transactions", &list_purchases},
    Route<Handler>{Method::get, "/customers/{id}/transaction-history", &list_purchases},
    Route<Handler>{Method::get, "/customers/{id}/orders", &list_purchases},
    Route<Handler>{Method::get, "/customers/{id}/purchases", &list_purchases},
    Route<Handler>{Method::get, "/customers/{id}/history", &list_purchases},

    Route<Handler>{Method::post, "/customers/{id}/redeem", &redeem},
    Route<Handler>{Method::put, "/customers/{id}/redeem", &redeem},
    Route<Handler>{Method::post, "/customers/{id}/redeem-items", &redeem},
    Route<Handler>{Method::put, "/customers/{id}/redeem-items", &redeem},
    Route<Handler>{Method::post, "/redeem", &redeem},
    Route<Handler>{Method::put, "/redeem", &redeem},
    Route<Handler>{Method::post, "/redeem-items", &redeem},
    Route<Handler>{Method::put, "/redeem-items", &redeem},
    Route<Handler>{Method::post, "/customers/{id}/bonus-checks/{check}/redeem", &redeem_check},
    Route<Handler>{Method::put, "/customers/{id}/bonus-checks/{check}/redeem", &redeem_check},
    Route<Handler>{Method::post, "/customers/{id}/promotions/{promotion}/redeem", &redeem_promotion},
    Route<Handler>{Method::put, "/customers/{id}/promotions/{promotion}/redeem", &redeem_promotion},

    Route<Handler>{Method::post, "/customers/{id}/undo-redeem", &undo},
    Route<Handler>{Method::put, "/customers/{id}/undo-redeem", &undo},
    Route<Handler>{Method::post, "/customers/{id}/redeem/undo", &undo},
    Route<Handler>{Method::put, "/customers/{id}/redeem/undo", &undo},
    Route<Handler>{Method::post, "/customers/{id}/undo-redeem-items", &undo},
    Route<Handler>{Method::put, "/customers/{id}/undo-redeem-items", &undo},
    Route<Handler>{Method::post, "/undo-redeem", &undo},
    Route<Handler>{Method::put, "/undo-redeem", &undo},
    Route<Handler>{Method::post, "/redeem/undo", &undo},
    Route<Handler>{Method::put, "/redeem/undo", &undo},
    Route<Handler>{Method::post, "/undo-redeem-items", &undo},
    Route<Handler>{Method::put, "/undo-redeem-items", &undo},
    Route<Handler>{Method::delete_, "/customers/{id}/redeem", &undo},
    Route<Handler>{Method::post, "/customers/{id}/bonus-checks/{check}/undo-redeem", &undo_check},
    Route<Handler>{Method::put, "/customers/{id}/bonus-checks/{check}/undo-redeem", &undo_check},
    Route<Handler>{Method::post, "/customers/{id}/bonus-checks/{check}/redeem/undo", &undo_check},
    Route<Handler>{Method::put, "/customers/{id}/bonus-checks/{check}/redeem/undo", &undo_check},
    Route<Handler>{Method::delete_, "/customers/{id}/bonus-checks/{check}/redeem", &undo_check},
    Route<Handler>{Method::post, "/customers/{id}/promotions/{promotion}/undo-redeem", &undo_promotion},
    Route<Handler>{Method::put, "/customers/{id}/promotions/{promotion}/undo-redeem", &undo_promotion},
    Route<Handler>{Method::post, "/customers/{id}/promotions/{promotion}/redeem/undo", &undo_promotion},
    Route<Handler>{Method::put, "/customers/{id}/promotions/{promotion}/redeem/undo", &undo_promotion},
    Route<Handler>{Method::delete_, "/customers/{id}/promotions/{promotion}/redeem", &undo_promotion},
};

http::Response refusal(const Error& error) {
  auto response = http::problem(error);
  if (error.code != ErrorCode::unauthorized) return response;
  response.headers.emplace_back("WWW-Authenticate", "Basic realm=\"Kassabro\", charset=\"UTF-8\"");
  return response;
}

}  // namespace

Async<http::Response> Api::handle(const http::Request& request, std::string_view path) {
  auto match = http::find_route<Handler>(routes, request.method, path);
  if (!match.path_known) {
    if (unmatched_) unmatched_(request, path);
    co_return http::problem(not_found("", "There is no such path in the CRM API."));
  }
  if (match.route == nullptr) co_return http::problem(405, "This method is not allowed here.");
  auto credentials = http::parse_basic(request.header("Authorization").value_or(""));
  if (!credentials)
    co_return refusal({ErrorCode::unauthorized, "The request carries no HTTP Basic credentials.", "authorization"});
  const auto account = co_await use_cases_.authenticate.by_basic(std::move(credentials->user), std::move(credentials->password),
                                                                 request.peer, app::Door::till);
  if (!account) co_return refusal(account.error());
  co_return co_await match.route->handler(Call{use_cases_, **account, request, match.params, http::Query(request.query())});
}

}  // namespace kassabro::sitoo::spi::v2
