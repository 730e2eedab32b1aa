#include "jobs/erase_traces.hpp"

#include <algorithm>

#include "base/backoff.hpp"

namespace kassabro::jobs {
namespace {

using app::Erasure;
using app::ErasureSource;
using app::RemoteErasure;

constexpr std::size_t open_max = 10'000;
// Whoever has read the person in Rule before Rule forgot them may still want to take them over.
constexpr std::chrono::minutes traces_kept{15};
constexpr std::chrono::seconds looks_again_after{15};  // somebody else may be erased meanwhile
constexpr const char* has_forgotten =
    "forgotten";  // the job's cursor: who it was was removed, and may stand in the files still

bool is_due_remotely(const Erasure& erasure, Timestamp now) {
  return erasure.remote == RemoteErasure::waiting && erasure.remote_not_before <= now;
}

std::string_view removed_kind(ErasureSource source) {
  return source == ErasureSource::import_rows ? "import_rows" : "messages";
}

// Nothing is left to do. Who it was is forgotten a while later.
void finish_if_done(Erasure& erasure, Timestamp now) {
  if (erasure.place || erasure.remote == RemoteErasure::waiting) return;
  erasure.remote_id.reset();
  if (!erasure.finished_at) erasure.finished_at = now;
  if (now >= erasure.at + traces_kept) erasure.traces = {};
}

Timestamp next_step_of(const Erasure& erasure) {
  return erasure.finished_at ? erasure.at + traces_kept : erasure.remote_not_before;
}

}  // namespace

std::optional<std::string> EraseTraces::begins(const app::Account& account, const std::optional<app::Job>& last) const {
  if (parts_.clock.now() - (last ? last->started_at : account.created_at) < options_.every) return std::nullopt;
  return "{}";
}

Async<StepEnd> EraseTraces::step(const app::Account& account, const app::Job& job) {
  const auto open = co_await parts_.erasures.list_open(account.id, open_max);
  const auto now = parts_.clock.now();
  // Each time, not when nothing is open any more: another erasure may wait for the platform for days.
  const bool is_left_in_files = job.cursor == has_forgotten && !co_await parts_.files.forget_removed();
  if (is_left_in_files && open.empty())
    co_return StepEnd{StepEnd::Kind::wait, now + looks_again_after, "Somebody reads an old state of the database."};
  if (open.empty()) co_return StepEnd{StepEnd::Kind::finished, {}, {}};
  if (job.cursor == has_forgotten && !is_left_in_files) co_await note_forgotten(account);
  for (const auto& erasure : open)
    if (is_due_remotely(erasure, now)) {
      co_await erase_remotely(account, erasure);
      co_return StepEnd{StepEnd::Kind::more, {}, {}};
    }
  if (const auto unread = std::ranges::find_if(open, [](const auto& erasure) { return erasure.place.has_value(); });
      unread != open.end()) {
    co_await read_on(account, *unread);
    co_return StepEnd{StepEnd::Kind::more, {}, {}};
  }
  for (const auto& erasure : open)
    if (erasure.finished_at && now >= erasure.at + traces_kept) {
      co_await save(account, erasure, {});
      co_return StepEnd{StepEnd::Kind::more, {}, {}};
    }
  const auto next = std::ranges::min_element(open, {}, &next_step_of);
  co_return StepEnd{StepEnd::Kind::wait, std::min(next_step_of(*next), now + looks_again_after), next->remote_problem};
}

Async<void> EraseTraces::erase_remotely(const app::Account& account, Erasure erasure) {
  const auto erased = co_await parts_.remote.erase(account, erasure.remote_id, erasure.traces.keys);
  const auto now = parts_.clock.now();
  if (!erased) {
    erasure.remote_problem = erased.error().message;
    erasure.remote_not_before = now + backed_off(options_.first_wait, options_.wait_max, ++erasure.remote_attempts, 1);
  } else {
    erasure.remote_problem.clear();
    if (now >= erasure.remote_settled_at) erasure.remote = RemoteErasure::done;
    erasure.remote_not_before = std::max(now, erasure.remote_settled_at);
  }
  co_await save(account, std::move(erasure), {});
}

Async<void> EraseTraces::read_on(const app::Account& account, Erasure erasure) {
  const auto source = erasure.place->source;
  const auto rows = co_await parts_.erasures.read_source(account.id, *erasure.place, options_.step_rows_max);
  std::vector<app::SourcePlace> theirs;
  for (const auto& row : rows)
    if (is_about(row, erasure.traces, account.country)) theirs.push_back(row.place);
  if (!rows.empty()) erasure.place = rows.back().place;
  if (rows.size() < options_.step_rows_max) {
    const auto next = source_after(source);
    erasure.place = next ? std::optional(app::SourcePlace{*next, 0, 0}) : std::nullopt;
  }
  co_await save(account, std::move(erasure), std::move(theirs));
}

Async<void> EraseTraces::note_forgotten(const app::Account& account) {
  co_await parts_.unit.run(account.id, [&](app::Tables& tables) {
    tables.jobs.advance(account.id, app::erasures_kind, {.cursor = ""}, parts_.clock.now());
    return true;
  });
}

Async<void> EraseTraces::save(const app::Account& account, Erasure erasure, std::vector<app::SourcePlace> remove) {
  const auto now = parts_.clock.now();
  const bool was_finished = erasure.finished_at.has_value();
  finish_if_done(erasure, now);
  co_await parts_.unit.run(account.id, [&](app::Tables& tables) {
    if (!remove.empty())
      erasure.removed[std::string(removed_kind(remove.front().source))] +=
          static_cast<std::int64_t>(tables.erasures.remove_rows(account.id, remove));
    tables.erasures.save(erasure);
    app::JobAdvance advance{.done = !was_finished && erasure.finished_at ? 1 : 0};
    if (erasure.traces == app::PersonTraces{}) advance.cursor = has_forgotten;
    tables.jobs.advance(account.id, app::erasures_kind, advance, now);
    return true;
  });
}

}  // namespace kassabro::jobs
