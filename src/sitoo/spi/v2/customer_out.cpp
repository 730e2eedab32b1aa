#include "sitoo/spi/v2/customer_out.hpp"

#include "base/text.hpp"
#include "sitoo/spi/v2/sections.hpp"

namespace kassabro::sitoo::spi::v2 {
namespace {

using domain::Contact;

void append_member(std::string& out, std::string_view key, std::string_view text) {
  out.append(",\"").append(key).append("\":");
  append_json_string(out, text);
}

void append_address(std::string& out, std::string_view key, const domain::Address& address) {
  out.append(",\"").append(key).append(R"(":{"address":)");
  append_json_string(out, address.line1);
  append_member(out, "address2", address.line2);
  append_member(out, "zip", address.zip);
  append_member(out, "city", address.city);
  append_member(out, "state", address.state);
  append_member(out, "country_id", ascii_uppered(address.country));
  out += '}';
}

void append_person(std::string& out, const Contact& contact) {
  out.append(R"({"customer_id":")").append(std::to_string(contact.id)).append(R"(")");
  append_member(out, "member_number", contact.member_number);
  append_member(out, "email", contact.email ? contact.email->text() : "");
  append_member(out, "name_first", contact.first_name);
  append_member(out, "name_last", contact.last_name);
  append_member(out, "mobile", contact.mobile ? contact.mobile->e164() : "");
  append_member(out, "phone", contact.phone ? contact.phone->e164() : "");
  append_member(out, "personal_id", contact.personal_id);
  append_member(out, "company", contact.company);
  append_member(out, "company_id", contact.company_id);
  append_member(out, "birthday", contact.birthday ? to_iso_date(*contact.birthday) : "");
  append_member(out, "gender", contact.gender);
  append_address(out, "invoice_address", contact.invoice);
  append_address(out, "delivery_address", contact.delivery);
}

void append_consent(std::string& out, const domain::Consent& consent) {
  std::vector<std::string> ways;
  if (consent.email) ways.emplace_back("email");
  if (consent.mail) ways.emplace_back("mail");
  if (consent.sms) ways.emplace_back("sms");
  out += R"(,"accepts_communication":)";
  append_texts(out, ways);
  out += R"(,"consents":)";
  append_texts(out, consent.accepted);
}

void append_status(std::string& out, const app::CustomerCard& card, const Settings& settings) {
  out += R"(,"status":{"color":)";
  append_json_string(out, card.up_to_date ? "green" : "yellow");
  append_member(out, "text", card.up_to_date ? "" : settings.stale_text);
  out += '}';
}

}  // namespace

// Written straight into the text: the search is what the cashier waits for, and a JSON object of this size costs more than
// finding the customer.
std::string customer_text(const app::CustomerCard& card, const Showing& showing) {
  std::string out;
  out.reserve(2048);
  append_person(out, card.contact);
  append_consent(out, card.contact.consent);
  out.append(R"(,"additional_options":)").append(card.extras.additional_options);
  append_status(out, card, showing.settings);
  out += R"(,"promotions":)";
  append_promotions(out, card, showing.card_settings, {"promotion_id", "promotion_type"});
  out += R"(,"bonus_checks":)";
  append_bonus_checks(out, card.bonus_checks, showing.today, showing.settings.bonus);
  out += R"(,"voucher_passwords":)";
  append_voucher_passwords(out, card, showing.card_settings);
  append_member(out, "store_id_home", card.contact.store);
  out += R"(,"sections":)";
  append_sections(out, card, showing);
  out += '}';
  return out;
}

}  // namespace kassabro::sitoo::spi::v2
