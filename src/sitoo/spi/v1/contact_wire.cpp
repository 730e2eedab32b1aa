#include "sitoo/spi/v1/contact_wire.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace kassabro::sitoo::spi::v1 {
namespace {

using domain::Contact;
using domain::ContactChange;
using domain::ContactField;

constexpr std::array<std::pair<std::string_view, ContactField>, 24> text_keys{{
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

void append_consents(std::string& out, const std::vector<std::string>& ids) {
  out += '[';
  for (const auto& id : ids) {
    if (&id != &ids.front()) out += ',';
    append_json_string(out, id);
  }
  out += ']';
}

Result<std::optional<bool>> parse_flag(const json::object& body, std::string_view key) {
  if (find_member(body, key) == nullptr) return std::nullopt;
  const auto flag = bool_member(body, key);
  if (!flag) return fail(invalid(std::string(key), "This is neither true nor false."));
  return flag;
}

Result<std::vector<std::string>> parse_consents(const json::value& value) {
  constexpr std::size_t count_max = 100;
  constexpr std::size_t bytes_max = 100;
  const auto refused = fail(invalid("acceptedconsents", "This is not an array of at most 100 consent ids."));
  if (!value.is_array() || value.get_array().size() > count_max) return refused;
  std::vector<std::string> ids;
  for (const auto& entry : value.get_array()) {
    auto id = text_of(entry);
    if (!id || id->size() > bytes_max || has_control_characters(*id)) return refused;
    if (!id->empty() && std::ranges::find(ids, *id) == ids.end()) ids.push_back(std::move(*id));
  }
  return ids;
}

Result<void> read_texts(ContactChange& change, const json::object& body, EmptyText empty_text) {
  for (const auto& [key, field] : text_keys) {
    const auto* value = body.if_contains(key);
    if (value == nullptr || value->is_null()) continue;
    auto text = text_of(*value);
    if (!text) return fail(invalid(std::string(key), "This is not a text."));
    if (trimmed(*text).empty() && empty_text == EmptyText::is_absent) continue;
    change.texts.push_back({field, std::move(*text), std::string(key)});
  }
  return {};
}

}  // namespace

// Written straight into the text: the till's search is the one answer that must be quick, and a JSON object of 30 members
// costs more than finding the contact.
std::string contact_text(const Contact& contact, Extent extent) {
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
  append_consents(out, contact.consent.accepted);
  out += R"(,"voucherpasswords":[],"storeexternalid":)";
  if (contact.store.empty())
    out += "null";
  else
    append_json_string(out, contact.store);
  if (extent == Extent::extended) out += R"(,"bonuschecks":[],"promotions":[])";
  out += '}';
  return out;
}

Result<ContactChange> parse_contact_change(const json::value& body, EmptyText empty_text) {
  if (!body.is_object()) return fail(invalid("body", "A contact is a JSON object."));
  const auto& object = body.get_object();
  ContactChange change;
  if (auto read = read_texts(change, object, empty_text); !read) return fail(read.error());
  const auto email = parse_flag(object, "accepts_email");
  const auto sms = parse_flag(object, "accepts_sms");
  const auto mail = parse_flag(object, "accepts_mail");
  for (const auto* flag : {&email, &sms, &mail})
    if (!*flag) return fail(flag->error());
  change.accepts_email = *email;
  change.accepts_sms = *sms;
  change.accepts_mail = *mail;
  if (const auto* consents = find_member(object, "acceptedconsents")) {
    auto ids = parse_consents(*consents);
    if (!ids) return fail(ids.error());
    change.accepted_consents = std::move(*ids);
  }
  return change;
}

}  // namespace kassabro::sitoo::spi::v1
