#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Who customer number i is and what a till says of them: the rule of bench/fill.cpp, which bench/lib/customers.mjs knows, too.
namespace bench {

struct Shop {
  std::int64_t customers = 1'000;
  std::int64_t accounts = 1;             // customer i is a customer of account i % accounts
  std::int64_t checks_per_customer = 5;  // for redemptions: how many there are to use up
  std::string token = {};                // of SPI v1; "": the one that bench_fill has given
};

std::string email_of(std::int64_t customer);
std::string phone_digits_of(std::int64_t customer);  // seven, behind 070 or +4670

// The order of a number always has the same buyer, so that whoever fetches it later gets the order that was meant.
std::int64_t buyer_of(const Shop& shop, std::int64_t order);

// About 900 bytes, as a till sends it: two lines, one payment, the buyer by e-mail.
std::string order_json(const Shop& shop, std::int64_t order);

// The orders [first, first + count) were completed; as SPI v2's events say it, which name orders only.
std::string events_json(std::int64_t first, std::int64_t count);

// Each check once: everybody has a turn before anybody has a second one. None when all are used up.
std::optional<std::string> check_id(const Shop& shop, std::int64_t turn);
std::string redemption_json(std::string_view check, std::int64_t turn);

std::string new_email_of(std::int64_t newcomer);
std::string registration_json(std::int64_t newcomer);

std::string token_of(std::int64_t account);
std::string basic_of(std::int64_t account);  // base64 of user and password

}  // namespace bench
