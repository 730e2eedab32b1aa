#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "base/time_text.hpp"
#include "domain/email.hpp"
#include "domain/phone.hpp"

namespace kassabro::domain {

using AccountId = std::int64_t;
using ContactId = std::int64_t;

struct Address {
  std::string line1;
  std::string line2;
  std::string zip;
  std::string city;
  std::string state;
  std::string country;  // ISO 3166 alpha-2 as given; each wire writes its own case
  friend bool operator==(const Address&, const Address&) = default;
};

// What the person has agreed to. Only an explicit choice of theirs changes it; an order never does.
struct Consent {
  bool email = false;
  bool sms = false;
  bool mail = false;
  std::vector<std::string> accepted;  // ids of the shop's own consents
  friend bool operator==(const Consent&, const Consent&) = default;
};

// A customer of one account.
struct Contact {
  ContactId id = 0;
  std::string member_number;  // printed on the receipt; unique in the account
  std::optional<Email> email;
  std::optional<Phone> mobile;
  std::optional<Phone> phone;
  std::string first_name;
  std::string last_name;
  std::string personal_id;  // never sent to Rule unless switched on (D15)
  std::string company;
  std::string company_id;
  std::string gender;
  std::optional<Date> birthday;
  Address invoice;
  Address delivery;
  Consent consent;
  std::string store;  // external id of the store of registration
  Timestamp registered_at;
  Timestamp updated_at;
  std::int64_t version = 0;  // counts changes; 1 after registration
  friend bool operator==(const Contact&, const Contact&) = default;
};

// The number by which the customer is reached and found: the mobile, or else the other phone.
const std::optional<Phone>& main_phone(const Contact& contact);

// The fields that arrive as text.
enum class ContactField {
  member_number,
  email,
  mobile,
  phone,
  first_name,
  last_name,
  personal_id,
  company,
  company_id,
  gender,
  birthday,
  invoice_line1,
  invoice_line2,
  invoice_zip,
  invoice_city,
  invoice_state,
  invoice_country,
  delivery_line1,
  delivery_line2,
  delivery_zip,
  delivery_city,
  delivery_state,
  delivery_country,
  store,
};

// One field as a caller gave it. `name` is the caller's own name of the field, for error messages.
struct FieldText {
  ContactField field;
  std::string text;
  std::string name;
};

// What a caller wants to be different. What it does not name stays as it is.
struct ContactChange {
  std::vector<FieldText> texts;
  std::optional<bool> accepts_email;
  std::optional<bool> accepts_sms;
  std::optional<bool> accepts_mail;
  std::optional<std::vector<std::string>> accepted_consents;
  std::optional<std::string> additional_options;  // a JSON array's text; kept beside the contact, as it came
};

// The contact with the change made. Empty text clears a field. Errors name the caller's field: an impossible e-mail, phone
// or date, a text over 500 bytes. `country` reads national phone numbers.
Result<Contact> apply(Contact contact, const ContactChange& change, std::string_view country);

// A registration needs an e-mail or a phone: by what else would the customer be found?
std::optional<Error> registration_fault(const Contact& contact);

// The text of a plain field (not of e-mail, phones and birthday, which have types).
std::string* text_field(Contact& contact, ContactField field);

}  // namespace kassabro::domain
