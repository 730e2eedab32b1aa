#include "rule/bonus_delivery.hpp"

#include <algorithm>

#include "app/bonus_ledger.hpp"
#include "rule/remote_contact.hpp"

namespace kassabro::rule {
namespace {

// Does Rule show a use, so that its tag may be set? To remove a tag that is not there is an error that counts against the
// account, and many checks expire on one day.
bool shows_use(Shop shop, const std::optional<app::RemoteBonus>& bonus, const std::vector<RemoteField>& fields) {
  if (bonus && bonus->is_readable && bonus->unread.empty())
    return std::ranges::any_of(bonus->checks, [](const domain::BonusCheck& check) { return check.last_used_at.has_value(); });
  return shows_bonus_use(shop.names, fields);
}

}  // namespace

Async<BonusDelivery::Told> BonusDelivery::tell(Shop shop, const app::DeliveryJob& job, std::int64_t subscriber_id) {
  const auto answer = co_await client_.deliver(shop.account, get_fields_call(subscriber_id), shop.errand);
  if (!answer && answer.error().kind == CallErrorKind::not_found) co_return false;
  if (!answer) co_return std::unexpected(answer.error());
  const auto fields = parse_fields(answer->body);
  auto bonus = remote_bonus(shop.names, shop.account, fields);
  const bool showed_use = shows_use(shop, bonus, fields);
  const auto state = co_await merge(shop, job, std::move(bonus));
  const bool use_stands = domain::bonus_last_used(state.checks).has_value();
  const bool was_used = job.delivery.kind == app::DeliveryKind::bonus_check_used;
  // The tag goes before the fields that show it is to go; a try that is cut between the two then finds its way again.
  if (!use_stands && (was_used || showed_use))
    if (const auto done = co_await remove_tag(shop, subscriber_id); !done) co_return std::unexpected(done.error());

  Entry entry;
  entry.fields = ledger_fields(shop.names, shop.account, state, app::today_in(shop.account.time_zone, clock_.now()));
  const auto written = co_await writer_.change(shop, subscriber_id, entry);
  if (!written && written.error().kind == CallErrorKind::not_found) co_return false;
  if (!written) co_return std::unexpected(written.error());
  if (was_used && use_stands && !shop.names.bonus_tag.empty()) {
    const auto tagged = co_await writer_.write(shop, add_tags_call(subscriber_id, bonus_tags(shop.names)));
    if (!tagged) co_return std::unexpected(tagged.error());
  }
  co_return true;
}

// The merge also tells the ledger of a field that cannot be read, for the doctor, and brings its newest state back.
Async<LedgerState> BonusDelivery::merge(Shop shop, const app::DeliveryJob& job, std::optional<app::RemoteBonus> remote) {
  LedgerState state;
  if (!remote) {
    state.checks = job.bonus_checks;
    co_return state;
  }
  const bool repairs = job.delivery.kind == app::DeliveryKind::bonus_field_repaired;
  if (repairs && !remote->is_readable) {
    state.checks = job.bonus_checks;
    co_return state;
  }
  // What cannot be read stays where it is, until somebody has it repaired: it lies in the quarantine then.
  if (repairs) remote->faults.clear();
  if (!repairs) state.unread = remote->unread;
  state.list_is_ours = remote->is_readable;
  state.checks = co_await edits_.merge(shop.account, job.contact.id, std::move(*remote));
  co_return state;
}

Async<Done> BonusDelivery::remove_tag(Shop shop, std::int64_t subscriber_id) {
  if (shop.names.bonus_tag.empty()) co_return Done();
  const auto removed = co_await client_.deliver(shop.account, remove_tag_call(subscriber_id, shop.names.bonus_tag), shop.errand);
  if (removed || removed.error().kind == CallErrorKind::not_found) co_return Done();
  co_return std::unexpected(removed.error());
}

}  // namespace kassabro::rule
