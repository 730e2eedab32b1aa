#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "admin/access_file.hpp"
#include "base/json.hpp"

namespace kassabro::admin {

struct Access {
  std::vector<User> users;
  std::vector<ApiToken> tokens;
};

// As scopes are written everywhere.
json::array scope_array(const Scopes& scopes);

// The access file's JSON.
std::string access_text(const std::vector<User>& users, const std::vector<ApiToken>& tokens);
// Errors name the member.
Result<Access> parse_access(std::string_view text);

}  // namespace kassabro::admin
