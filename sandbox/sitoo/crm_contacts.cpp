#include "sandbox/sitoo/crm_contacts.hpp"

#include <fmt/format.h>

#include "http/url.hpp"
#include "sandbox/sitoo/customer_v2.hpp"
#include "sandbox/sitoo/rewards.hpp"
#include "sandbox/sitoo/spellings.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

using http::percent_encode;

// The SPIs do not show their error bodies; Sitoo's REST says `errortext`, its newer SPIs `error_data` (SPI contract, D).
FoundContact refused(Desk desk, const CrmAnswer& answer) {
  FoundContact found{std::nullopt, answer.status, refusal_text(answer), ""};
  const auto body = parse_json(answer.body);
  if (!body || !body->is_object()) return found;
  const auto* data = body->get_object().if_contains("error_data");
  if (data == nullptr || !data->is_object()) return found;
  found.field = text_member(data->get_object(), "field");
  if (desk.spi == Spi::v2) found.field = contact_field_of(found.field);
  return found;
}

template <class Reward>
void respell(json::object& contact, const char* name, const std::vector<Reward>& rewards) {
  json::array list;
  for (const auto& reward : rewards) list.push_back(to_json(reward));
  contact[name] = std::move(list);
}

// The shape that the till and its page know, whichever generation answered.
json::object normal_contact(Desk desk, json::object body) {
  auto contact = desk.spi == Spi::v2 ? contact_of_customer(body) : std::move(body);
  if (first_array(contact, {"bonuschecks", "bonus_checks"}) != nullptr)
    respell(contact, "bonuschecks", bonus_checks_on(contact));
  if (first_array(contact, {"promotions"}) != nullptr) respell(contact, "promotions", promotions_on(contact));
  contact.erase("bonus_checks");
  return contact;
}

// v1 and v2 searches answer an array of one contact or none; a single object is read as well.
FoundContact found_in(Desk desk, const CrmAnswer& answer) {
  if (!answer.ok()) return refused(desk, answer);
  FoundContact found{std::nullopt, answer.status, "", ""};
  auto value = parse_json(answer.body);
  if (value && value->is_object()) found.contact = normal_contact(desk, std::move(value->get_object()));
  if (value && value->is_array() && !value->get_array().empty() && value->get_array()[0].is_object())
    found.contact = normal_contact(desk, std::move(value->get_array()[0].get_object()));
  if (!value) found = {std::nullopt, 502, "The CRM's answer is not JSON.", ""};
  return found;
}

// v2 wants to be told what kind of key it is (SPI contract, B.2.1).
std::string key_type_of(std::string_view key) {
  if (key.find('@') != std::string_view::npos) return "email";
  return key.starts_with('+') || key.starts_with('0') ? "mobile" : "member_number";
}

std::string customer_path(Desk desk, const std::string& contact_id) {
  return (desk.spi == Spi::v2 ? "/customers/" : "/contacts/") + percent_encode(contact_id);
}

json::object every_key_of(const json::object& draft) {
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
  return body;
}

}  // namespace

std::string refusal_text(const CrmAnswer& answer) {
  const auto body = parse_json(answer.body);
  if (!body || !body->is_object()) return answer.message;
  const auto* data = body->get_object().if_contains("error_data");
  if (data != nullptr && data->is_object())
    if (auto text = text_member(data->get_object(), "message"); !text.empty()) return text;
  return first_text(body->get_object(), {"errortext", "message"});
}

std::string describe(int status, const std::string& message) {
  if (status == 0) return "The CRM did not answer: " + (message.empty() ? "no connection" : message);
  if (status == 401) return "The CRM refused the API token or password (401).";
  return message.empty() ? fmt::format("The CRM answered {}.", status) : message;
}

std::string contact_id_of(const json::object& contact) { return first_text(contact, {"contactid", "customer_id"}); }

std::string member_number_of(const json::object& contact) { return first_text(contact, {"membernumber", "member_number"}); }

