#pragma once

#include "app/authenticate.hpp"
#include "app/customer_card.hpp"
#include "app/lookup_log.hpp"
#include "app/redeem_bonus_checks.hpp"
#include "app/save_customer.hpp"
#include "app/show_purchases.hpp"
#include "http/message.hpp"
#include "http/router.hpp"
#include "http/url.hpp"

namespace kassabro::sitoo::spi::v2 {

struct UseCases {
  app::Authenticate& authenticate;
  app::ShowCard& show_card;
  app::LookupLog& lookups;
  app::SaveCustomer& save_customer;
  app::ShowPurchases& show_purchases;
  app::RedeemBonusChecks& redeem;
  app::UndoRedemption& undo;
  const Clock& clock;
};

// Called for a path that no route takes; without the query. Ids may stand in the path, so whoever logs it takes them out (D13).
using Unmatched = std::function<void(const http::Request& request, std::string_view path)>;

// CRM SPI v2: what Sitoo POS calls in real time, with HTTP Basic (contracts of Sitoo SPI, part B).
class Api {
 public:
  Api(UseCases use_cases, Unmatched unmatched) : use_cases_(use_cases), unmatched_(std::move(unmatched)) {}

  // `path` is a normal path below the API's base ("/customers").
  Async<http::Response> handle(const http::Request& request, std::string_view path);

 private:
  UseCases use_cases_;
  Unmatched unmatched_;
};

// One authenticated call, as a handler gets it.
struct Call {
  UseCases& use_cases;
  const app::Account& account;
  const http::Request& request;
  const http::PathParams& params;
  http::Query query;
};

using Handler = Async<http::Response> (*)(const Call&);

}  // namespace kassabro::sitoo::spi::v2
