#include "sandbox/sitoo/customer_v2.hpp"

#include <array>
#include <utility>

#include "base/text.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

using NamePair = std::pair<const char*, const char*>;  // in v1, in v2

constexpr std::array<NamePair, 12> text_names{{{"contactid", "customer_id"},
                                               {"membernumber", "member_number"},
                                               {"email", "email"},
                                               {"mobile", "mobile"},
                                               {"phone", "phone"},
                                               {"namefirst", "name_first"},
                                               {"namelast", "name_last"},
                                               {"personalid", "personal_id"},
                                               {"company", "company"},
                                               {"companyid", "company_id"},
                                               {"gender", "gender"},
                                               {"storeexternalid", "store_id_home"}}};
constexpr std::array<NamePair, 6> address_names{{{"address", "address"},
                                                 {"address2", "address2"},
                                                 {"zip", "zip"},
                                                 {"city", "city"},
                                                 {"state", "state"},
                                                 {"countryid", "country_id"}}};
constexpr std::array<NamePair, 3> channel_names{{{"accepts_email", "email"}, {"accepts_sms", "sms"}, {"accepts_mail", "mail"}}};
constexpr std::array<NamePair, 2> list_names{{{"acceptedconsents", "consents"}, {"voucherpasswords", "voucher_passwords"}}};
constexpr std::array<const char*, 2> address_kinds{"invoice_address", "delivery_address"};

// "invoice_address" and "zip" make "invoice_zip".
std::string flat_name(std::string_view kind, std::string_view part) {
  return std::string(kind.substr(0, kind.find('_') + 1)) + std::string(part);
}

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

void flatten_address(const json::object& customer, const char* kind, json::object& contact) {
  const auto* address = customer.if_contains(kind);
  if (address == nullptr || !address->is_object()) return;
  for (const auto& [v1, v2] : address_names) {
    auto text = text_member(address->get_object(), v2);
    if (std::string_view(v1) == "countryid") text = ascii_lowered(text);
    contact[flat_name(kind, v1)] = text;
  }
}

json::object nested_address(const json::object& contact, const char* kind) {
  json::object address;
  for (const auto& [v1, v2] : address_names) {
    auto text = text_member(contact, flat_name(kind, v1));
    address[v2] = std::string_view(v1) == "countryid" ? upper(std::move(text)) : std::move(text);
  }
  return address;
}

bool touches_address(const json::object& contact, const char* kind) {
  for (const auto& [v1, _] : address_names)
    if (contact.contains(flat_name(kind, v1))) return true;
  return false;
}

bool touches_channels(const json::object& contact) {
  for (const auto& [v1, _] : channel_names)
    if (contact.contains(v1)) return true;
  return false;
}

json::array channels_of(const json::object& contact) {
  json::array channels;
  for (const auto& [v1, v2] : channel_names)
    if (bool_member(contact, v1).value_or(false)) channels.push_back(json::string(v2));
  return channels;
}

void copy_lists(const json::object& contact, json::object& customer) {
  for (const auto& [v1, v2] : list_names)
    if (const auto* list = contact.if_contains(v1); list != nullptr && list->is_array()) customer[v2] = *list;
}

void read_channels(const json::object& customer, json::object& contact) {
  const auto* channels = customer.if_contains("accepts_communication");
  if (channels == nullptr || !channels->is_array()) return;
  for (const auto& [v1, v2] : channel_names) {
    bool accepted = false;
    for (const auto& entry : channels->get_array()) accepted = accepted || text_of(entry) == v2;
    contact[v1] = accepted;
  }
}

}  // namespace

json::object contact_of_customer(const json::object& customer) {
  json::object contact;
  for (const auto& [v1, v2] : text_names)
    if (const auto* value = find_member(customer, v2)) contact[v1] = text_of(*value).value_or("");
  if (auto birthday = text_member(customer, "birthday"); !birthday.empty()) {
    if (birthday.size() == 10) birthday += "T00:00:00Z";
    contact["birthday"] = birthday;
  }
  for (const auto* kind : address_kinds) flatten_address(customer, kind, contact);
  read_channels(customer, contact);
  for (const auto& [v1, v2] : list_names)
    if (const auto* list = customer.if_contains(v2); list != nullptr && list->is_array()) contact[v1] = *list;
  for (const auto* name : {"bonus_checks", "promotions", "status", "sections", "additional_options"})
    if (const auto* value = customer.if_contains(name)) contact[name] = *value;
  return contact;
}

json::object customer_of_contact(const json::object& contact) {
  json::object customer;
  for (const auto& [v1, v2] : text_names)
    if (auto text = text_member(contact, v1); !text.empty()) customer[v2] = text;
  if (const auto birthday = text_member(contact, "birthday"); !birthday.empty()) customer["birthday"] = birthday.substr(0, 10);
  for (const auto* kind : address_kinds)
    for (const auto& [v1, _] : address_names)
      if (!text_member(contact, flat_name(kind, v1)).empty()) customer[kind] = nested_address(contact, kind);
  customer["accepts_communication"] = channels_of(contact);
  customer["consents"] = json::array{};
  copy_lists(contact, customer);
  return customer;
}

json::object customer_of_changes(const json::object& changes, const json::object& current) {
  auto merged = current;
  for (const auto& [name, value] : changes) merged[name] = value;
  json::object customer;
  for (const auto& [v1, v2] : text_names)
    if (changes.contains(v1)) customer[v2] = text_member(changes, v1);
  if (changes.contains("birthday")) customer["birthday"] = text_member(changes, "birthday").substr(0, 10);
  for (const auto* kind : address_kinds)
    if (touches_address(changes, kind)) customer[kind] = nested_address(merged, kind);
  if (touches_channels(changes)) customer["accepts_communication"] = channels_of(merged);
  copy_lists(changes, customer);
  return customer;
}

std::string contact_field_of(std::string_view customer_field) {
  for (const auto& [v1, v2] : text_names)
    if (customer_field == v2) return v1;
  for (const std::string_view kind : address_kinds) {
    if (!customer_field.starts_with(kind) || customer_field.size() <= kind.size()) continue;
    for (const auto& [v1, v2] : address_names)
      if (customer_field.substr(kind.size() + 1) == v2) return flat_name(kind, v1);
  }
  if (customer_field == "accepts_communication") return "accepts_email";
  if (customer_field == "consents") return "acceptedconsents";
  return std::string(customer_field);
}

}  // namespace kassabro::sandbox::sitoo
