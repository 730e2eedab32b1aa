#include "rule/remote_contact.hpp"

#include <algorithm>
#include <span>

#include "app/card_settings.hpp"
#include "app/find_customer.hpp"
#include "base/text.hpp"
#include "rule/bonus_field.hpp"

namespace kassabro::rule {
namespace {

using domain::Contact;
using domain::ContactField;
using domain::Phone;

enum class From { contact, address, web_shop };

// Where a text may stand, best first.
struct Origin {
  ContactField field;
  From from;
  std::string_view group;  // of web shops
  std::string_view name;
};

constexpr Origin origins[] = {
    {ContactField::member_number, From::contact, "", "membernumber"},
    {ContactField::first_name, From::contact, "", "namefirst"},
    {ContactField::first_name, From::web_shop, "Subscriber", "FirstName"},
    {ContactField::first_name, From::web_shop, "User", "Firstname"},
    {ContactField::last_name, From::contact, "", "namelast"},
    {ContactField::last_name, From::web_shop, "Subscriber", "LastName"},
    {ContactField::last_name, From::web_shop, "User", "Lastname"},
    {ContactField::personal_id, From::contact, "", "personalid"},
    {ContactField::company, From::contact, "", "company"},
    {ContactField::company, From::web_shop, "Subscriber", "Company"},
    {ContactField::company_id, From::contact, "", "companyid"},
    {ContactField::gender, From::contact, "", "gender"},
    {ContactField::gender, From::web_shop, "User", "Gender"},
    {ContactField::store, From::contact, "", "store"},
    {ContactField::invoice_line1, From::address, "", "invoice_address"},
    {ContactField::invoice_line2, From::address, "", "invoice_address2"},
    {ContactField::invoice_zip, From::address, "", "invoice_zip"},
    {ContactField::invoice_city, From::address, "", "invoice_city"},
    {ContactField::invoice_state, From::address, "", "invoice_state"},
    {ContactField::invoice_country, From::address, "", "invoice_countryid"},
    {ContactField::delivery_line1, From::address, "", "delivery_address"},
    {ContactField::delivery_line2, From::address, "", "delivery_address2"},
    {ContactField::delivery_zip, From::address, "", "delivery_zip"},
    {ContactField::delivery_city, From::address, "", "delivery_city"},
    {ContactField::delivery_state, From::address, "", "delivery_state"},
    {ContactField::delivery_country, From::address, "", "delivery_countryid"},
};

// A web shop's address counts as a whole, and only where no till wrote one: half of each would be nobody's address.
constexpr Origin web_address[] = {
    {ContactField::invoice_line1, From::web_shop, "Subscriber", "Street1"},
    {ContactField::invoice_line1, From::web_shop, "Subscriber", "Address1"},
    {ContactField::invoice_line1, From::web_shop, "Subscriber", "Address"},
    {ContactField::invoice_line2, From::web_shop, "Subscriber", "Street2"},
    {ContactField::invoice_line2, From::web_shop, "Subscriber", "Address2"},
    {ContactField::invoice_zip, From::web_shop, "Subscriber", "Zipcode"},
    {ContactField::invoice_city, From::web_shop, "Subscriber", "City"},
    {ContactField::invoice_state, From::web_shop, "Subscriber", "State"},
    {ContactField::invoice_country, From::web_shop, "Subscriber", "Country"},
};

constexpr std::size_t text_bytes_max = 500;  // as the domain's
constexpr std::size_t shown_values_max = 50;

const json::value* find_value(const std::vector<RemoteField>& fields, std::string_view group, std::string_view name) {
  for (const auto& field : fields)
    if (equal_nocase(field.group, group) && equal_nocase(field.name, name)) return &field.value;
  return nullptr;
}

std::string find_text(const std::vector<RemoteField>& fields, std::string_view group, std::string_view name) {
  const auto* value = find_value(fields, group, name);
  if (value == nullptr) return {};
  const auto text = text_of(*value).value_or("");
  return text.size() > text_bytes_max ? std::string() : std::string(trimmed(text));
}

std::string find_text(const RuleNames& names, const std::vector<RemoteField>& fields, const Origin& origin) {
  switch (origin.from) {
    case From::contact: return find_text(fields, names.contact_group, origin.name);
    case From::address: return find_text(fields, names.address_group, origin.name);
    case From::web_shop: return find_text(fields, origin.group, origin.name);
  }
  return {};
}

void take_texts(Contact& contact, const RuleNames& names, const std::vector<RemoteField>& fields,
                std::span<const Origin> table) {
  for (const auto& origin : table) {
    auto* place = text_field(contact, origin.field);
    if (place->empty()) *place = find_text(names, fields, origin);
  }
}

std::optional<Phone> phone_of(std::string_view text, const app::Account& account) {
  if (text.empty()) return std::nullopt;
  auto phone = Phone::parse(text, account.country);
  if (!phone) return std::nullopt;
  return *phone;
}

// The subscriber's own number is the one that messages go to: the mobile, unless a till wrote that it is the other phone.
void take_phones(Contact& contact, const RuleNames& names, const app::Account& account, const Subscriber& subscriber,
                 const std::vector<RemoteField>& fields) {
  contact.mobile = phone_of(find_text(fields, names.contact_group, "mobile"), account);
  contact.phone = phone_of(find_text(fields, names.contact_group, "phone"), account);
  const auto own = phone_of(subscriber.phone, account);
  if (own && own != contact.phone) contact.mobile = own;
}

// A list, or a list as JSON text (NODE), or one text.
std::vector<std::string> find_list(const std::vector<RemoteField>& fields, std::string_view group, std::string_view name) {
  const auto* value = find_value(fields, group, name);
  if (value == nullptr) return {};
  if (const auto text = text_of(*value); text) {
    const auto parsed = parse_json(*text);
    if (!parsed || !parsed->is_array()) return {*text};
    return find_list({{std::string(group), std::string(name), *parsed}}, group, name);
  }
  std::vector<std::string> list;
  if (const auto* array = value->if_array())
    for (const auto& item : *array)
      if (auto text = text_of(item)) list.push_back(std::move(*text));
  return list;
}

// Our own number of the customer, as an earlier delivery wrote it.
domain::ContactId own_id(const RuleNames& names, const std::vector<RemoteField>& fields) {
  return app::parse_contact_id(find_text(fields, names.contact_group, "contactid")).value_or(0);
}

std::vector<app::RemoteText> shown_texts(const app::Account& account, const std::vector<RemoteField>& fields) {
  std::vector<app::RemoteText> shown;
  for (const auto& key : app::shown_fields(app::card_settings_of(account))) {
    const auto dot = key.find('.');
    auto values = find_list(fields, key.substr(0, dot), key.substr(dot + 1));
    std::erase_if(values, [](const std::string& text) { return text.empty() || text.size() > text_bytes_max; });
    if (values.size() > shown_values_max) values.resize(shown_values_max);
    if (!values.empty()) shown.push_back({key, std::move(values)});
  }
  return shown;
}

bool is_yes(const std::vector<RemoteField>& fields, std::string_view group, std::string_view name) {
  const auto text = find_text(fields, group, name);
  return text == "1" || equal_nocase(text, "true") || equal_nocase(text, "yes");
}

}  // namespace

std::optional<app::RemoteBonus> remote_bonus(const RuleNames& names, const app::Account& account,
                                             const std::vector<RemoteField>& fields) {
  const auto* value = find_value(fields, names.contact_group, bonus_field);
  return value == nullptr ? std::nullopt : parse_bonus_field(*value, account);
}

bool shows_bonus_use(const RuleNames& names, const std::vector<RemoteField>& fields) {
  return !find_text(fields, names.contact_group, bonus_last_used_field).empty();
}

bool was_consenting(const RuleNames& names, const std::vector<RemoteField>& fields) {
  return is_yes(fields, names.contact_group, "accepts_email") || is_yes(fields, names.contact_group, "accepts_sms");
}

app::RemoteContact remote_contact(const RuleNames& names, const app::Account& account, const Subscriber& subscriber,
                                  const std::vector<RemoteField>& fields, Timestamp now) {
  app::RemoteContact remote;
  remote.link = link_of(subscriber, std::nullopt, now);
  auto& contact = remote.contact;
  if (auto email = domain::Email::parse(subscriber.email)) contact.email = std::move(*email);
  take_phones(contact, names, account, subscriber, fields);
  take_texts(contact, names, fields, origins);
  if (contact.invoice == domain::Address{} && contact.delivery == domain::Address{})
    take_texts(contact, names, fields, web_address);
  const auto& group = names.contact_group;
  contact.birthday = parse_date(find_text(fields, group, "birthday"));
  if (!contact.birthday) contact.birthday = parse_date(find_text(fields, "User", "BirthDate"));
  contact.consent.email = is_yes(fields, group, "accepts_email");
  contact.consent.sms = is_yes(fields, group, "accepts_sms");
  contact.consent.mail = is_yes(fields, group, "accepts_mail");
  remote.suppressed = subscriber.suppressed;
  const auto suppressed = remote.suppressed.value_or(app::RemoteSuppressed{}).channels;
  if (suppressed.email) contact.consent.email = false;  // an opt-out counts for more than what a field repeats
  if (suppressed.sms) contact.consent.sms = false;
  contact.consent.accepted = find_list(fields, group, "acceptedconsents");
  contact.id = own_id(names, fields);
  contact.registered_at = parse_local_text(find_text(fields, group, "registered"), account.time_zone).value_or(Timestamp{});
  remote.bonus = remote_bonus(names, account, fields);
  remote.shown = shown_texts(account, fields);
  return remote;
}

}  // namespace kassabro::rule
