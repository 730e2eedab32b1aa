#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/result.hpp"

namespace kassabro::sandbox::sitoo {

// How the till carries the API token. Sitoo does not say (SPI contract, A.3), so a test chooses.
enum class TokenCarrier { bearer, basic_user, basic_password, raw, x_api_key };

struct CustomCrm {
  std::string api_url, api_token;
  std::string search_placeholder = "Phone or email";
  std::string member_number_title = "Member number";
  std::vector<std::string> mandatory{"email"};
  std::map<std::string, std::string> register_fields, update_fields;  // field -> hidden, shown, editable
  bool lookup_enabled = false;
};

struct Endpoint {
  std::string url, user, password;
};

struct Settings {
  Settings();
  CustomCrm custom_crm;
  TokenCarrier token_carrier = TokenCarrier::bearer;
  Endpoint crm_v2, events;
};

// The fields of a contact in SPI v1, in the order of Sitoo's own page.
const std::vector<std::string>& contact_field_names();

json::object custom_crm_json(const CustomCrm& crm);
json::object settings_json(const Settings& settings);  // {"custom_crm", "token_carrier", "crm_v2", "events"}

// `body` laid over `current`: what is absent stays. Errors name the field ("custom_crm.api_url").
Result<Settings> parse_settings(const json::object& body, Settings current);

}  // namespace kassabro::sandbox::sitoo
