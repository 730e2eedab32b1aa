#include "rule/contact_fields.hpp"

namespace kassabro::rule {
namespace {

using domain::Contact;

struct Source {
  const app::Account& account;
  const Contact& contact;
};

using Row = FieldRow<Source>;
using S = const Source&;
using F = FieldContent;
using enum Group;
using enum FieldType;

std::string yes_or_no(bool value) { return value ? "true" : "false"; }
std::string e164(const std::optional<domain::Phone>& phone) { return phone ? phone->e164() : ""; }
std::string day(const std::optional<Date>& date) { return date ? to_iso_date(*date) : ""; }
std::string number(std::int64_t id) { return id == 0 ? "" : std::to_string(id); }
std::string local(Timestamp at, const Source& s) { return at == Timestamp{} ? "" : to_local_text(at, s.account.time_zone); }
// Web shops write the street as one or two lines and the country in capitals (SEEN WOO); the delivery address stands in.
const domain::Address& home(const Source& s) {
  const auto& contact = s.contact;
  return contact.invoice == domain::Address{} ? contact.delivery : contact.invoice;
}

// Adding a field to Rule is adding a line here; it is set up at the next delivery.
constexpr Row rows[] = {
    {contact, "contactid", text, "our number of the customer", [](S s) -> F { return number(s.contact.id); }},
    {contact, "membernumber", text, "member number", [](S s) -> F { return s.contact.member_number; }},
    {contact, "namefirst", text, "first name", [](S s) -> F { return s.contact.first_name; }},
    {contact, "namelast", text, "last name", [](S s) -> F { return s.contact.last_name; }},
    {contact, "personalid", text, "personal number, only when switched on", [](S s) -> F { return s.contact.personal_id; },
     &RuleNames::send_personal_id},
    {contact, "company", text, "company", [](S s) -> F { return s.contact.company; }},
    {contact, "companyid", text, "company's number", [](S s) -> F { return s.contact.company_id; }},
    {contact, "phone", text, "other phone, E.164", [](S s) -> F { return e164(s.contact.phone); }},
    {contact, "mobile", text, "mobile phone, E.164", [](S s) -> F { return e164(s.contact.mobile); }},
    {contact, "gender", text, "gender", [](S s) -> F { return s.contact.gender; }},
    {contact, "birthday", date, "birthday", [](S s) -> F { return day(s.contact.birthday); }},
    {consent, "accepts_email", text, "consent to e-mail, as the till knows it",
     [](S s) -> F { return yes_or_no(s.contact.consent.email); }},
    {consent, "accepts_sms", text, "consent to text messages, as the till knows it",
     [](S s) -> F { return yes_or_no(s.contact.consent.sms); }},
    {consent, "accepts_mail", text, "consent to letters, as the till knows it",
     [](S s) -> F { return yes_or_no(s.contact.consent.mail); }},
    {consent, "acceptedconsents", multiple, "ids of the accepted consents",
     [](S s) -> F { return s.contact.consent.accepted; }},
    {contact, "store", text, "store of registration", [](S s) -> F { return s.contact.store; }},
    {contact, "registered", datetime, "time of registration, in the account's zone",
     [](S s) -> F { return local(s.contact.registered_at, s); }},
    // Set up here, written by the bonus ledger (ledger_fields.cpp).
    {contact, "bonuschecks", json, "the customer's bonus checks, with what is left of each", nullptr},
    {contact, "bonusleft", text, "sum of what is left of the checks that can be used today, in the account's currency",
     nullptr},
    {contact, "bonuslastused", date, "day of the last use that stands", nullptr},

    {address, "invoice_address", text, "invoice address", [](S s) -> F { return s.contact.invoice.line1; }},
    {address, "invoice_address2", text, "invoice address, second line", [](S s) -> F { return s.contact.invoice.line2; }},
    {address, "invoice_zip", text, "invoice postcode", [](S s) -> F { return s.contact.invoice.zip; }},
    {address, "invoice_city", text, "invoice city", [](S s) -> F { return s.contact.invoice.city; }},
    {address, "invoice_state", text, "invoice state", [](S s) -> F { return s.contact.invoice.state; }},
    {address, "invoice_countryid", text, "invoice country", [](S s) -> F { return s.contact.invoice.country; }},
    {address, "delivery_address", text, "delivery address", [](S s) -> F { return s.contact.delivery.line1; }},
    {address, "delivery_address2", text, "delivery address, second line", [](S s) -> F { return s.contact.delivery.line2; }},
    {address, "delivery_zip", text, "delivery postcode", [](S s) -> F { return s.contact.delivery.zip; }},
    {address, "delivery_city", text, "delivery city", [](S s) -> F { return s.contact.delivery.city; }},
    {address, "delivery_state", text, "delivery state", [](S s) -> F { return s.contact.delivery.state; }},
    {address, "delivery_countryid", text, "delivery country", [](S s) -> F { return s.contact.delivery.country; }},

    {native_contact, "FirstName", text, "first name", [](S s) -> F { return s.contact.first_name; }},
    {native_contact, "LastName", text, "last name", [](S s) -> F { return s.contact.last_name; }},
    {native_contact, "Number", text, "member number", [](S s) -> F { return s.contact.member_number; }},
    {native_contact, "Street1", text, "invoice address, or the delivery address", [](S s) -> F { return home(s).line1; }},
    {native_contact, "Street2", text, "its second line", [](S s) -> F { return home(s).line2; }},
    {native_contact, "City", text, "its city", [](S s) -> F { return home(s).city; }},
    {native_contact, "Zipcode", text, "its postcode", [](S s) -> F { return home(s).zip; }},
    {native_contact, "State", text, "its state", [](S s) -> F { return home(s).state; }},
    {native_contact, "Country", text, "its country", [](S s) -> F { return home(s).country; }},
    {native_contact, "Company", text, "company", [](S s) -> F { return s.contact.company; }},
    {native_contact, "Source", text, "always Sitoo", [](S) -> F { return "Sitoo"; }},
};

constexpr std::span<const Row> table{rows};

}  // namespace

std::vector<FieldValue> contact_fields(const RuleNames& names, const app::Account& account, const Contact& contact,
                                       Empty empty) {
  return map_fields(table, names, Source{account, contact}, empty);
}

std::vector<FieldKey> contact_keys(const RuleNames& names) { return fields_of(table, names); }
std::vector<FieldInfo> contact_infos(const RuleNames& names) { return infos_of(table, names); }

}  // namespace kassabro::rule
