#include "http/problem.hpp"
#include "sitoo/spi/offered_consents.hpp"
#include "sitoo/spi/origin_headers.hpp"
#include "sitoo/spi/v1/contact_wire.hpp"
#include "sitoo/spi/v1/handlers.hpp"
#include "sitoo/spi/v1/settings.hpp"

namespace kassabro::sitoo::spi::v1 {
namespace {

bool wants_extended(const Call& call, const Settings& settings) {
  const auto value = call.query.find("include_extended").value_or("");
  return settings.always_extended || value == "1" || equal_nocase(value, "true");
}

std::string extended_text(const Call& call, const app::CustomerCard& card, const Settings& settings) {
  const auto card_settings = app::card_settings_of(call.account);
  const auto store = origin_of(call.request, "sitoo_v1").store;
  const auto today = today_for(card, call.account, card_settings, store, call.use_cases.clock.now());
  const Extended extended{card, card_settings, settings.bonus, today};
  return contact_text(card.contact, &extended);
}

// The timeline tells that this till has seen the customer.
void note_shown(const Call& call, const domain::Contact& contact) {
  call.use_cases.lookups.note(call.account.id, contact.id, origin_of(call.request, "sitoo_v1"), call.use_cases.clock.now());
}

Result<domain::ContactChange> parse_body(const Call& call, EmptyText empty_text) {
  const auto body = parse_json(call.request.body);
  if (!body) return fail(body.error());
  return parse_contact_change(*body, empty_text);
}

std::string quoted_id(const domain::Contact& contact) { return '"' + std::to_string(contact.id) + '"'; }

http::Response render_update(const domain::Contact& contact, const Settings& settings) {
  switch (settings.update_answer) {
    case UpdateAnswer::true_: return http::json_response("true");
    case UpdateAnswer::id: return http::json_response(quoted_id(contact));
    case UpdateAnswer::contact: break;
  }
  return http::json_response(contact_text(contact));
}

}  // namespace

// A.4.2: an array with the one contact, or an empty one; both are 200. The plain one reads no bonus checks.
Async<http::Response> find_contact(const Call& call) {
  const auto key = call.query.find("key").value_or("");
  const auto settings = settings_of(call.account);
  if (wants_extended(call, settings)) {
    const auto found = co_await call.use_cases.show_card.by_key(call.account, key, app::CardDepth::bonus_checks, std::nullopt,
                                                                &call.request.trace);
    if (!found) co_return http::problem(found.error());
    if (!found->card) co_return http::json_response("[]");
    note_shown(call, found->card->contact);
    co_return http::json_response("[" + extended_text(call, *found->card, settings) + "]");
  }
  const auto found = co_await call.use_cases.find_customer.by_key(call.account, key, &call.request.trace);
  if (!found) co_return http::problem(found.error());
  if (!found->contact) co_return http::json_response("[]");
  note_shown(call, *found->contact);
  co_return http::json_response("[" + contact_text(*found->contact) + "]");
}

Async<http::Response> get_contact(const Call& call) {
  const auto settings = settings_of(call.account);
  if (wants_extended(call, settings)) {
    const auto card = co_await call.use_cases.show_card.by_id(call.account, call.params[0], app::CardDepth::bonus_checks,
                                                              &call.request.trace);
    if (!card) co_return http::problem(card.error());
    note_shown(call, card->contact);
    co_return http::json_response(extended_text(call, *card, settings));
  }
  const auto contact = co_await call.use_cases.find_customer.by_id(call.account, call.params[0]);
  if (!contact) co_return http::problem(contact.error());
  note_shown(call, *contact);
  co_return http::json_response(contact_text(*contact));
}

// A.4.1: 200 with the bare id as a JSON string.
Async<http::Response> add_contact(const Call& call) {
  const auto change = parse_body(call, EmptyText::is_absent);
  if (!change) co_return http::problem(change.error());
  const auto contact = co_await call.use_cases.save_customer.add(call.account, *change, origin_of(call.request, "sitoo_v1"));
  if (!contact) co_return http::problem(contact.error());
  co_return http::json_response(quoted_id(*contact));
}

Async<http::Response> update_contact(const Call& call) {
  const auto settings = settings_of(call.account);
  const auto change = parse_body(call, settings.empty_text_clears ? EmptyText::clears : EmptyText::is_absent);
  if (!change) co_return http::problem(change.error());
  const auto contact =
      co_await call.use_cases.save_customer.update(call.account, call.params[0], *change, origin_of(call.request, "sitoo_v1"));
  if (!contact) co_return http::problem(contact.error());
  co_return render_update(*contact, settings);
}

// A.4.3: prefills a registration from a person register; there is none, so nobody is in it.
Async<http::Response> lookup_contact(const Call& call) {
  if (call.query.find("key").value_or("").empty()) co_return http::problem(invalid("key", "The key is missing or empty."));
  co_return http::json_response("[]");
}

Async<http::Response> list_consents(const Call& call) {
  co_return http::json_response(consents_text(offered_consents(call.account, {"sitoo_v1"}), "consentid"));
}

}  // namespace kassabro::sitoo::spi::v1
