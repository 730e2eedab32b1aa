#include "sandbox/sitoo/settings.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

constexpr std::size_t mandatory_max = 4;  // "four fields can be made mandatory" (SPI contract, A.2)

constexpr std::array<std::pair<TokenCarrier, std::string_view>, 5> carriers{{{TokenCarrier::bearer, "bearer"},
                                                                             {TokenCarrier::basic_user, "basic_user"},
                                                                             {TokenCarrier::basic_password, "basic_password"},
                                                                             {TokenCarrier::raw, "raw"},
                                                                             {TokenCarrier::x_api_key, "x-api-key"}}};

bool is_field(std::string_view name) {
  const auto& names = contact_field_names();
  return std::ranges::find(names, name) != names.end();
}

json::object states_json(const std::map<std::string, std::string>& states) {
  json::object out;
  for (const auto& name : contact_field_names()) out[name] = states.at(name);
  return out;
}

Result<std::string> parse_url(const json::value& value, const std::string& field) {
  const auto text = std::string(trimmed(text_of(value).value_or("")));
  const bool good = text.empty() || text.starts_with("http://") || text.starts_with("https://");
  if (!good || (!value.is_string() && !value.is_null()) || text.find(' ') != std::string::npos)
    return fail(invalid(field, "Must be an address that begins with http:// or https://."));
  return text;
}

Result<void> parse_states(const json::object& body, std::string_view name, std::map<std::string, std::string>& states) {
  const auto* given = body.if_contains({name.data(), name.size()});
  if (given == nullptr) return {};
  const auto path = "custom_crm." + std::string(name);
  if (!given->is_object()) return fail(invalid(path, "Must be an object from field to state."));
  for (const auto& [field, value] : given->get_object()) {
    const auto state = text_of(value).value_or("");
    if (!is_field({field.data(), field.size()}))
      return fail(invalid(path + "." + std::string(field), "There is no such field."));
    if (state != "hidden" && state != "shown" && state != "editable")
      return fail(invalid(path + "." + std::string(field), "Must be hidden, shown or editable."));
    states[field] = state;
  }
  if (states["email"] != "editable" && states["mobile"] != "editable" && states["phone"] != "editable")
    return fail(invalid(path, "At least one of email, mobile and phone must be shown and editable."));
  return {};
}

Result<void> parse_mandatory(const json::object& body, std::vector<std::string>& mandatory) {
  const auto* given = body.if_contains("mandatory");
  if (given == nullptr) return {};
  if (!given->is_array()) return fail(invalid("custom_crm.mandatory", "Must be a list of fields."));
  if (given->get_array().size() > mandatory_max)
    return fail(invalid("custom_crm.mandatory", "At most four fields can be mandatory."));
  mandatory.clear();
  for (const auto& value : given->get_array()) {
    auto name = text_of(value).value_or("");
    if (!is_field(name)) return fail(invalid("custom_crm.mandatory", "There is no field \"" + name + "\"."));
    mandatory.push_back(std::move(name));
  }
  return {};
}

Result<void> parse_custom_crm(const json::value& value, CustomCrm& crm) {
  if (!value.is_object()) return fail(invalid("custom_crm", "Must be an object."));
  const auto& body = value.get_object();
  if (const auto* url = body.if_contains("api_url")) {
    const auto parsed = parse_url(*url, "custom_crm.api_url");
    if (!parsed) return fail(parsed.error());
    crm.api_url = *parsed;
  }
  if (body.contains("api_token")) crm.api_token = std::string(trimmed(text_member(body, "api_token")));
  if (body.contains("search_placeholder")) crm.search_placeholder = text_member(body, "search_placeholder");
  if (body.contains("member_number_title")) crm.member_number_title = text_member(body, "member_number_title");
  if (const auto enabled = bool_member(body, "lookup_enabled")) crm.lookup_enabled = *enabled;
  if (const auto good = parse_mandatory(body, crm.mandatory); !good) return good;
  if (const auto good = parse_states(body, "register_fields", crm.register_fields); !good) return good;
  return parse_states(body, "update_fields", crm.update_fields);
}