Async<CrmAnswer> CrmContacts::call(Desk desk, http::Method method, std::string path, std::string body) {
  Settings settings;
  Origin origin;
  {
    const std::scoped_lock lock(books_.mutex);
    settings = books_.settings;
    const auto& store = books_.stores.at(desk.store);
    origin = {store.external_id, std::string(staff_name), store.registers.at(desk.cash_register).id};
  }
  if (desk.spi == Spi::v2)
    co_return co_await client_.call_v2(settings.crm_v2, std::move(origin), method, std::move(path), std::move(body));
  co_return co_await client_.call_v1(std::move(settings), method, std::move(path), std::move(body));
}

Async<FoundContact> CrmContacts::find(Desk desk, std::string key) {
  const auto path = desk.spi == Spi::v2 ? "/customers?key=" + percent_encode(key) + "&key_type=" + key_type_of(key)
                                        : "/contacts?key=" + percent_encode(key) + "&include_extended=true";
  co_return found_in(desk, co_await call(desk, http::Method::get, path));
}

Async<FoundContact> CrmContacts::get(Desk desk, std::string contact_id) {
  auto path = customer_path(desk, contact_id);
  if (desk.spi == Spi::v1) path += "?include_extended=true";
  co_return found_in(desk, co_await call(desk, http::Method::get, path));
}

Async<FoundContact> CrmContacts::look_up(Desk desk, std::string key) {
  const auto path = desk.spi == Spi::v2 ? "/customers/lookup?key=" + percent_encode(key) + "&key_type=personal_id"
                                        : "/lookup_contacts?key=" + percent_encode(key);
  co_return found_in(desk, co_await call(desk, http::Method::get, path));
}

Async<FoundContact> CrmContacts::add(Desk desk, json::object draft) {
  const auto body = desk.spi == Spi::v2 ? customer_of_contact(draft) : every_key_of(draft);
  const auto path = desk.spi == Spi::v2 ? "/customers" : "/contacts";
  auto answer = co_await call(desk, http::Method::post, path, to_json_text(body));
  if (!answer.ok()) co_return refused(desk, answer);
  // v1 answers a bare JSON string, "255934461" (SEEN); v2 the customer or its id (INFERRED).
  const auto id_value = parse_json(answer.body);
  std::string contact_id = id_value ? text_of(*id_value).value_or("") : std::string(trimmed(answer.body));
  if (id_value && id_value->is_object()) contact_id = contact_id_of(id_value->get_object());
  if (contact_id.empty()) co_return FoundContact{std::nullopt, 502, "The CRM did not say the new contact's id.", ""};
  auto found = co_await get(desk, contact_id);
  if (!found.contact) {
    auto contact = normal_contact(desk, body);
    contact["contactid"] = contact_id;
    found = {std::move(contact), 200, "", ""};
  }
  co_return found;
}

Async<FoundContact> CrmContacts::change(Desk desk, std::string contact_id, json::object changes) {
  if (desk.spi == Spi::v2) co_return co_await change_v2(desk, std::move(contact_id), std::move(changes));
  auto answer = co_await call(desk, http::Method::put, customer_path(desk, contact_id), to_json_text(changes));
  if (!answer.ok()) co_return refused(desk, answer);
  co_return co_await get(desk, contact_id);
}

// An address and the channels are one value each in v2: half of one can be sent only when the other half is known.
Async<FoundContact> CrmContacts::change_v2(Desk desk, std::string contact_id, json::object changes) {
  const auto current = co_await get(desk, contact_id);
  if (!current.contact) {
    auto missing = current;
    if (missing.status == 200) missing.status = 404;
    co_return missing;
  }
  const auto body = to_json_text(customer_of_changes(changes, *current.contact));
  auto answer = co_await call(desk, http::Method::put, customer_path(desk, contact_id), body);
  if (!answer.ok()) co_return refused(desk, answer);
  co_return co_await get(desk, contact_id);
}

Async<CrmAnswer> CrmContacts::consents(Desk desk) { co_return co_await call(desk, http::Method::get, "/consents"); }

Async<CrmAnswer> CrmContacts::transactions(Desk desk, std::string contact_id) {
  co_return co_await call(desk, http::Method::get, customer_path(desk, contact_id) + "/transactions");
}

Async<CrmAnswer> CrmContacts::post_to_customer(Desk desk, std::string contact_id, std::string path, json::object body) {
  co_return co_await call(desk, http::Method::post, customer_path(desk, contact_id) + path, to_json_text(body));
}

}  // namespace kassabro::sandbox::sitoo
