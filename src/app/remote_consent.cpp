#include "app/remote_consent.hpp"

#include <algorithm>

#include "app/consent_settings.hpp"
#include "app/save_remote_choice.hpp"

namespace kassabro::app {
namespace {

using domain::Contact;
using domain::ContactId;
using domain::KeyKind;

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

// A suppression of our own that comes back, however late.
bool is_our_echo(const RemoteNews& news, const Account& account, const std::optional<ConsentChoice>& choice, bool accepts) {
  if (news.reason != "api" || news.kind != RemoteNewsKind::unsubscribed) return false;
  const bool have_suppressed = consent_settings_of(account).suppressions && choice && choice->has_declined_at_till;
  return have_suppressed || !accepts;
}

// Does the news decide this channel? Not when the person has chosen anew since, nor when Rule's choice is known already; of one
// second there may be two, and what was heard at once has seen both.
bool is_newer(const RemoteNews& news, const std::optional<ConsentChoice>& choice, bool wanted) {
  if (!choice) return true;
  if (choice->at > news.at) return false;
  if (!choice->is_of_rule()) return true;
  const auto second = [](Timestamp at) { return std::chrono::floor<std::chrono::seconds>(at); };
  return choice->accepts != wanted && second(choice->at) != second(news.at);
}

ToldConsents choose(Contact& contact, const Account& account, const RemoteNews& news, const ConsentChoices& choices) {
  const bool wanted = news.kind == RemoteNewsKind::resubscribed;
  const auto meant = news.channels.value_or(RemoteChannels{true, true});
  ToldConsents told;
  for (const auto& channel : channels) {
    const auto& choice = choices.*channel.choice;
    auto& accepts = contact.consent.*channel.accepts;
    if (!(meant.*channel.meant) || is_our_echo(news, account, choice, accepts) || !is_newer(news, choice, wanted)) continue;
    accepts = wanted;
    told.*channel.told = true;
  }
  told.reason = news.reason;
  return told;
}

TakenNews take_choice(Tables& tables, const Account& account, const Contact& contact, const RemoteNews& news, Timestamp now) {
  auto after = contact;
  const auto told = choose(after, account, news, tables.contacts.consent_choices(account.id, contact.id));
  if (!told.email && !told.sms) return TakenNews::known;
  save_remote_choice(tables, account, contact, std::move(after), told, news.at, now, news.trace);
  return TakenNews::taken;
}

// Only the address that was told, where one was: the customer may have another by now.
TakenNews take_bounce(Tables& tables, const Account& account, const Contact& contact, const RemoteNews& news) {
  const auto meant = news.channels.value_or(RemoteChannels{true, false});
  const auto email = contact.email ? contact.email->text() : std::string();
  const auto phone = main_phone(contact) ? main_phone(contact)->e164() : std::string();
  const auto told_email = domain::Email::parse(news.email);
  const auto told_phone = domain::Phone::parse(news.phone, account.country);
  auto extras = tables.extras.get(account.id, contact.id);
  const auto before = extras.bounced;
  // An address that the contact no longer has need not be remembered.
  std::erase_if(extras.bounced, [&](const std::string& address) { return address != email && address != phone; });
  const auto add = [&](const std::string& address) {
    if (!address.empty() && std::ranges::find(extras.bounced, address) == extras.bounced.end())
      extras.bounced.push_back(address);
  };
  if (meant.email && (news.email.empty() || (told_email && told_email->text() == email))) add(email);
  if (meant.sms && (news.phone.empty() || (told_phone && told_phone->e164() == phone))) add(phone);
  if (extras.bounced == before) return TakenNews::known;
  tables.extras.save(account.id, contact.id, extras);
  return TakenNews::taken;
}

std::int64_t remote_id_of(const StoredContact& stored, const RemoteNews& news) {
  return news.remote_id != 0 ? news.remote_id : stored.link ? stored.link->remote_id : 0;
}

// What is known of the person there is old.
void doubt_link(Tables& tables, const Account& account, const StoredContact& stored, const RemoteNews& news) {
  const auto id = remote_id_of(stored, news);
  if (id != 0 && (!stored.link || stored.link->remote_id != id))
    tables.contacts.save_link(account.id, stored.contact.id, {id, false, Timestamp{}});
  else
    tables.contacts.doubt_link(account.id, stored.contact.id, stored.link && stored.link->blocked);
}

// From now on no flow starts for the person. What was read later than the news knows better.
void block_link(Tables& tables, const Account& account, const StoredContact& stored, const RemoteNews& news, Timestamp now) {
  const auto id = remote_id_of(stored, news);
  const bool is_known = stored.link && stored.link->remote_id == id && stored.link->checked_at > news.at;
  if (id != 0 && !is_known) tables.contacts.save_link(account.id, stored.contact.id, {id, true, now});
}

// Who is meant: whoever is linked with the person, and the owners of their addresses.
std::vector<ContactId> whom(Tables& tables, const Account& account, const RemoteNews& news) {
  std::vector<ContactId> contacts;
  const auto add = [&](std::optional<ContactId> id) {
    if (id && std::ranges::find(contacts, *id) == contacts.end()) contacts.push_back(*id);
  };
  if (news.remote_id != 0)
    for (const auto id : tables.contacts.list_linked(account.id, news.remote_id)) add(id);
  if (const auto email = domain::Email::parse(news.email))
    add(tables.contacts.find_id(account.id, {KeyKind::email, email->text()}));
  if (const auto phone = domain::Phone::parse(news.phone, account.country))
    add(tables.contacts.find_id(account.id, {KeyKind::phone, phone->e164()}));
  return contacts;
}

void count(TakeRemoteNews::Result& result, const std::vector<TakenNews>& became) {
  const auto any = [&](TakenNews kind) { return std::ranges::find(became, kind) != became.end(); };
  if (any(TakenNews::taken) || any(TakenNews::doubted))
    ++result.taken;
  else
    ++(any(TakenNews::known) ? result.known : result.unknown);
}

}  // namespace

TakenNews take_remote_news(Tables& tables, const Account& account, ContactId id, const RemoteNews& news, Timestamp now) {
  const auto stored = tables.contacts.find(account.id, id);
  if (!stored) return TakenNews::unknown;
  if (news.kind == RemoteNewsKind::unsubscribed) {
    const auto taken = take_choice(tables, account, stored->contact, news, now);
    if (taken == TakenNews::taken) block_link(tables, account, *stored, news, now);
    return taken;
  }
  doubt_link(tables, account, *stored, news);
  switch (news.kind) {
    case RemoteNewsKind::resubscribed:
      return news.channels ? take_choice(tables, account, stored->contact, news, now) : TakenNews::doubted;
    case RemoteNewsKind::bounced: return take_bounce(tables, account, stored->contact, news);
    case RemoteNewsKind::opted_in: return TakenNews::doubted;
    case RemoteNewsKind::unsubscribed:
    case RemoteNewsKind::changed: break;
  }
  return TakenNews::taken;
}

// Strangers cost no transaction, however many of them are told.
Async<bool> TakeRemoteNews::concerns_somebody(const Account& account, const std::vector<RemoteNews>& news) {
  std::vector<std::int64_t> ids;
  for (const auto& item : news)
    if (item.remote_id != 0) ids.push_back(item.remote_id);
  const auto linked = co_await parts_.links.list(account.id, std::move(ids));
  if (!linked.empty()) co_return true;
  for (const auto& item : news) {
    std::vector<domain::CustomerKey> keys;
    if (const auto email = domain::Email::parse(item.email)) keys.push_back({KeyKind::email, email->text()});
    if (const auto phone = domain::Phone::parse(item.phone, account.country)) keys.push_back({KeyKind::phone, phone->e164()});
    if (co_await parts_.contacts.find_by_keys(account.id, keys)) co_return true;
  }
  co_return false;
}

Async<TakeRemoteNews::Result> TakeRemoteNews::operator()(const Account& account, std::vector<RemoteNews> news) {
  Result result;
  if (!co_await concerns_somebody(account, news)) {
    result.unknown = news.size();
    co_return result;
  }
  const auto now = parts_.clock.now();
  co_await parts_.unit.run(account.id, [&](Tables& tables) {
    for (const auto& item : news) {
      std::vector<TakenNews> became;
      for (const auto contact : whom(tables, account, item)) {
        became.push_back(take_remote_news(tables, account, contact, item, now));
        if (became.back() == TakenNews::doubted) result.to_read.push_back(contact);
      }
      count(result, became);
    }
    return true;
  });
  co_return result;
}

}  // namespace kassabro::app
