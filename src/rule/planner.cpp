#include "rule/planner.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "app/consent_settings.hpp"
#include "rule/answers.hpp"
#include "rule/contact_fields.hpp"
#include "rule/feeds.hpp"
#include "rule/order_fields.hpp"
#include "rule/outcomes.hpp"
#include "rule/remote_contact.hpp"

namespace kassabro::rule {
namespace {

using app::DeliveryKind;

// How old the knowledge may be that a person is not blocked, before a flow is started for them.
constexpr std::chrono::seconds link_age_max{60};
constexpr int http_forbidden = 403;
constexpr int http_unavailable = 503;

Person person_of(const std::optional<app::RemoteLink>& link) { return link && link->blocked ? Person::blocked : Person::free; }

struct ToldChannels {
  app::RemoteChannels declined;
  app::RemoteChannels accepted;
};

ToldChannels told_channels(const app::DeliveryJob& job) {
  ToldChannels told;
  const auto sort = [&](const std::optional<app::ConsentChoice>& choice, bool app::RemoteChannels::* channel) {
    if (!choice || choice->is_of_rule()) return;
    if (!choice->accepts) told.declined.*channel = true;
    if (choice->accepts && (choice->has_opted_out_in_rule || choice->has_declined_at_till)) told.accepted.*channel = true;
  };
  if (job.contact.email) sort(job.choices.email, &app::RemoteChannels::email);
  if (main_phone(job.contact)) sort(job.choices.sms, &app::RemoteChannels::sms);
  return told;
}

bool consents(const domain::Contact& contact) { return contact.consent.email || contact.consent.sms; }

}  // namespace

Entry contact_entry(Shop shop, const domain::Contact& contact, Empty empty) {
  Entry entry;
  if (contact.email) entry.email = contact.email->text();
  if (const auto& phone = main_phone(contact)) entry.phone = phone->e164();
  entry.fields = contact_fields(shop.names, shop.account, contact, empty);
  if (!app::consent_settings_of(shop.account).fields)
    std::erase_if(entry.fields, [](const FieldValue& field) { return field.key.group == Group::consent; });
  return entry;
}

Entry customer_entry(Shop shop, const domain::Contact& contact) {
  auto entry = contact_entry(shop, contact, Empty::omit);
  std::erase_if(entry.fields, [](const FieldValue& field) { return field.key.group == Group::consent; });
  return entry;
}

Entry order_entry(Shop shop, const domain::Contact& contact, const domain::Order& order) {
  auto entry = customer_entry(shop, contact);
  std::ranges::move(order_fields(shop.names, shop.account, order), std::back_inserter(entry.fields));
  return entry;
}

Async<Planned> Planner::plan(Shop shop, const app::DeliveryJob& job) {
  if (registration_fault(job.contact))
    co_return app::Rejected{"The customer has neither e-mail nor phone: Rule knows nobody without"};
  if (const auto feed = feed_of(job); feed && !is_on(shop.names, *feed)) co_return app::Delivered{job.link};
  switch (job.delivery.kind) {
    case DeliveryKind::contact_registered: {
      auto entry = contact_entry(shop, job.contact, Empty::omit);
      entry.language = shop.names.language;
      co_return Upsert{std::move(entry), registration_tags(shop.names, job.contact, person_of(job.link)), job.link};
    }
    case DeliveryKind::contact_updated: co_return co_await plan_update(shop, job);
    case DeliveryKind::order_completed:
    case DeliveryKind::order_changed: co_return co_await plan_order(shop, job);
    case DeliveryKind::order_imported: co_return co_await plan_imported_order(shop, job);
    case DeliveryKind::bonus_check_used:
    case DeliveryKind::bonus_check_changed:
    case DeliveryKind::bonus_field_repaired: co_return co_await plan_bonus(shop, job);
    case DeliveryKind::retention_due: co_return co_await plan_silence(shop, job, app::SilenceStep::retention);
    case DeliveryKind::winback_due: co_return co_await plan_silence(shop, job, app::SilenceStep::winback);
    case DeliveryKind::silence_ended: co_return co_await end_silence(shop, job);
    case DeliveryKind::digital_receipt: co_return co_await send_receipt(shop, job);
    case DeliveryKind::consent_told: co_return co_await tell_consent(shop, job);
  }
  co_return app::Rejected{"This kind of delivery is unknown"};
}

// By the id, so that a new e-mail or phone changes the person and does not make a second one. A person that is gone, or whose
// new address somebody else in Rule has, is written by address instead.
Async<Planned> Planner::plan_update(Shop shop, const app::DeliveryJob& job) {
  auto entry = contact_entry(shop, job.contact, Empty::clear);
  const auto person = person_of(job.link);
  if (!job.link || job.link->remote_id == 0)
    co_return Upsert{std::move(entry), registration_tags(shop.names, job.contact, person), std::nullopt};
  const auto id = job.link->remote_id;
  if (const auto done = co_await withdraw_newsletter(shop, job); !done)
    co_return outcome_of_read(done.error(), job.delivery.ambiguous);
  const auto changed = co_await writer_.change(shop, id, entry);
  if (!changed && (changed.error().kind == CallErrorKind::not_found || changed.error().kind == CallErrorKind::conflict))
    co_return Upsert{std::move(entry), registration_tags(shop.names, job.contact, person), std::nullopt};
  if (!changed) co_return outcome_of_write(changed.error(), job.delivery.ambiguous);
  auto link = job.link;
  if (const auto subscriber = parse_subscriber(changed->body)) link = link_of(*subscriber, link, clock_.now());
  const auto tags = consent_tags(shop.names, job.contact, person_of(link));
  if (!tags.tags.empty())
    if (const auto tagged = co_await writer_.write(shop, add_tags_call(id, tags)); !tagged)
      co_return outcome_of_write(tagged.error(), job.delivery.ambiguous);
  co_return app::Delivered{link};
}

// A consent that a till had told and that is taken back now takes its tag along. Without that trace in Rule the tag is left
// alone: it may come from a web shop, where the person agreed to it. Before the change, which wipes the trace.
Async<Done> Planner::withdraw_newsletter(Shop shop, const app::DeliveryJob& job) {
  if (shop.names.newsletter_tag.empty() || consents(job.contact)) co_return Done();
  const auto answer = co_await client_.deliver(shop.account, get_fields_call(job.link->remote_id), shop.errand);
  if (!answer && answer.error().kind == CallErrorKind::not_found) co_return Done();
  if (!answer) co_return std::unexpected(answer.error());
  const bool is_told_in_fields = app::consent_settings_of(shop.account).fields;
  const bool has_declined = job.choices.email || job.choices.sms;
  if (is_told_in_fields ? !was_consenting(shop.names, parse_fields(answer->body)) : !has_declined) co_return Done();
  const auto removed =
      co_await client_.deliver(shop.account, remove_tag_call(job.link->remote_id, shop.names.newsletter_tag), shop.errand);
  if (removed || removed.error().kind == CallErrorKind::not_found) co_return Done();
  co_return std::unexpected(removed.error());
}

Async<Planned> Planner::plan_order(Shop shop, const app::DeliveryJob& job) {
  if (!job.order) co_return app::Rejected{"The order is gone"};
  const auto link = co_await fresh_link(shop, job);
  if (!link) co_return outcome_of_read(link.error(), job.delivery.ambiguous);
  if (job.delivery.kind == DeliveryKind::order_changed) co_return co_await plan_changed_order(shop, job, *link);
  co_return co_await plan_new_order(shop, job, *link, order_tags(shop.names, *job.order, person_of(*link)));
}

// An order that Rule does not know is told late, and starts nothing: its customer was thanked or has waited too long for it.
Async<Planned> Planner::plan_changed_order(Shop shop, const app::DeliveryJob& job, std::optional<app::RemoteLink> link) {
  if (link) {
    const auto found = co_await history_.has_record(shop, link->remote_id, job.order->id);
    if (!found) co_return outcome_of_read(found.error(), job.delivery.ambiguous);
    if (*found) {
      const auto changed = co_await history_.change(shop, link->remote_id, *job.order);
      if (!changed) co_return outcome_of_write(changed.error(), job.delivery.ambiguous);
      if (*changed) co_return app::Delivered{link};
    }
  }
  co_return co_await plan_new_order(shop, job, link, silent(order_tags(shop.names, *job.order, person_of(link))));
}

Async<Planned> Planner::plan_new_order(Shop shop, const app::DeliveryJob& job, std::optional<app::RemoteLink> link,
                                       TagPlan tags) {
  const auto standing = co_await history_.standing(shop);
  const bool has_begun_in_steps = co_await steps_.has_begun(shop, job);
  if (standing != OrderHistory::Standing::historical || has_begun_in_steps) {
    auto person = customer_entry(shop, job.contact);
    co_return co_await steps_.deliver(shop, job, std::move(person), std::move(tags), link);
  }
  // D4: our own record shows that the earlier try was carried out, tags and all, for it was one call.
  if (job.delivery.ambiguous && link) {
    const auto found = co_await history_.has_record(shop, link->remote_id, job.order->id);
    if (!found) co_return outcome_of_read(found.error(), true);
    if (*found) co_return app::Delivered{link};
  }
  co_return Upsert{order_entry(shop, job.contact, *job.order), std::move(tags), link};
}

// An order of the past starts nothing, so nobody need be asked about first, and thousands go in one call.
Async<Planned> Planner::plan_imported_order(Shop shop, const app::DeliveryJob& job) {
  if (!job.order) co_return app::Rejected{"The order is gone"};
  auto tags = past_customer_tags(shop.names);  // the same for all, so that all go in one call
  const bool is_plain = co_await history_.standing(shop) == OrderHistory::Standing::historical && !job.delivery.ambiguous;
  if (is_plain) co_return Upsert{order_entry(shop, job.contact, *job.order), std::move(tags), job.link};
  const auto link = co_await fresh_link(shop, job);
  if (!link) co_return outcome_of_read(link.error(), job.delivery.ambiguous);
  co_return co_await plan_new_order(shop, job, *link, std::move(tags));
}

// Whoever has bought something meanwhile is not told that they are missed.
Async<Planned> Planner::plan_silence(Shop shop, const app::DeliveryJob& job, app::SilenceStep step) {
  if (!job.is_silent) co_return app::Delivered{job.link};
  if (silence_tags(shop.names, step, Person::free).tags.empty()) co_return app::Delivered{job.link};
  const auto link = co_await fresh_link(shop, job);
  if (!link) co_return outcome_of_read(link.error(), job.delivery.ambiguous);
  co_return Upsert{customer_entry(shop, job.contact), silence_tags(shop.names, step, person_of(*link)), *link};
}

// Both tags, whichever was told: a tag that is not there is no fault.
Async<Planned> Planner::end_silence(Shop shop, const app::DeliveryJob& job) {
  if (!job.link || job.link->remote_id == 0) co_return app::Delivered{job.link};
  for (const auto* tag : {&shop.names.retention_tag, &shop.names.winback_tag}) {
    if (tag->empty()) continue;
    const auto removed = co_await client_.deliver(shop.account, remove_tag_call(job.link->remote_id, *tag), shop.errand);
    if (!removed && removed.error().kind != CallErrorKind::not_found)
      co_return outcome_of_write(removed.error(), job.delivery.ambiguous);
  }
  co_return app::Delivered{job.link};
}

// Nothing here starts a flow, so how old the link is does not matter. Whoever is not there (any more) is written first.
Async<Planned> Planner::plan_bonus(Shop shop, const app::DeliveryJob& job) {
  const bool ambiguous = job.delivery.ambiguous;
  if (job.link && job.link->remote_id != 0) {
    const auto told = co_await bonus_.tell(shop, job, job.link->remote_id);
    if (!told) co_return outcome_of_write(told.error(), ambiguous);
    if (*told) co_return app::Delivered{job.link};
  }
  const auto link = co_await link_by_writing(shop, job);
  if (!link) co_return outcome_of_write(link.error(), ambiguous);
  if (!*link) co_return app::Retry{"Rule does not show the new subscriber yet", ambiguous};
  const auto told = co_await bonus_.tell(shop, job, (*link)->remote_id);
  if (!told) co_return outcome_of_write(told.error(), ambiguous);
  if (!*told) co_return app::Retry{"Rule does not show the new subscriber's fields yet", ambiguous};
  co_return app::Delivered{*link};
}

// Rule does not say whether it has sent a message, and knows no two of them as one: what may have been sent is not sent again
// by itself. A 503 is Rule's own "not now".
Async<Planned> Planner::send_receipt(Shop shop, const app::DeliveryJob& job) {
  if (!job.receipt) co_return app::Rejected{"The customer has no address any more to which receipts go"};
  if (job.delivery.ambiguous)
    co_return app::Rejected{"The receipt may have been sent: the try was interrupted. A replay sends it (again)", true};
  const auto sent =
      co_await client_.deliver(shop.account, send_receipt_call(*job.receipt, shop.names.receipt_name), shop.errand);
  if (sent) co_return app::Delivered{job.link};
  const auto& error = sent.error();
  // The key is good for everything else: an account without transactional messages goes on.
  if (error.status == http_forbidden) co_return app::Rejected{error.message};
  if (error.status == http_unavailable) co_return outcome_of_read(error, false);
  if (error.maybe_received)
    co_return app::Rejected{"The receipt may have been sent: " + error.message + ". A replay sends it (again)", true};
  co_return outcome_of_write(error, false);
}

// Only what a person chose at a till is told, and only if Rule has not been heard of since. Freed is only who was known to be
// suppressed, by an opt-out there or by us: otherwise the suppression is newer than what the till knows.
Async<Planned> Planner::tell_consent(Shop shop, const app::DeliveryJob& job) {
  const auto [declined, accepted] = told_channels(job);
  if (!declined.any() && !accepted.any()) co_return app::Delivered{job.link};
  auto link = co_await fresh_link(shop, job);
  if (!link) co_return outcome_of_read(link.error(), job.delivery.ambiguous);
  if (!*link) co_return app::Retry{"Rule does not show the new subscriber yet", job.delivery.ambiguous};
  const auto id = (*link)->remote_id;
  if (declined.any()) {
    const auto done = co_await client_.deliver(shop.account, suppress_call(id, declined), shop.errand);
    if (!done) co_return outcome_of_write(done.error(), job.delivery.ambiguous);
    *link = app::RemoteLink{id, true, clock_.now()};
  }
  if (accepted.any())
    if (const auto done = co_await client_.deliver(shop.account, unsuppress_call(id, accepted), shop.errand); !done)
      co_return outcome_of_write(done.error(), job.delivery.ambiguous);
  // What comes next for this person shall know that they are free.
  auto seen = co_await find_link(shop, IdentifiedBy::id, std::to_string(id));
  if (seen && *seen && !declined.any()) *link = **seen;
  co_return app::Delivered{*link};
}

// An opt-out that was made a minute ago must hold: any automation would unblock the person (contracts section 4).
Async<Planner::Found> Planner::fresh_link(Shop shop, const app::DeliveryJob& job) {
  const auto& link = job.link;
  if (link && link->remote_id != 0) {
    if (clock_.now() - link->checked_at <= link_age_max) co_return link;
    auto found = co_await find_link(shop, IdentifiedBy::id, std::to_string(link->remote_id));
    if (!found || *found) co_return found;
  }
  co_return co_await link_by_writing(shop, job);
}

// Whoever is not linked may be new to Rule, and asking for somebody who is not there is an error that counts against the account
// (contracts section 1): a shop that has just connected would be blocked by its own customers. Writing the person, silently,
// tells the same and is never an error.
Async<Planner::Found> Planner::link_by_writing(Shop shop, const app::DeliveryJob& job) {
  const auto person = customer_entry(shop, job.contact);
  const bool is_past = job.delivery.kind == DeliveryKind::order_imported;
  const auto tags = is_past ? past_customer_tags(shop.names) : customer_tags(shop.names);
  const auto answer = co_await writer_.upsert(shop, person, tags);
  if (!answer) co_return std::unexpected(answer.error());
  if (const auto subscriber = parse_subscriber(answer->body)) {
    if (subscriber->blocked) co_return link_of(*subscriber, std::nullopt, clock_.now());
    co_return co_await find_link(shop, IdentifiedBy::id, std::to_string(subscriber->id));
  }
  if (!person.email.empty()) {
    auto found = co_await find_link(shop, IdentifiedBy::email, person.email);
    if (!found || *found || person.phone.empty()) co_return found;
  }
  co_return co_await find_link(shop, IdentifiedBy::phone_number, person.phone);
}

Async<Planner::Found> Planner::find_link(Shop shop, IdentifiedBy by, std::string identifier) {
  const auto asked_at = clock_.now();  // an opt-out may be heard of before the answer comes
  const auto answer = co_await client_.deliver(shop.account, get_subscriber_call(by, identifier), shop.errand);
  if (!answer) {
    const auto kind = answer.error().kind;
    if (kind == CallErrorKind::not_found || kind == CallErrorKind::invalid) co_return std::optional<app::RemoteLink>();
    co_return std::unexpected(answer.error());
  }
  const auto subscriber = parse_subscriber(answer->body);
  if (!subscriber) co_return std::optional<app::RemoteLink>();
  auto link = link_of(*subscriber, std::nullopt, asked_at);
  if (!subscriber->blocked) link.checked_at = asked_at;  // Rule tells of no suppression: there is none
  co_return link;
}

}  // namespace kassabro::rule
