#pragma once

#include <string_view>

#include "app/account.hpp"

namespace kassabro::admin {

// An account in a list: no secrets.
json::object account_summary(const app::Account& account);

// All that is to be pasted into Sitoo, secrets included: for the owner's eyes.
json::object account_connection(const app::Account& account, std::string_view public_base_url);

}  // namespace kassabro::admin
