#include "domain/contact.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace kassabro::domain {
namespace {

constexpr std::size_t text_bytes_max = 500;

std::unexpected<Error> named(Error error, const std::string& name) {
  error.field = name;
  return fail(std::move(error));
}

Result<void> set_email(Contact& contact, const FieldText& given) {
  if (trimmed(given.text).empty()) {
    contact.email.reset();
    return {};
  }
  auto email = Email::parse(given.text);
  if (!email) return named(email.error(), given.name);
  contact.email = std::move(*email);
  return {};
}

Result<void> set_phone(std::optional<Phone>& place, const FieldText& given, std::string_view country) {
  if (trimmed(given.text).empty()) {
    place.reset();
    return {};
  }
  auto phone = Phone::parse(given.text, country);
  if (!phone) return named(phone.error(), given.name);
  place = std::move(*phone);
  return {};
}

Result<void> set_birthday(Contact& contact, const FieldText& given) {
  const auto text = trimmed(given.text);
  if (text.empty()) {
    contact.birthday.reset();
    return {};
  }
  constexpr std::chrono::year year_min{1850};
  constexpr std::chrono::year year_max{2100};
  contact.birthday = parse_date(text);
  const bool is_plausible = contact.birthday && contact.birthday->year() >= year_min && contact.birthday->year() <= year_max;
  if (!is_plausible) return fail(invalid(given.name, "This is not a date such as \"1986-05-15\"."));
  return {};
}

Result<void> set_text(std::string& place, const FieldText& given) {
  if (given.text.size() > text_bytes_max) return fail(invalid(given.name, "This text is longer than 500 bytes."));
  if (has_control_characters(given.text)) return fail(invalid(given.name, "This text holds control characters."));
  place = trimmed(given.text);
  return {};
}

Result<void> set_field(Contact& contact, const FieldText& given, std::string_view country) {
  switch (given.field) {
    case ContactField::email: return set_email(contact, given);
    case ContactField::mobile: return set_phone(contact.mobile, given, country);
    case ContactField::phone: return set_phone(contact.phone, given, country);
    case ContactField::birthday: return set_birthday(contact, given);
    default: return set_text(*text_field(contact, given.field), given);
  }
}

}  // namespace

const std::optional<Phone>& main_phone(const Contact& contact) { return contact.mobile ? contact.mobile : contact.phone; }

std::string* text_field(Contact& contact, ContactField field) {
  switch (field) {
    case ContactField::member_number: return &contact.member_number;
    case ContactField::first_name: return &contact.first_name;
    case ContactField::last_name: return &contact.last_name;
    case ContactField::personal_id: return &contact.personal_id;
    case ContactField::company: return &contact.company;
    case ContactField::company_id: return &contact.company_id;
    case ContactField::gender: return &contact.gender;
    case ContactField::invoice_line1: return &contact.invoice.line1;
    case ContactField::invoice_line2: return &contact.invoice.line2;
    case ContactField::invoice_zip: return &contact.invoice.zip;
    case ContactField::invoice_city: return &contact.invoice.city;
    case ContactField::invoice_state: return &contact.invoice.state;
    case ContactField::invoice_country: return &contact.invoice.country;
    case ContactField::delivery_line1: return &contact.delivery.line1;
    case ContactField::delivery_line2: return &contact.delivery.line2;
    case ContactField::delivery_zip: return &contact.delivery.zip;
    case ContactField::delivery_city: return &contact.delivery.city;
    case ContactField::delivery_state: return &contact.delivery.state;
    case ContactField::delivery_country: return &contact.delivery.country;
    case ContactField::store: return &contact.store;
    case ContactField::email:
    case ContactField::mobile:
    case ContactField::phone:
    case ContactField::birthday: return nullptr;
  }
  return nullptr;
}

Result<Contact> apply(Contact contact, const ContactChange& change, std::string_view country) {
  for (const auto& given : change.texts)
    if (auto done = set_field(contact, given, country); !done) return fail(done.error());
  if (change.accepts_email) contact.consent.email = *change.accepts_email;
  if (change.accepts_sms) contact.consent.sms = *change.accepts_sms;
  if (change.accepts_mail) contact.consent.mail = *change.accepts_mail;
  if (change.accepted_consents) contact.consent.accepted = *change.accepted_consents;
  return contact;
}

std::optional<Error> registration_fault(const Contact& contact) {
  if (contact.email || main_phone(contact)) return std::nullopt;
  return invalid("email", "A customer needs an e-mail address or a mobile phone number.");
}

}  // namespace kassabro::domain
