#pragma once

#include <string_view>

#include "admin/api.hpp"

namespace kassabro::admin {

// An account in a list: no secrets.
json::object account_summary(const app::Account& account);

// All that is to be pasted into Sitoo, secrets included: for the owner's eyes.
json::object account_connection(const app::Account& account, std::string_view public_base_url);

// For who may see the account but not its secrets: the members that hold one become empty.
void hide_secrets(json::object& connection);

// The same as an answer, with the revision that it has now.
Async<http::Response> connection_answer(const Call& call, const app::Account& account, int status = 200);

}  // namespace kassabro::admin
