#include "sitoo/spi/v2/customer_in.hpp"

#include <array>

#include "base/text.hpp"

namespace kassabro::sitoo::spi::v2 {
namespace {

using domain::ContactChange;
using domain::ContactField;

constexpr std::array<TextKey, 12> text_keys{{{"email", ContactField::email},
                                             {"member_number", ContactField::member_number},
                                             {"name_first", ContactField::first_name},
                                             {"name_last", ContactField::last_name},
                                             {"personal_id", ContactField::personal_id},
                                             {"company", ContactField::company},
                                             {"company_id", ContactField::company_id},
                                             {"phone", ContactField::phone},
                                             {"mobile", ContactField::mobile},
                                             {"gender", ContactField::gender},
                                             {"birthday", ContactField::birthday},
                                             {"store_id_home", ContactField::store}}};
constexpr std::array<TextKey, 6> invoice_keys{{{"address", ContactField::invoice_line1},
                                               {"address2", ContactField::invoice_line2},
                                               {"zip", ContactField::invoice_zip},
                                               {"city", ContactField::invoice_city},
                                               {"state", ContactField::invoice_state},
                                               {"country_id", ContactField::invoice_country}}};
constexpr std::array<TextKey, 6> delivery_keys{{{"address", ContactField::delivery_line1},
                                                {"address2", ContactField::delivery_line2},
                                                {"zip", ContactField::delivery_zip},
                                                {"city", ContactField::delivery_city},
                                                {"state", ContactField::delivery_state},
                                                {"country_id", ContactField::delivery_country}}};

Result<void> read_address(ContactChange& change, const json::object& body, std::string_view name, std::span<const TextKey> keys,
                          EmptyText empty_text) {
  const auto* value = find_member(body, name);
  if (value == nullptr) return {};
  if (!value->is_object()) return fail(invalid(std::string(name), "An address is a JSON object."));
  return read_texts(change, value->get_object(), keys, empty_text, std::string(name) + ".");
}

// The array says all three: who is not in it is not written to that way.
Result<void> read_communication(ContactChange& change, const json::object& body) {
  const auto* value = find_member(body, "accepts_communication");
  if (value == nullptr) return {};
  const auto refused = fail(invalid("accepts_communication", "This is not an array of email, mail and sms."));
  if (!value->is_array()) return refused;
  change.accepts_email = change.accepts_sms = change.accepts_mail = false;
  for (const auto& entry : value->get_array()) {
    const auto way = entry.is_string() ? ascii_lowered(entry.get_string()) : std::string();
    if (way == "email")
      change.accepts_email = true;
    else if (way == "sms")
      change.accepts_sms = true;
    else if (way == "mail")
      change.accepts_mail = true;
    else
      return refused;
  }
  return {};
}

// What the till's own options mean is its affair: they are kept as they came and given back so.
Result<void> read_options(ContactChange& change, const json::object& body) {
  constexpr std::size_t count_max = 20;
  constexpr std::size_t bytes_max = 4096;
  const auto* value = find_member(body, "additional_options");
  if (value == nullptr) return {};
  if (!value->is_array() || value->get_array().size() > count_max)
    return fail(invalid("additional_options", "This is not an array of at most 20 options."));
  for (const auto& entry : value->get_array())
    if (!entry.is_object()) return fail(invalid("additional_options", "An option is a JSON object."));
  auto text = to_json_text(*value);
  if (text.size() > bytes_max) return fail(invalid("additional_options", "The options are longer than 4096 bytes."));
  change.additional_options = std::move(text);
  return {};
}

Result<void> read_consents(ContactChange& change, const json::object& body) {
  const auto* value = find_member(body, "consents");
  if (value == nullptr) return {};
  auto ids = parse_consent_ids(*value, "consents");
  if (!ids) return fail(ids.error());
  change.accepted_consents = std::move(*ids);
  return {};
}

}  // namespace

Result<ContactChange> parse_customer_change(const json::value& body, EmptyText empty_text) {
  if (!body.is_object()) return fail(invalid("body", "A customer is a JSON object."));
  const auto& object = body.get_object();
  ContactChange change;
  auto read = read_texts(change, object, text_keys, empty_text);
  if (read) read = read_address(change, object, "invoice_address", invoice_keys, empty_text);
  if (read) read = read_address(change, object, "delivery_address", delivery_keys, empty_text);
  if (read) read = read_communication(change, object);
  if (read) read = read_accepts(change, object);
  if (read) read = read_consents(change, object);
  if (read) read = read_options(change, object);
  if (!read) return fail(read.error());
  return change;
}

}  // namespace kassabro::sitoo::spi::v2
