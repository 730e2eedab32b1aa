#pragma once

#include <string>
#include <vector>

#include "base/json.hpp"

namespace kassabro::receipt {

// The member `receipt` of an account's settings.
struct Settings {
  std::string shop;                  // the shop's name on receipts; empty: the account's
  std::vector<std::string> details;  // address, company number: at most 8 lines below the name
};

// Errors name the setting as `receipt.details[2]`.
Result<Settings> parse_settings(const json::object& own);

}  // namespace kassabro::receipt
