#include "store/sql/contact_columns.hpp"

#include <array>

#include "base/json.hpp"

namespace kassabro::store::sql {
namespace {

using domain::Address;
using domain::Contact;

constexpr std::array<std::string Address::*, 6> address_parts{&Address::line1, &Address::line2, &Address::zip,
                                                              &Address::city,  &Address::state, &Address::country};
constexpr std::array<std::string Contact::*, 6> name_parts{&Contact::first_name, &Contact::last_name,  &Contact::personal_id,
                                                           &Contact::company,    &Contact::company_id, &Contact::gender};

std::string_view text_of_phone(const std::optional<domain::Phone>& phone) {
  return phone ? std::string_view(phone->e164()) : std::string_view{};
}

std::optional<domain::Phone> phone_of(std::string text) {
  if (text.empty()) return std::nullopt;
  return domain::Phone::from_e164(std::move(text));
}

domain::Consent consent_of(std::int64_t bits, std::string_view accepted) {
  domain::Consent consent;
  consent.email = (bits & accepts_email) != 0;
  consent.sms = (bits & accepts_sms) != 0;
  consent.mail = (bits & accepts_mail) != 0;
  if (accepted == "[]") return consent;
  if (const auto list = parse_json(accepted); list && list->is_array())
    for (const auto& id : list->get_array()) consent.accepted.push_back(text_of(id).value_or(""));
  return consent;
}

}  // namespace

std::int64_t accepts_bits(const domain::Consent& consent) {
  return (consent.email ? accepts_email : 0) | (consent.sms ? accepts_sms : 0) | (consent.mail ? accepts_mail : 0);
}

std::string consents_text(const domain::Consent& consent) {
  return to_json_text(json::array(consent.accepted.begin(), consent.accepted.end()));
}

void bind_contact(Statement& statement, int first, const Contact& contact) {
  int place = first;
  statement.bind(place++, contact.version).bind(place++, contact.member_number);
  statement.bind(place++, contact.email ? std::string_view(contact.email->text()) : std::string_view{});
  statement.bind(place++, text_of_phone(contact.mobile)).bind(place++, text_of_phone(contact.phone));
  for (const auto part : name_parts) statement.bind(place++, contact.*part);
  statement.bind(place++, contact.birthday ? to_iso_date(*contact.birthday) : std::string());
  for (const auto part : address_parts) statement.bind(place++, contact.invoice.*part);
  for (const auto part : address_parts) statement.bind(place++, contact.delivery.*part);
  statement.bind(place++, accepts_bits(contact.consent)).bind(place++, consents_text(contact.consent));
  statement.bind(place++, contact.store);
  statement.bind(place++, to_epoch_ms(contact.registered_at)).bind(place++, to_epoch_ms(contact.updated_at));
}

app::StoredContact read_contact(const Statement& row) {
  app::StoredContact stored;
  auto& contact = stored.contact;
  int column = 0;
  contact.id = row.integer(column++);
  contact.version = row.integer(column++);
  contact.member_number = row.text(column++);
  if (auto email = row.text(column++); !email.empty()) contact.email = domain::Email::from_normalised(std::move(email));
  contact.mobile = phone_of(row.text(column++));
  contact.phone = phone_of(row.text(column++));
  for (const auto part : name_parts) contact.*part = row.text(column++);
  if (const auto birthday = row.text_view(column++); !birthday.empty()) contact.birthday = parse_date(birthday);
  for (const auto part : address_parts) contact.invoice.*part = row.text(column++);
  for (const auto part : address_parts) contact.delivery.*part = row.text(column++);
  const auto accepts = row.integer(column++);
  contact.consent = consent_of(accepts, row.text_view(column++));
  contact.store = row.text(column++);
  contact.registered_at = from_epoch_ms(row.integer(column++));
  contact.updated_at = from_epoch_ms(row.integer(column++));
  if (!row.is_null(column))
    stored.link = app::RemoteLink{row.integer(column), row.integer(column + 1) != 0, from_epoch_ms(row.integer(column + 2))};
  return stored;
}

}  // namespace kassabro::store::sql
