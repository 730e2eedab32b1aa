#include "jobs/mirror_customers.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "app/adopt_contact.hpp"
#include "app/damaged_record.hpp"
#include "app/refresh_contact.hpp"
#include "base/together.hpp"
#include "jobs/history_sync.hpp"

namespace kassabro::jobs {

namespace asio = boost::asio;
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
  if (!adopted) return fail(adopted.error());
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
  Timestamp not_before;
};

MirrorCustomers::MirrorCustomers(asio::io_context& context, Parts parts, Options options, IsSwitchedOn is_switched_on,
                                 OnPage on_page)
    : context_(context),
      parts_(parts),
      options_(options),
      is_switched_on_(std::move(is_switched_on)),
      on_page_(std::move(on_page)),
      timer_(context) {}

MirrorCustomers::~MirrorCustomers() = default;

void MirrorCustomers::start() { asio::co_spawn(context_, run(), asio::detached); }

void MirrorCustomers::stop() {
  stopped_ = true;
  wake();
}

void MirrorCustomers::wake() { timer_.wake(); }

Async<void> MirrorCustomers::run() {
  auto timer = timer_;
  while (!stopped_) {
    std::size_t worked = 0;
    try {
      worked = co_await run_once();
    } catch (const std::exception&) {  // the store is not to be had for the moment; the next round tries again
    }
    if (!stopped_) co_await timer.wait(worked > 0 ? options_.page_pause : options_.idle_wait);
  }
}

Async<std::size_t> MirrorCustomers::run_once() {
  std::vector<app::Account> due;
  for (auto& account : co_await parts_.accounts.list())
    if (co_await is_due(account)) due.push_back(std::move(account));
  for (std::size_t first = 0; first < due.size() && !stopped_; first += options_.accounts_at_once) {
    std::vector<Async<void>> tasks;
    for (std::size_t i = first; i < std::min(due.size(), first + options_.accounts_at_once); ++i)
      tasks.push_back(step_alone(due[i]));
    co_await run_together(std::move(tasks));
  }
  co_return due.size();
}

// One account's trouble stops no other; it is tried again after a while.
Async<void> MirrorCustomers::step_alone(app::Account account) {
  const auto id = account.id;
  try {
    co_await step(std::move(account));
  } catch (const std::exception&) {
    if (pages_.contains(id)) postpone(id);
  }
}

Async<void> MirrorCustomers::ask(app::AccountId account) {
  const auto now = parts_.clock.now();
  co_await parts_.unit.run([&](app::Tables& tables) {
    const auto known = tables.jobs.find(account, mirror_kind);
    if (known && known->state == JobState::running) return false;
    Job job;
    job.account = account;
    job.kind = mirror_kind;
    job.started_at = job.updated_at = now;
    tables.jobs.save(job);
    return true;
  });
  wake();
}

Async<bool> MirrorCustomers::is_due(const app::Account& account) {
  if (account.status != app::AccountStatus::active || !is_switched_on_(account)) co_return false;
  const auto now = parts_.clock.now();
  if (const auto page = pages_.find(account.id); page != pages_.end() && now < page->second->not_before) co_return false;
  // The orders of the past arrive first: both draw on the platform's limits, and a person whose orders have come is read anew.
  const auto history = co_await parts_.jobs.find(account.id, history_kind);
  if (history && history->state == JobState::running) co_return false;
  const auto job = co_await parts_.jobs.find(account.id, mirror_kind);
  if (!job || job->state == JobState::waiting || job->state == JobState::running) co_return true;
  co_return now - job->started_at >= options_.every;
}

// The page is listed anew each time: that the platform answers this tells a person that cannot be read from a platform that
// cannot be reached.
Async<void> MirrorCustomers::step(app::Account account) {
  auto job = co_await begin_or_go_on(account);
  auto& page = page_of(account.id, job.cursor);
  const auto listed = co_await parts_.catalogue.list(account, job.cursor);
  if (!listed) {
    if (listed.error().code == ErrorCode::unauthorized) co_return co_await fail_job(std::move(job), listed.error().message);
    co_return postpone(account.id);
  }
  std::vector<std::int64_t> ids;
  for (const auto& person : listed->people) ids.push_back(person.link.remote_id);
  page.known = co_await parts_.links.list(account.id, ids);
  std::erase_if(page.read, [&](const auto& entry) { return parts_.clock.now() - entry.second.at > reading_is_news_for; });
  std::vector<std::int64_t> old;
  for (const auto& person : listed->people)
    if (!page.read.contains(person.link.remote_id) && !is_fresh(page.known, person)) old.push_back(person.link.remote_id);
  co_await read(account, page, std::move(old));
  if (page.is_refused) co_return co_await fail_job(std::move(job), "The account's key is refused.");
  if (!page.failures.empty() && ++page.attempts < options_.attempts_max) co_return postpone(account.id);
  const auto written = co_await write(account, std::move(job), page, *listed);
  pages_.erase(account.id);
  if (on_page_) on_page_(written);
}

Async<Job> MirrorCustomers::begin_or_go_on(const app::Account& account) {
  const auto known = co_await parts_.jobs.find(account.id, mirror_kind);
  if (known && known->state == JobState::running) co_return *known;
  Job job;
  job.account = account.id;
  job.kind = mirror_kind;
  job.state = JobState::running;
  job.started_at = job.updated_at = parts_.clock.now();
  pages_.erase(account.id);
  co_await parts_.unit.run([&](app::Tables& tables) {
    tables.jobs.save(job);
    return true;
  });
  co_return job;
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

Async<MirroredPage> MirrorCustomers::write(const app::Account& account, Job job, const Page& page,
                                           const app::RemotePage& listed) {
  MirroredPage result;
  const auto now = parts_.clock.now();
  co_await parts_.unit.run([&](app::Tables& tables) {
    result = MirroredPage{job, 0, 0, static_cast<std::int64_t>(page.failures.size())};
    auto& after = result.job;
    const auto note = [&after](std::int64_t id, const std::string& why) {
      after.reason = "The last that was passed over: number " + std::to_string(id) + " on the platform. " + why;
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
    after.done += seen;
    after.faults += result.faults;
    after.cursor = listed.next;
    after.updated_at = now;
    if (listed.next.empty()) {
      after.state = JobState::finished;
      after.finished_at = now;
      after.total = after.done;
    }
    tables.jobs.save(after);
    return true;
  });
  co_return result;
}

Async<void> MirrorCustomers::fail_job(Job job, std::string reason) {
  job.state = JobState::failed;
  job.reason = std::move(reason);
  job.updated_at = parts_.clock.now();
  job.finished_at = job.updated_at;
  co_await parts_.unit.run([&](app::Tables& tables) {
    tables.jobs.save(job);
    return true;
  });
  pages_.erase(job.account);
  if (on_page_) on_page_({job});
}

void MirrorCustomers::postpone(app::AccountId account) {
  auto& page = *pages_.at(account);
  const auto wait = options_.wait_min * (1 << std::min(page.waits++, 10));
  page.not_before = parts_.clock.now() + std::min(wait, options_.wait_max);
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
