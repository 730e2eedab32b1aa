#include "app/erase_customer.hpp"

#include "app/control_jobs.hpp"
#include "base/ids.hpp"
#include "base/name_table.hpp"

namespace kassabro::app {
namespace {

// As long as a delivery that was on its way may take, and some more.
constexpr std::chrono::minutes on_its_way_max{3};

// The purchases become nobody's. What they say of who bought, and nobody else has, is looked for from now on.
void forget_buyer(Tables& tables, const Account& account, PersonTraces& traces, Timestamp now) {
  for (const auto& id : traces.order_ids) {
    auto stored = tables.orders.find(account.id, id);
    if (!stored) continue;
    auto keys = keys_on(stored->order, account.country);
    std::erase_if(keys, [&](const auto& key) { return tables.contacts.find_id(account.id, key).has_value(); });
    add_former(traces, std::move(keys));
    tables.orders.stop_waiting(account.id, id);
    tables.orders.save(account.id, {without_person(std::move(stored->order)), false}, now);
  }
}

bool can_be_found(const PersonTraces& traces, const std::optional<std::int64_t>& remote_id) {
  if (remote_id) return true;
  return std::ranges::any_of(
      traces.keys, [](const auto& key) { return key.kind == domain::KeyKind::email || key.kind == domain::KeyKind::phone; });
}

Erasure certificate_of(const StoredContact& person, RemovedPerson removed, Timestamp now) {
  Erasure erasure;
  erasure.id = new_id(now);
  erasure.contact = person.contact.id;
  erasure.at = now;
  erasure.kept["orders"] = static_cast<std::int64_t>(removed.order_ids.size());
  erasure.removed = std::move(removed.removed);
  if (person.link && person.link->remote_id > 0) erasure.remote_id = person.link->remote_id;
  erasure.traces = traces_of(person.contact, std::move(removed.order_ids));
  erasure.place = SourcePlace{};
  if (can_be_found(erasure.traces, erasure.remote_id)) erasure.remote = RemoteErasure::waiting;
  erasure.remote_not_before = now;
  erasure.remote_settled_at = removed.has_leased_delivery ? now + on_its_way_max : now;
  return erasure;
}

}  // namespace

Async<Result<Erasure>> EraseCustomer::operator()(const Account& account, domain::ContactId contact, std::string author) {
  const auto now = clock_.now();
  co_return co_await in_transaction<Erasure>(unit_, account.id, [&](Tables& tables) -> Result<Erasure> {
    const auto person = tables.contacts.find(account.id, contact);
    if (!person) return fail(not_found("customer", "There is no customer with this id."));
    auto removed = tables.erasures.remove_person(account.id, person->contact);
    auto erasure = certificate_of(*person, std::move(removed), now);
    forget_buyer(tables, account, erasure.traces, now);
    erasure.account = account.id;
    erasure.author = std::move(author);
    tables.erasures.save(erasure);
    // Refused when it works already: then it takes this one too.
    static_cast<void>(open_job(tables, account.id, erasures_kind, "{}", now));
    return erasure;
  });
}

}  // namespace kassabro::app