Result<void> parse_endpoint(const json::object& body, const std::string& name, Endpoint& endpoint) {
  const auto* given = body.if_contains(name);
  if (given == nullptr) return {};
  if (given->is_null()) {
    endpoint = {};
    return {};
  }
  if (!given->is_object()) return fail(invalid(name, "Must be an object with url, user and password."));
  const auto& object = given->get_object();
  if (const auto* url = object.if_contains("url")) {
    const auto parsed = parse_url(*url, name + ".url");
    if (!parsed) return fail(parsed.error());
    endpoint.url = *parsed;
  }
  if (object.contains("user")) endpoint.user = text_member(object, "user");
  if (object.contains("password")) endpoint.password = text_member(object, "password");
  return {};
}

json::object endpoint_json(const Endpoint& endpoint) {
  return {{"url", endpoint.url}, {"user", endpoint.user}, {"password", endpoint.password}};
}

}  // namespace

const std::vector<std::string>& contact_field_names() {
  static const std::vector<std::string> names{"email",
                                              "mobile",
                                              "phone",
                                              "membernumber",
                                              "namefirst",
                                              "namelast",
                                              "personalid",
                                              "company",
                                              "companyid",
                                              "invoice_address",
                                              "invoice_address2",
                                              "invoice_zip",
                                              "invoice_city",
                                              "invoice_state",
                                              "invoice_countryid",
                                              "delivery_address",
                                              "delivery_address2",
                                              "delivery_zip",
                                              "delivery_city",
                                              "delivery_state",
                                              "delivery_countryid",
                                              "gender",
                                              "birthday",
                                              "accepts_email",
                                              "accepts_sms",
                                              "accepts_mail",
                                              "acceptedconsents"};
  return names;
}

Settings::Settings() {
  for (const auto& name : contact_field_names()) custom_crm.register_fields[name] = custom_crm.update_fields[name] = "hidden";
  for (const auto* name : {"email", "mobile", "namefirst", "namelast", "invoice_address", "invoice_zip", "invoice_city",
                           "birthday", "accepts_email", "accepts_sms", "acceptedconsents"})
    custom_crm.register_fields[name] = custom_crm.update_fields[name] = "editable";
  custom_crm.register_fields["membernumber"] = custom_crm.update_fields["membernumber"] = "shown";
}

json::object custom_crm_json(const CustomCrm& crm) {
  json::array mandatory;
  for (const auto& name : crm.mandatory) mandatory.push_back(json::string(name));
  return {{"api_url", crm.api_url},
          {"api_token", crm.api_token},
          {"search_placeholder", crm.search_placeholder},
          {"member_number_title", crm.member_number_title},
          {"mandatory", std::move(mandatory)},
          {"register_fields", states_json(crm.register_fields)},
          {"update_fields", states_json(crm.update_fields)},
          {"lookup_enabled", crm.lookup_enabled}};
}

json::object settings_json(const Settings& settings) {
  json::object body{{"custom_crm", custom_crm_json(settings.custom_crm)},
                    {"crm_v2", endpoint_json(settings.crm_v2)},
                    {"events", endpoint_json(settings.events)}};
  for (const auto& [carrier, name] : carriers)
    if (carrier == settings.token_carrier) body["token_carrier"] = name;
  return body;
}

Result<Settings> parse_settings(const json::object& body, Settings current) {
  if (const auto* crm = body.if_contains("custom_crm"))
    if (const auto good = parse_custom_crm(*crm, current.custom_crm); !good) return fail(good.error());
  if (const auto good = parse_endpoint(body, "crm_v2", current.crm_v2); !good) return fail(good.error());
  if (const auto good = parse_endpoint(body, "events", current.events); !good) return fail(good.error());
  if (body.contains("token_carrier")) {
    auto text = text_member(body, "token_carrier");
    if (text == "x_api_key") text = "x-api-key";
    const auto found = std::ranges::find(carriers, std::string_view(text), [](const auto& pair) { return pair.second; });
    if (found == carriers.end())
      return fail(invalid("token_carrier", "Must be bearer, basic_user, basic_password, raw or x-api-key."));
    current.token_carrier = found->first;
  }
  return current;
}

}  // namespace kassabro::sandbox::sitoo
