#include "app/pos_yaml.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/till_settings.hpp"

namespace kassabro::app {
namespace {

// In the order in which the till shows them.
std::string fields_text(const std::map<std::string, std::string>& fields) {
  std::vector<std::string> shown;
  for (const auto name : till_fields)
    if (const auto found = fields.find(std::string(name)); found != fields.end())
      shown.push_back(fmt::format("{}: {}", name, found->second));
  return fmt::format("{{{}}}", fmt::join(shown, ", "));
}

// A JSON string is a YAML string.
std::string yaml_string(std::string_view text) { return to_json_text(json::value(json::string(text))); }

}  // namespace

std::string pos_yaml(const Account& account, std::string_view public_base_url) {
  const auto till = till_settings_of(account);
  return fmt::format(R"(crm:
  channels:
    - id: rule
      title: {}
      client_settings:
        search_types: [{}]
        fields_add: {}
        fields_edit: {}
      handler:
        crm:
          api_url: {}/sitoo/v2
          api_user: {}
          api_password: {}
)",
                     till.title == "Rule" ? "Rule" : yaml_string(till.title), fmt::join(till.search_types, ", "),
                     fields_text(till.fields_add), fields_text(till.fields_edit), public_base_url, account.basic_user,
                     account.basic_password.reveal());
}

}  // namespace kassabro::app
