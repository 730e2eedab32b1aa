#include "sitoo/spi/v1/contact_wire.hpp"

#include <array>

#include "base/text.hpp"

namespace kassabro::sitoo::spi::v1 {
namespace {

using domain::Contact;
using domain::ContactChange;
using domain::ContactField;

constexpr std::array<TextKey, 24> text_keys{{
    {"email", ContactField::email},
    {"membernumber", ContactField::member_number},
    {"namefirst", ContactField::first_name},
    {"namelast", ContactField::last_name},
    {"personalid", ContactField::personal_id},
    {"company", ContactField::company},
    {"companyid", ContactField::company_id},
    {"phone", ContactField::phone},
    {"mobile", ContactField::mobile},
    {"invoice_address", ContactField::invoice_line1},
    {"invoice_address2", ContactField::invoice_line2},
    {"invoice_zip", ContactField::invoice_zip},
    {"invoice_city", ContactField::invoice_city},
    {"invoice_state", ContactField::invoice_state},
    {"invoice_countryid", ContactField::invoice_country},
    {"delivery_address", ContactField::delivery_line1},
    {"delivery_address2", ContactField::delivery_line2},
    {"delivery_zip", ContactField::delivery_zip},
    {"delivery_city", ContactField::delivery_city},
    {"delivery_state", ContactField::delivery_state},
    {"delivery_countryid", ContactField::delivery_country},
    {"gender", ContactField::gender},
    {"birthday", ContactField::birthday},
    {"storeexternalid", ContactField::store},
}};

std::string text_value(const Contact& contact, ContactField field) {
  switch (field) {
    case ContactField::email: return contact.email ? contact.email->text() : "";
    case ContactField::mobile: return contact.mobile ? contact.mobile->e164() : "";
    case ContactField::phone: return contact.phone ? contact.phone->e164() : "";
    case ContactField::birthday: return contact.birthday ? to_iso_date(*contact.birthday) + "T00:00:00Z" : "";
    case ContactField::invoice_country: return ascii_lowered(contact.invoice.country);
    case ContactField::delivery_country: return ascii_lowered(contact.delivery.country);
    default: return *text_field(const_cast<Contact&>(contact), field);
  }
}

constexpr std::string_view flag_text(bool flag) { return flag ? "true" : "false"; }

}  // namespace

// Written straight into the text: the till's search is the one answer that must be quick, and a JSON object of 30 members
// costs more than finding the contact.
std::string contact_text(const Contact& contact, const Extended* extended) {
  std::string out;
  out.reserve(1024);
  out.append(R"({"contactid":")").append(std::to_string(contact.id)).append(R"(")");
  for (const auto& [key, field] : text_keys) {
    if (field == ContactField::store) continue;
    out.append(",\"").append(key).append("\":");
    append_json_string(out, text_value(contact, field));
  }
  out.append(R"(,"accepts_email":)").append(flag_text(contact.consent.email));
  out.append(R"(,"accepts_sms":)").append(flag_text(contact.consent.sms));
  out.append(R"(,"accepts_mail":)").append(flag_text(contact.consent.mail));
  out += R"(,"acceptedconsents":)";
  append_texts(out, contact.consent.accepted);
  out += R"(,"voucherpasswords":)";
  if (extended == nullptr)
    out += "[]";
  else
    append_voucher_passwords(out, extended->card, extended->card_settings);
  out += R"(,"storeexternalid":)";
  if (contact.store.empty())
    out += "null";
  else
    append_json_string(out, contact.store);
  if (extended != nullptr) {
    out += R"(,"bonuschecks":)";
    append_bonus_checks(out, extended->card.bonus_checks, extended->today, extended->bonus);
    out += R"(,"promotions":)";
    append_promotions(out, extended->card, extended->card_settings, {"promotionid", "promotiontype"});
  }
  out += '}';
  return out;
}

Result<ContactChange> parse_contact_change(const json::value& body, EmptyText empty_text) {
  if (!body.is_object()) return fail(invalid("body", "A contact is a JSON object."));
  const auto& object = body.get_object();
  ContactChange change;
  if (auto read = read_texts(change, object, text_keys, empty_text); !read) return fail(read.error());
  if (auto read = read_accepts(change, object); !read) return fail(read.error());
  if (const auto* consents = find_member(object, "acceptedconsents")) {
    auto ids = parse_consent_ids(*consents, "acceptedconsents");
    if (!ids) return fail(ids.error());
    change.accepted_consents = std::move(*ids);
  }
  return change;
}

}  // namespace kassabro::sitoo::spi::v1
