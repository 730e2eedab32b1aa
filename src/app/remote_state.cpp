#include "app/remote_state.hpp"

#include "app/consent_settings.hpp"
#include "app/save_remote_choice.hpp"

namespace kassabro::app {
namespace {

constexpr std::chrono::minutes settled_after{5};
constexpr std::chrono::seconds patience{10};

struct Reading {
  bool has_own_suppressions;  // the account tells the platform what is declined at its tills
  Heard heard;
  Timestamp now;
};

// Is this suppression a choice of which the till does not know?
bool is_opt_out(const Reading& reading, const ConsentChoice& choice, const std::optional<Timestamp>& since) {
  if (choice.is_of_rule()) return choice.accepts;
  if (!choice.accepts) return false;
  if (since) return *since > choice.at;
  const bool is_known = choice.has_opted_out_in_rule || (reading.has_own_suppressions && choice.has_declined_at_till);
  return !is_known && reading.now - choice.at > settled_after;
}

bool is_resubscription(const Reading& reading, const std::optional<ConsentChoice>& choice) {
  const bool was_closed_by_rule = choice && choice->is_of_rule() && !choice->accepts;
  return was_closed_by_rule && (reading.heard == Heard::of_a_change || reading.now - choice->at > settled_after);
}

// Returns whether the channel was decided; `accepts` is then what holds from now on.
bool decide(const Reading& reading, const std::optional<ConsentChoice>& choice, bool is_suppressed,
            const std::optional<Timestamp>& since, bool& accepts) {
  const bool ends = is_suppressed && accepts && (!choice || is_opt_out(reading, *choice, since));
  const bool begins = !is_suppressed && !accepts && is_resubscription(reading, choice);
  if (ends || begins) accepts = begins;
  return ends || begins;
}

}  // namespace

void take_remote_state(Tables& tables, const Account& account, domain::ContactId id, const RemoteContact& remote, Heard heard,
                       Timestamp now) {
  if (!remote.suppressed) return;
  const auto stored = tables.contacts.find(account.id, id);
  if (!stored) return;
  const Reading reading{consent_settings_of(account).suppressions, heard, now};
  const auto choices = tables.contacts.consent_choices(account.id, id);
  auto after = stored->contact;
  ToldConsents told;
  const auto& suppressed = *remote.suppressed;
  told.email = decide(reading, choices.email, suppressed.channels.email, suppressed.email_since, after.consent.email);
  told.sms = decide(reading, choices.sms, suppressed.channels.sms, suppressed.sms_since, after.consent.sms);
  told.reason = "read";
  if (told.email || told.sms) save_remote_choice(tables, account, stored->contact, std::move(after), told, now, now);
}

Async<void> ReadRemoteState::operator()(Account account, std::vector<domain::ContactId> contacts) {
  for (const auto id : contacts) {
    const auto stored = co_await parts_.contacts.find(account.id, id);
    if (!stored || !stored->link || stored->link->remote_id == 0) continue;
    const auto remote = co_await parts_.directory.read(account, stored->link->remote_id, patience);
    if (!remote || !*remote) continue;
    co_await parts_.unit.run(account.id, [&](Tables& tables) {
      tables.contacts.save_link(account.id, id, (*remote)->link);
      take_remote_state(tables, account, id, **remote, Heard::of_a_change, parts_.clock.now());
      return true;
    });
  }
}

}  // namespace kassabro::app
