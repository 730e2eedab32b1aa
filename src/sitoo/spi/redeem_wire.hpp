#pragma once

#include "app/redeem_bonus_checks.hpp"
#include "http/message.hpp"
#include "http/url.hpp"
#include "sitoo/spi/bonus_settings.hpp"

namespace kassabro::sitoo::spi {

// What the path of a redemption names; "" where it names nothing.
struct RedeemPath {
  std::string contact_id;
  std::string check_id;
  std::string promotion_id;
};

// Reads a redemption, or its undoing, in every spelling that is likely (part F, rows 3 and 8): the body's object, or the query
// where there is no body (DELETE; a name that is repeated means an array). Checks and promotions are ids or objects, one or an array; an object may name an amount and
// its currency; the account's own names of members count, too. A check may come back as it was shown. Errors name the member.
Result<app::RedeemRequest> parse_redemption(const http::Request& request, const http::Query& query, RedeemPath path,
                                            const BonusSettings& settings);

// The answer to a redemption that was refused: as http::problem, but for the account's status for a conflict.
http::Response redeem_problem(const Error& error, const BonusSettings& settings);

}  // namespace kassabro::sitoo::spi
