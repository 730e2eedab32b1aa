#include "app/remote_consent.hpp"

#include <algorithm>

#include "app/deliveries.hpp"

namespace kassabro::app {
namespace {

using domain::Contact;
using domain::ContactId;
using domain::KeyKind;

constexpr ContactId nobody = 0;

struct Channel {
  bool domain::Consent::* accepts;
  bool ToldConsents::* told;
  std::optional<ConsentChoice> ConsentChoices::* choice;
  bool RemoteChannels::* meant;
};
constexpr Channel channels[] = {
    {&domain::Consent::email, &ToldConsents::email, &ConsentChoices::email, &RemoteChannels::email},
    {&domain::Consent::sms, &ToldConsents::sms, &ConsentChoices::sms, &RemoteChannels::sms},
};

// Does the news decide this channel? Not when it repeats what is known, or when the person has chosen anew since.
bool decides(const RemoteNews& news, const std::optional<ConsentChoice>& choice, bool accepts, bool wanted) {
  if (choice && choice->at > news.at) return false;
  if (choice && choice->is_of_rule() && choice->accepts == wanted) return false;
  const bool is_our_echo = news.reason == "api" && accepts == wanted;  // we have told it ourselves
  return !is_our_echo;
}

bool is_meant(const RemoteNews& news, const Channel& channel, const std::optional<ConsentChoice>& choice) {
  if (news.channels) return *news.channels.*channel.meant;
  const bool is_closed_by_rule = choice && choice->is_of_rule() && !choice->accepts;
  return news.kind == RemoteNewsKind::unsubscribed || is_closed_by_rule;
}

ToldConsents choose(Contact& contact, const RemoteNews& news, const ConsentChoices& choices) {
  const bool wanted = news.kind == RemoteNewsKind::resubscribed;
  ToldConsents told;
  for (const auto& channel : channels) {
    const auto& choice = choices.*channel.choice;
    auto& accepts = contact.consent.*channel.accepts;
    if (!is_meant(news, channel, choice) || !decides(news, choice, accepts, wanted)) continue;
    accepts = wanted;
    told.*channel.told = true;
  }
  told.reason = news.reason;
  return told;
}

void save_choice(Tables& tables, const Account& account, const Contact& before, Contact after, const ToldConsents& told,
                 Timestamp chosen_at, Timestamp now) {
  const Origin origin{rule_source, {}, {}, {}};
  after.version = before.version + 1;
  after.updated_at = now;
  tables.contacts.update(account.id, before, after);
  tables.contacts.record_consent(account.id, after, told, origin, chosen_at);
  tables.contacts.record_change(account.id, after, origin, now);
  if (after.consent == before.consent) return;
  auto delivery = delivery_of(account, after.id, DeliveryKind::contact_updated, now);
  delivery.urgency = Urgency::when_idle;
  tables.deliveries.enqueue_once(delivery, now);
}

TakenNews take_choice(Tables& tables, const Account& account, const Contact& contact, const RemoteNews& news, Timestamp now) {
  auto after = contact;
  const auto told = choose(after, news, tables.contacts.consent_choices(account.id, contact.id));
  if (!told.email && !told.sms) return TakenNews::known;
  save_choice(tables, account, contact, std::move(after), told, news.at, now);
  return TakenNews::taken;
}

TakenNews take_bounce(Tables& tables, const Account& account, const Contact& contact, const RemoteNews& news) {
  const auto meant = news.channels.value_or(RemoteChannels{true, false});
  auto extras = tables.extras.get(account.id, contact.id);
  const auto before = extras.bounced;
  const auto add = [&](const std::string& address) {
    if (std::ranges::find(extras.bounced, address) == extras.bounced.end()) extras.bounced.push_back(address);
  };
  extras.bounced.clear();  // an address that the contact no longer has need not be remembered
  const auto& phone = main_phone(contact);
  for (const auto& address : before)
    if ((contact.email && contact.email->text() == address) || (phone && phone->e164() == address)) add(address);
  if (meant.email && contact.email) add(contact.email->text());
  if (meant.sms && phone) add(phone->e164());
  if (extras.bounced == before) return TakenNews::known;
  tables.extras.save(account.id, contact.id, extras);
  return TakenNews::taken;
}

void note_link(Tables& tables, const Account& account, const StoredContact& stored, const RemoteNews& news, Timestamp now) {
  const auto remote_id = news.remote_id != 0 ? news.remote_id : stored.link ? stored.link->remote_id : 0;
  if (remote_id == 0) return;
  const bool was_blocked = stored.link && stored.link->blocked;
  if (news.kind == RemoteNewsKind::unsubscribed)
    tables.contacts.save_link(account.id, stored.contact.id, {remote_id, true, now});
  else
    tables.contacts.doubt_link(account.id, stored.contact.id, was_blocked);
}

}  // namespace

TakenNews take_remote_news(Tables& tables, const Account& account, ContactId id, const RemoteNews& news, Timestamp now) {
  const auto stored = tables.contacts.find(account.id, id);
  if (!stored) return TakenNews::unknown;
  note_link(tables, account, *stored, news, now);
  switch (news.kind) {
    case RemoteNewsKind::unsubscribed:
    case RemoteNewsKind::resubscribed: return take_choice(tables, account, stored->contact, news, now);
    case RemoteNewsKind::bounced: return take_bounce(tables, account, stored->contact, news);
    case RemoteNewsKind::opted_in:
    case RemoteNewsKind::changed: break;
  }
  return TakenNews::taken;
}

void take_suppressions(Tables& tables, const Account& account, ContactId id, RemoteChannels suppressed, Timestamp now) {
  if (!suppressed.any()) return;
  const auto stored = tables.contacts.find(account.id, id);
  if (!stored) return;
  const auto choices = tables.contacts.consent_choices(account.id, id);
  if (choices.email && choices.email->has_opted_out_in_rule) suppressed.email = false;
  if (choices.sms && choices.sms->has_opted_out_in_rule) suppressed.sms = false;
  // Nobody is thought to agree there: nothing is to be taken back.
  suppressed.email = suppressed.email && stored->contact.consent.email;
  suppressed.sms = suppressed.sms && stored->contact.consent.sms;
  if (!suppressed.any()) return;
  RemoteNews news;
  news.kind = RemoteNewsKind::unsubscribed;
  news.channels = suppressed;
  news.at = now;
  take_choice(tables, account, stored->contact, news, now);
}

// By the platform's own id, or else by e-mail or phone: whoever was written there by somebody else has no link yet.
Async<std::vector<ContactId>> TakeRemoteNews::whom(const Account& account, const std::vector<RemoteNews>& news) {
  std::vector<std::int64_t> ids;
  for (const auto& item : news)
    if (item.remote_id != 0) ids.push_back(item.remote_id);
  const auto linked = co_await parts_.links.list(account.id, std::move(ids));
  std::vector<ContactId> contacts;
  for (const auto& item : news) {
    const auto link = std::ranges::find_if(linked, [&](const auto& one) { return one.link.remote_id == item.remote_id; });
    if (item.remote_id != 0 && link != linked.end()) {
      contacts.push_back(link->contact);
      continue;
    }
    std::vector<domain::CustomerKey> keys;
    if (const auto email = domain::Email::parse(item.email)) keys.push_back({KeyKind::email, email->text()});
    if (const auto phone = domain::Phone::parse(item.phone, account.country)) keys.push_back({KeyKind::phone, phone->e164()});
    const auto found = co_await parts_.contacts.find_by_keys(account.id, keys);
    contacts.push_back(found ? found->contact.id : nobody);
  }
  co_return contacts;
}

Async<TakeRemoteNews::Counts> TakeRemoteNews::operator()(const Account& account, std::vector<RemoteNews> news) {
  const auto contacts = co_await whom(account, news);
  Counts counts;
  counts.unknown = static_cast<std::size_t>(std::ranges::count(contacts, nobody));
  if (counts.unknown == contacts.size()) co_return counts;
  const auto now = parts_.clock.now();
  co_await parts_.unit.run([&](Tables& tables) {
    for (std::size_t i = 0; i < news.size(); ++i) {
      if (contacts[i] == nobody) continue;
      const auto taken = take_remote_news(tables, account, contacts[i], news[i], now);
      (taken == TakenNews::taken ? counts.taken : taken == TakenNews::known ? counts.known : counts.unknown) += 1;
    }
    return true;
  });
  co_return counts;
}

}  // namespace kassabro::app
