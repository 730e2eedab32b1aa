#pragma once

#include <string>
#include <string_view>

#include "app/account.hpp"
#include "base/result.hpp"

namespace kassabro::sitoo::rest {

// Where an account's Sitoo REST is: "https://api.mysitoo.com/v2/accounts/1500" (contracts of Sitoo REST, 1).
//
// The base URL is the account's own or else `default_base_url`; it may be a bare host, end in a path, in "/v2" or in
// "/v2/accounts/1500", with or without a slash. The number is the one in the URL, or else the first part of the API id
// ("1500-1"). The host is never derived from the number: the contracts contradict each other there.
// Errors name the setting: `sitoo_api_id`, `sitoo_password` or `sitoo_base_url`.
Result<std::string> accounts_url(const app::Account& account, std::string_view default_base_url);

// Is it the host that the server's own configuration names? Another one was typed by somebody who has an account.
bool is_on_host_of(std::string_view url, std::string_view default_base_url);

}  // namespace kassabro::sitoo::rest
