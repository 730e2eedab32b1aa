#include "jobs/mirror_customers.hpp"

#include <algorithm>

#include "app/adopt_contact.hpp"
#include "app/damaged_record.hpp"
#include "app/refresh_contact.hpp"
#include "base/together.hpp"
#include "jobs/history_sync.hpp"

namespace kassabro::jobs {

using app::Job;
using app::JobState;

namespace {

// A person who was read is taken over soon, or read again: a merge of bonus checks counts on news (domain::settles_within).
constexpr std::chrono::minutes reading_is_news_for{5};

bool is_fresh(const std::vector<app::LinkedContact>& known, const app::RemotePage::Person& person) {
  if (person.changed_at == Timestamp{}) return false;
  return std::ranges::any_of(known, [&](const app::LinkedContact& linked) {
    return linked.link.remote_id == person.link.remote_id && linked.link.checked_at >= person.changed_at;
  });
}

// Whoever is linked here is that customer, also if e-mail or phone changed meanwhile on one side.
Result<void> take_over(app::Tables& tables, const app::Account& account, const std::vector<app::LinkedContact>& known,
                       const app::RemoteContact& remote, Timestamp now) {
  for (const auto& linked : known)
    if (linked.link.remote_id == remote.link.remote_id && tables.contacts.find(account.id, linked.contact)) {
      app::refresh_from(tables, account, linked.contact, remote, now);
      return {};
    }
  if (registration_fault(remote.contact)) return {};  // neither e-mail nor phone that we can read: nobody could find them
  const auto adopted = app::adopt_contact(tables, account, remote, now);
  // not_found: somebody who is being erased, and no fault of the page.
  if (!adopted && adopted.error().code != ErrorCode::not_found) return fail(adopted.error());
  return {};
}

// Why the person could not be taken over, "" if they were. Trouble of the store concerns all of the page.
std::string take_over_alone(app::Tables& tables, const app::Account& account, const std::vector<app::LinkedContact>& known,
                            const app::RemoteContact& remote, Timestamp now) {
  try {
    const auto done = take_over(tables, account, known, remote, now);
    return done ? "" : done.error().message;
  } catch (const app::DamagedRecord& damage) {
    return damage.what();
  } catch (const InfrastructureFailure&) {
    throw;
  } catch (const std::exception& bug) {  // ours; nobody else waits for its mending
    return bug.what();
  }
}

}  // namespace

struct MirrorCustomers::Page {
  struct Reading {
    std::optional<app::RemoteContact> remote;  // absent: gone meanwhile
    Timestamp at;
  };
  std::string cursor;
  std::vector<app::LinkedContact> known;
  std::map<std::int64_t, Reading> read;
  std::map<std::int64_t, std::string> failures;                    // why not read, of the last try
  bool is_refused = false;                                         // the key
  int attempts = 0;
  int waits = 0;
};

MirrorCustomers::MirrorCustomers(Parts parts, Options options, IsSwitchedOn is_switched_on, OnPage on_page)
    : parts_(parts), options_(options), is_switched_on_(std::move(is_switched_on)), on_page_(std::move(on_page)) {}

MirrorCustomers::~MirrorCustomers() = default;

std::optional<std::string> MirrorCustomers::begins(const app::Account& account, const std::optional<Job>& last) const {
  if (!is_switched_on_(account)) return std::nullopt;
  if (last && parts_.clock.now() - last->started_at < options_.every) return std::nullopt;
  return "{}";
}

// The page is listed anew each time: that the platform answers this tells a person that cannot be read from a platform that
// cannot be reached.
Async<StepEnd> MirrorCustomers::step(const app::Account& account, const Job& job) {
  const auto now = parts_.clock.now();
  // The orders of the past arrive first: both draw on the platform's limits, and a person whose orders have come is read anew.
  const auto history = co_await parts_.jobs.find(account.id, history_kind);
  if (history && history->state == JobState::running)
    co_return StepEnd{StepEnd::Kind::wait, now + options_.wait_min, "The old orders are being brought over."};
  auto& page = page_of(account.id, job.cursor);
  const auto listed = co_await parts_.catalogue.list(account, job.cursor);
  if (!listed) {
    if (listed.error().code == ErrorCode::unauthorized) co_return give_up(account.id, listed.error().message);
    co_return postpone(page, listed.error().message);
  }
  std::vector<std::int64_t> ids;
  for (const auto& person : listed->people) ids.push_back(person.link.remote_id);
  page.known = co_await parts_.links.list(account.id, ids);
  std::erase_if(page.read, [&](const auto& entry) { return parts_.clock.now() - entry.second.at > reading_is_news_for; });
  std::vector<std::int64_t> old;
  for (const auto& person : listed->people)
    if (!page.read.contains(person.link.remote_id) && !is_fresh(page.known, person)) old.push_back(person.link.remote_id);
  co_await read(account, page, std::move(old));
  if (page.is_refused) co_return give_up(account.id, "The account's key is refused.");
  if (!page.failures.empty() && ++page.attempts < options_.attempts_max)
    co_return postpone(page, page.failures.begin()->second);
  const auto written = co_await write(account, page, *listed);
  pages_.erase(account.id);
  if (on_page_) on_page_(written);
  if (listed->next.empty()) co_return StepEnd{StepEnd::Kind::finished, {}, {}};
  co_return StepEnd{StepEnd::Kind::wait, parts_.clock.now() + options_.page_pause, {}};
}

Async<void> MirrorCustomers::read(const app::Account& account, Page& page, std::vector<std::int64_t> ids) {
  page.failures.clear();
  std::size_t next = 0;
  const auto reader = [&]() -> Async<void> {
    while (next < ids.size() && !page.is_refused) {
      const auto id = ids[next++];
      auto remote = co_await parts_.directory.read(account, id, options_.patience);
      if (remote) {
        page.read[id] = {std::move(*remote), parts_.clock.now()};
        continue;
      }
      page.failures[id] = remote.error().message;
      page.is_refused = page.is_refused || remote.error().code == ErrorCode::unauthorized;
    }
  };
  std::vector<Async<void>> readers;
  for (std::size_t i = 0; i < std::min(ids.size(), options_.people_at_once); ++i) readers.push_back(reader());
  co_await run_together(std::move(readers));
}

Async<MirroredPage> MirrorCustomers::write(const app::Account& account, const Page& page, const app::RemotePage& listed) {
  MirroredPage result;
  const auto now = parts_.clock.now();
  co_await parts_.unit.run(account.id, [&](app::Tables& tables) {
    result = MirroredPage{{}, 0, 0, static_cast<std::int64_t>(page.failures.size())};
    app::JobAdvance advance;
    advance.reason = "";
    const auto note = [&advance](std::int64_t id, const std::string& why) {
      advance.report =
          to_json_text(json::object{{"last_passed_over", "Number " + std::to_string(id) + " on the platform: " + why}});
    };
    for (const auto& [id, why] : page.failures) note(id, why);
    for (const auto& [id, reading] : page.read) {
      if (!reading.remote) continue;
      const auto fault = take_over_alone(tables, account, page.known, *reading.remote, now);
      fault.empty() ? ++result.written : ++result.faults;
      if (!fault.empty()) note(id, fault);
    }
    const auto seen = static_cast<std::int64_t>(listed.people.size());
    result.fresh = std::max<std::int64_t>(0, seen - static_cast<std::int64_t>(page.read.size() + page.failures.size()));
    advance.done = seen;
    advance.faults = result.faults;
    advance.cursor = listed.next;
    const auto before = tables.jobs.find(account.id, mirror_kind);
    if (before && listed.next.empty()) advance.total = before->done + seen;
    tables.jobs.advance(account.id, mirror_kind, advance, now);
    result.job = tables.jobs.find(account.id, mirror_kind).value_or(Job{});
    return true;
  });
  co_return result;
}

StepEnd MirrorCustomers::give_up(app::AccountId account, std::string reason) {
  pages_.erase(account);
  return {StepEnd::Kind::failed, {}, std::move(reason)};
}

StepEnd MirrorCustomers::postpone(Page& page, std::string reason) const {
  const auto wait = std::min(options_.wait_min * (1 << std::min(page.waits++, 10)), options_.wait_max);
  return {StepEnd::Kind::wait, parts_.clock.now() + wait, std::move(reason)};
}

MirrorCustomers::Page& MirrorCustomers::page_of(app::AccountId account, const std::string& cursor) {
  auto& page = pages_[account];
  if (!page || page->cursor != cursor) {
    page = std::make_unique<Page>();
    page->cursor = cursor;
  }
  return *page;
}

}  // namespace kassabro::jobs
