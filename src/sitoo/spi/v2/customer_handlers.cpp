#include "http/problem.hpp"
#include "sitoo/spi/offered_consents.hpp"
#include "sitoo/spi/origin_headers.hpp"
#include "sitoo/spi/v2/customer_in.hpp"
#include "sitoo/spi/v2/customer_out.hpp"
#include "sitoo/spi/v2/handlers.hpp"
#include "sitoo/spi/v2/key_type.hpp"

namespace kassabro::sitoo::spi::v2 {
namespace {

http::Response refusal(const Error& error) { return http::problem(in_words_of_v2(error)); }

std::string render(const Call& call, const app::CustomerCard& card, const Settings& settings) {
  const auto card_settings = app::card_settings_of(call.account);
  const auto store = origin_of(call.request, "sitoo_v2").store;
  const auto today = today_for(card, call.account, card_settings, store, call.use_cases.clock.now());
  return customer_text(card, {call.account, card_settings, settings, today});
}

// The timeline tells that this till has seen the customer.
void note_shown(const Call& call, const domain::Contact& contact) {
  call.use_cases.lookups.note(call.account.id, contact.id, origin_of(call.request, "sitoo_v2"), call.use_cases.clock.now());
}

Result<domain::ContactChange> parse_body(const Call& call, EmptyText empty_text) {
  const auto body = parse_json(call.request.body);
  if (!body) return fail(body.error());
  return parse_customer_change(*body, empty_text);
}

Async<http::Response> render_saved(const Call& call, domain::Contact contact, const Settings& settings) {
  const auto card = co_await call.use_cases.show_card.of(call.account, std::move(contact), app::CardDepth::all);
  co_return http::json_response(render(call, card, settings));
}

}  // namespace

Error in_words_of_v2(Error error) {
  if (error.field != "contactid") return error;
  error.field = "customer_id";
  if (error.code == ErrorCode::not_found) error.message = "There is no customer with this id.";
  return error;
}

// B.2.1: an array with the one customer, or an empty one; both are 200.
Async<http::Response> search_customer(const Call& call) {
  const auto key = call.query.find("key").value_or("");
  const auto kind = kind_of(call.query.find("key_type").value_or(""));
  const auto found =
      co_await call.use_cases.show_card.by_key(call.account, key, app::CardDepth::all, kind, &call.request.trace);
  if (!found) co_return refusal(found.error());
  if (!found->card) co_return http::json_response("[]");
  note_shown(call, found->card->contact);
  co_return http::json_response("[" + render(call, *found->card, settings_of(call.account)) + "]");
}

Async<http::Response> get_customer(const Call& call) {
  const auto card =
      co_await call.use_cases.show_card.by_id(call.account, call.params[0], app::CardDepth::all, &call.request.trace);
  if (!card) co_return refusal(card.error());
  note_shown(call, card->contact);
  co_return http::json_response(render(call, *card, settings_of(call.account)));
}

Async<http::Response> add_customer(const Call& call) {
  const auto settings = settings_of(call.account);
  const auto change = parse_body(call, EmptyText::is_absent);
  if (!change) co_return refusal(change.error());
  auto contact = co_await call.use_cases.save_customer.add(call.account, *change, origin_of(call.request, "sitoo_v2"));
  if (!contact) co_return refusal(contact.error());
  if (settings.add_answer == AddAnswer::id)
    co_return http::json_response(R"({"customer_id":")" + std::to_string(contact->id) + R"("})");
  co_return co_await render_saved(call, std::move(*contact), settings);
}

Async<http::Response> update_customer(const Call& call) {
  const auto settings = settings_of(call.account);
  const auto change = parse_body(call, settings.empty_text_clears ? EmptyText::clears : EmptyText::is_absent);
  if (!change) co_return refusal(change.error());
  auto contact =
      co_await call.use_cases.save_customer.update(call.account, call.params[0], *change, origin_of(call.request, "sitoo_v2"));
  if (!contact) co_return refusal(contact.error());
  if (settings.update_answer == UpdateAnswer::true_) co_return http::json_response("true");
  co_return co_await render_saved(call, std::move(*contact), settings);
}

// Prefills a registration from a person register; there is none, so nobody is in it.
Async<http::Response> lookup_customer(const Call& call) {
  if (call.query.find("key").value_or("").empty()) co_return http::problem(invalid("key", "The key is missing or empty."));
  co_return http::json_response("[]");
}

Async<http::Response> list_consents(const Call& call) {
  co_return http::json_response(consents_text(offered_consents(call.account, {"sitoo_v2", "sitoo_v1"}), "consent_id"));
}

}  // namespace kassabro::sitoo::spi::v2
