#include "rule/contact_fields.hpp"

namespace kassabro::rule {
namespace {

using domain::Contact;

struct Source {
  const app::Account& account;
  const Contact& contact;
};

using Row = FieldRow<Source>;

std::string yes_or_no(bool value) { return value ? "true" : "false"; }
std::string e164(const std::optional<domain::Phone>& phone) { return phone ? phone->e164() : ""; }
std::string day(const std::optional<Date>& date) { return date ? to_iso_date(*date) : ""; }
std::string number(std::int64_t id) { return id == 0 ? "" : std::to_string(id); }
std::string local(Timestamp at, const Source& s) {
  return at == Timestamp{} ? "" : to_local_text(at, s.account.time_zone);
}
// Web shops write the street as one or two lines and the country in capitals (SEEN WOO); the delivery address stands in.
const domain::Address& home(const Source& s) {
  const auto& contact = s.contact;
  return contact.invoice == domain::Address{} ? contact.delivery : contact.invoice;
}

// Adding a field to Rule is adding a line here; it is set up at the next delivery.
constexpr Row rows[] = {
    {Group::contact, "contactid", FieldType::text, "our number of the customer", [](const Source& s) -> FieldContent { return number(s.contact.id); }},
    {Group::contact, "membernumber", FieldType::text, "member number", [](const Source& s) -> FieldContent { return s.contact.member_number; }},
    {Group::contact, "namefirst", FieldType::text, "first name", [](const Source& s) -> FieldContent { return s.contact.first_name; }},
    {Group::contact, "namelast", FieldType::text, "last name", [](const Source& s) -> FieldContent { return s.contact.last_name; }},
    {Group::contact, "personalid", FieldType::text, "personal number, only when switched on", [](const Source& s) -> FieldContent { return s.contact.personal_id; }, &RuleNames::send_personal_id},
    {Group::contact, "company", FieldType::text, "company", [](const Source& s) -> FieldContent { return s.contact.company; }},
    {Group::contact, "companyid", FieldType::text, "company's number", [](const Source& s) -> FieldContent { return s.contact.company_id; }},
    {Group::contact, "phone", FieldType::text, "other phone, E.164", [](const Source& s) -> FieldContent { return e164(s.contact.phone); }},
    {Group::contact, "mobile", FieldType::text, "mobile phone, E.164", [](const Source& s) -> FieldContent { return e164(s.contact.mobile); }},
    {Group::contact, "gender", FieldType::text, "gender", [](const Source& s) -> FieldContent { return s.contact.gender; }},
    {Group::contact, "birthday", FieldType::date, "birthday", [](const Source& s) -> FieldContent { return day(s.contact.birthday); }},
    {Group::contact, "accepts_email", FieldType::text, "consent to e-mail, as the till knows it", [](const Source& s) -> FieldContent { return yes_or_no(s.contact.consent.email); }},
    {Group::contact, "accepts_sms", FieldType::text, "consent to text messages, as the till knows it", [](const Source& s) -> FieldContent { return yes_or_no(s.contact.consent.sms); }},
    {Group::contact, "accepts_mail", FieldType::text, "consent to letters, as the till knows it", [](const Source& s) -> FieldContent { return yes_or_no(s.contact.consent.mail); }},
    {Group::contact, "acceptedconsents", FieldType::multiple, "ids of the accepted consents", [](const Source& s) -> FieldContent { return s.contact.consent.accepted; }},
    {Group::contact, "store", FieldType::text, "store of registration", [](const Source& s) -> FieldContent { return s.contact.store; }},
    {Group::contact, "registered", FieldType::datetime, "time of registration, in the account's zone", [](const Source& s) -> FieldContent { return local(s.contact.registered_at, s); }},
    {Group::contact, "bonuschecks", FieldType::json, "bonus checks: set up here, written by the bonus ledger", nullptr},
    {Group::contact, "bonusleft", FieldType::text, "sum of open bonus checks: set up here, written by the bonus ledger", nullptr},
    {Group::contact, "bonuslastused", FieldType::date, "last use of a bonus check: set up here, written by the bonus ledger", nullptr},

    {Group::address, "invoice_address", FieldType::text, "invoice address", [](const Source& s) -> FieldContent { return s.contact.invoice.line1; }},
    {Group::address, "invoice_address2", FieldType::text, "invoice address, second line", [](const Source& s) -> FieldContent { return s.contact.invoice.line2; }},
    {Group::address, "invoice_zip", FieldType::text, "invoice postcode", [](const Source& s) -> FieldContent { return s.contact.invoice.zip; }},
    {Group::address, "invoice_city", FieldType::text, "invoice city", [](const Source& s) -> FieldContent { return s.contact.invoice.city; }},
    {Group::address, "invoice_state", FieldType::text, "invoice state", [](const Source& s) -> FieldContent { return s.contact.invoice.state; }},
    {Group::address, "invoice_countryid", FieldType::text, "invoice country", [](const Source& s) -> FieldContent { return s.contact.invoice.country; }},
    {Group::address, "delivery_address", FieldType::text, "delivery address", [](const Source& s) -> FieldContent { return s.contact.delivery.line1; }},
    {Group::address, "delivery_address2", FieldType::text, "delivery address, second line", [](const Source& s) -> FieldContent { return s.contact.delivery.line2; }},
    {Group::address, "delivery_zip", FieldType::text, "delivery postcode", [](const Source& s) -> FieldContent { return s.contact.delivery.zip; }},
    {Group::address, "delivery_city", FieldType::text, "delivery city", [](const Source& s) -> FieldContent { return s.contact.delivery.city; }},
    {Group::address, "delivery_state", FieldType::text, "delivery state", [](const Source& s) -> FieldContent { return s.contact.delivery.state; }},
    {Group::address, "delivery_countryid", FieldType::text, "delivery country", [](const Source& s) -> FieldContent { return s.contact.delivery.country; }},

    {Group::native_contact, "FirstName", FieldType::text, "first name", [](const Source& s) -> FieldContent { return s.contact.first_name; }},
    {Group::native_contact, "LastName", FieldType::text, "last name", [](const Source& s) -> FieldContent { return s.contact.last_name; }},
    {Group::native_contact, "Number", FieldType::text, "member number", [](const Source& s) -> FieldContent { return s.contact.member_number; }},
    {Group::native_contact, "Street1", FieldType::text, "invoice address, or the delivery address", [](const Source& s) -> FieldContent { return home(s).line1; }},
    {Group::native_contact, "Street2", FieldType::text, "its second line", [](const Source& s) -> FieldContent { return home(s).line2; }},
    {Group::native_contact, "City", FieldType::text, "its city", [](const Source& s) -> FieldContent { return home(s).city; }},
    {Group::native_contact, "Zipcode", FieldType::text, "its postcode", [](const Source& s) -> FieldContent { return home(s).zip; }},
    {Group::native_contact, "State", FieldType::text, "its state", [](const Source& s) -> FieldContent { return home(s).state; }},
    {Group::native_contact, "Country", FieldType::text, "its country", [](const Source& s) -> FieldContent { return home(s).country; }},
    {Group::native_contact, "Company", FieldType::text, "company", [](const Source& s) -> FieldContent { return s.contact.company; }},
    {Group::native_contact, "Source", FieldType::text, "always Sitoo", [](const Source&) -> FieldContent { return "Sitoo"; }},
};

constexpr std::span<const Row> table{rows};

}  // namespace

std::vector<FieldValue> contact_fields(const RuleNames& names, const app::Account& account, const Contact& contact,
                                       Empty empty) {
  return map_fields(table, names, Source{account, contact}, empty);
}

std::vector<FieldKey> contact_keys(const RuleNames& names) { return fields_of(table, names); }

}  // namespace kassabro::rule
