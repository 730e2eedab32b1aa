#include "sandbox/sitoo/crm_contacts.hpp"

#include <fmt/format.h>

#include "http/url.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

using http::percent_encode;

// The SPIs do not show their error bodies; Sitoo's REST says `errortext`, its newer SPIs `error_data` (SPI contract, D).
FoundContact refused(const CrmAnswer& answer) {
  FoundContact found{std::nullopt, answer.status, answer.message, ""};
  const auto body = parse_json(answer.body);
  if (!body || !body->is_object()) return found;
  found.message = text_member(body->get_object(), "errortext");
  const auto* data = body->get_object().if_contains("error_data");
  if (data == nullptr || !data->is_object()) return found;
  found.field = text_member(data->get_object(), "field");
  if (const auto text = text_member(data->get_object(), "message"); !text.empty()) found.message = text;
  return found;
}

// v1 and v2 searches answer an array of one contact or none; a single object is read as well.
FoundContact found_in(const CrmAnswer& answer) {
  if (!answer.ok()) return refused(answer);
  FoundContact found{std::nullopt, answer.status, "", ""};
  auto value = parse_json(answer.body);
  if (value && value->is_object()) found.contact = std::move(value->get_object());
  if (value && value->is_array() && !value->get_array().empty() && value->get_array()[0].is_object())
    found.contact = std::move(value->get_array()[0].get_object());
  if (!value) found = {std::nullopt, 502, "The CRM's answer is not JSON.", ""};
  return found;
}

// v2 wants to be told what kind of key it is (SPI contract, B.2.1).
std::string key_type_of(std::string_view key) {
  if (key.find('@') != std::string_view::npos) return "email";
  return key.starts_with('+') || key.starts_with('0') ? "mobile" : "member_number";
}

}  // namespace

std::string describe(int status, const std::string& message) {
  if (status == 0) return "The CRM did not answer: " + (message.empty() ? "no connection" : message);
  if (status == 401) return "The CRM refused the API token (401).";
  return message.empty() ? fmt::format("The CRM answered {}.", status) : message;
}

std::string contact_id_of(const json::object& contact) {
  auto id = text_member(contact, "contactid");
  return id.empty() ? text_member(contact, "customer_id") : id;
}

std::string member_number_of(const json::object& contact) {
  auto number = text_member(contact, "membernumber");
  return number.empty() ? text_member(contact, "member_number") : number;
}

std::optional<CheckOnCard> find_check(const json::object& contact, std::string_view check_id) {
  for (const auto* list_name : {"bonuschecks", "bonus_checks"}) {
    const auto* list = contact.if_contains(list_name);
    if (list == nullptr || !list->is_array()) continue;
    for (const auto& value : list->get_array()) {
      if (!value.is_object()) continue;
      const auto& check = value.get_object();
      auto id = text_member(check, "bonuscheckid");
      if (id.empty()) id = text_member(check, "bonus_check_id");
      if (id != check_id) continue;
      const auto* amount = check.if_contains("value");
      const auto parsed = amount == nullptr ? Result<Minor>(0) : parse_money(*amount, "value");
      return CheckOnCard{parsed.value_or(0), bool_member(check, "redeemed").value_or(false)};
    }
  }
  return std::nullopt;
}

Settings CrmContacts::settings() {
  const std::scoped_lock lock(books_.mutex);
  return books_.settings;
}

Async<FoundContact> CrmContacts::find(Spi spi, std::string key) {
  if (spi == Spi::v2)
    co_return found_in(co_await client_.call_basic(settings().crm_v2, http::Method::get,
                                                   "/customers?key=" + percent_encode(key) + "&key_type=" + key_type_of(key)));
  co_return found_in(co_await client_.call_v1(settings(), http::Method::get,
                                              "/contacts?key=" + percent_encode(key) + "&include_extended=true"));
}

Async<FoundContact> CrmContacts::get(Spi spi, std::string contact_id) {
  if (spi == Spi::v2)
    co_return found_in(
        co_await client_.call_basic(settings().crm_v2, http::Method::get, "/customers/" + percent_encode(contact_id)));
  co_return found_in(co_await client_.call_v1(settings(), http::Method::get,
                                              "/contacts/" + percent_encode(contact_id) + "?include_extended=true"));
}

Async<FoundContact> CrmContacts::look_up(std::string key) {
  co_return found_in(co_await client_.call_v1(settings(), http::Method::get, "/lookup_contacts?key=" + percent_encode(key)));
}

Async<FoundContact> CrmContacts::add(json::object draft) {
  json::object body;
  for (const auto& name : contact_field_names()) {
    const auto* given = draft.if_contains(name);
    if (given != nullptr && !given->is_null())
      body[name] = *given;
    else if (name.starts_with("accepts_"))
      body[name] = false;
    else if (name == "acceptedconsents")
      body[name] = json::array{};
    else
      body[name] = "";
  }
  auto answer = co_await client_.call_v1(settings(), http::Method::post, "/contacts", to_json_text(body));
  if (!answer.ok()) co_return found_in(answer);
  const auto id_value = parse_json(answer.body);  // a bare JSON string: "255934461" (SEEN)
  std::string contact_id = id_value ? text_of(*id_value).value_or("") : std::string(trimmed(answer.body));
  if (id_value && id_value->is_object()) contact_id = contact_id_of(id_value->get_object());
  if (contact_id.empty()) co_return FoundContact{std::nullopt, 502, "The CRM did not say the new contact's id.", ""};
  auto found = co_await get(Spi::v1, contact_id);
  if (!found.contact) {
    body["contactid"] = contact_id;
    found = {std::move(body), 200, "", ""};
  }
  co_return found;
}

Async<FoundContact> CrmContacts::change(std::string contact_id, json::object changes) {
  auto answer =
      co_await client_.call_v1(settings(), http::Method::put, "/contacts/" + percent_encode(contact_id), to_json_text(changes));
  if (!answer.ok()) co_return refused(answer);
  co_return co_await get(Spi::v1, contact_id);
}

Async<CrmAnswer> CrmContacts::consents() { co_return co_await client_.call_v1(settings(), http::Method::get, "/consents"); }

Async<CrmAnswer> CrmContacts::transactions(std::string contact_id) {
  co_return co_await client_.call_v1(settings(), http::Method::get,
                                     "/contacts/" + percent_encode(contact_id) + "/transactions");
}

Async<CrmAnswer> CrmContacts::redeem(Spi spi, std::string contact_id, std::vector<std::string> check_ids,
                                     std::string receipt_id) {
  json::array ids;
  for (const auto& id : check_ids) ids.push_back(json::string(id));
  json::object body{{"bonus_check_ids", std::move(ids)}, {"receipt_id", receipt_id}};
  if (spi == Spi::v2) {
    body["promotion_ids"] = json::array{};
    co_return co_await client_.call_basic(settings().crm_v2, http::Method::post,
                                          "/customers/" + percent_encode(contact_id) + "/redeem", to_json_text(body));
  }
  co_return co_await client_.call_v1(settings(), http::Method::post, "/contacts/" + percent_encode(contact_id) + "/redeem",
                                     to_json_text(body));
}

}  // namespace kassabro::sandbox::sitoo
