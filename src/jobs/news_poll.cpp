#include "jobs/news_poll.hpp"

#include <algorithm>

#include "base/time_text.hpp"
#include "jobs/job_report.hpp"

namespace kassabro::jobs {
namespace {

// Where a pass stands: the beginning of the window, and the page in it.
struct Place {
  Timestamp from;
  std::string page;
};

json::object object_of(const std::string& text) {
  const auto value = parse_json(text);
  return value && value->is_object() ? value->get_object() : json::object();
}

std::string request_from(Timestamp from) { return to_json_text(json::object{{"from", to_iso(from)}}); }

Timestamp time_in(const json::object& object, Timestamp otherwise) {
  return parse_timestamp(text_member(object, "from")).value_or(otherwise);
}

std::string text_of(const Place& place) {
  return to_json_text(json::object{{"from", to_iso(place.from)}, {"page", place.page}});
}

}  // namespace

Result<std::string> NewsPoll::read_request(const json::object& wanted) const {
  const auto now = parts_.clock.now();
  auto from = now - options_.window;
  for (const auto& [name, value] : wanted) {
    if (name != "from") return fail(invalid(std::string(name), "There is nothing of this name to choose."));
    const auto day = parse_date(value.is_string() ? std::string_view(value.get_string()) : "");
    if (!day) return fail(invalid("from", "This must be a day, as in 2026-11-01."));
    from = std::chrono::sys_days(*day);
  }
  if (from > now || from < now - options_.back_max) return fail(invalid("from", "This must be a day of the last year."));
  return request_from(from);
}

// A pass that did not come to its end is made good by the next one.
std::optional<std::string> NewsPoll::begins(const app::Account& account, const std::optional<app::Job>& last) const {
  const auto now = parts_.clock.now();
  if (now - (last ? last->started_at : account.created_at) < options_.every) return std::nullopt;
  auto from = std::max<Timestamp>(account.created_at, now - options_.window);  // the mirror reads how things stand
  if (last) from = last->started_at - options_.overlap;
  if (last && last->state != app::JobState::finished) from = std::min(from, time_in(object_of(last->request), from));
  return request_from(std::max<Timestamp>(from, now - options_.back_max));
}

Async<StepEnd> NewsPoll::step(const app::Account& account, const app::Job& job) {
  const auto now = parts_.clock.now();
  const auto at = object_of(job.cursor.empty() ? job.request : job.cursor);
  const Place place{time_in(at, now - options_.window), text_member(at, "page")};
  const auto until = std::min<Timestamp>(place.from + options_.window, now);
  auto page = co_await parts_.source.list(account, place.from, until, place.page);
  if (!page) {
    const bool is_final = page.error().code != ErrorCode::unavailable;
    co_return StepEnd{is_final ? StepEnd::Kind::failed : StepEnd::Kind::wait, now + options_.wait, page.error().message};
  }
  std::ranges::stable_sort(page->news, {}, &app::RemoteNews::at);
  const auto counts = co_await parts_.take(account, std::move(page->news));
  const bool is_last = page->next.empty() && until >= now;
  const Place next = page->next.empty() ? Place{until, {}} : Place{place.from, page->next};
  co_await note(account, counts, text_of(next));
  co_return StepEnd{is_last ? StepEnd::Kind::finished : StepEnd::Kind::more, {}, {}};
}

Async<void> NewsPoll::note(const app::Account& account, const app::TakeRemoteNews::Result& counts, std::string cursor) {
  const auto number = [](std::size_t count) { return static_cast<std::int64_t>(count); };
  co_await parts_.unit.run(account.id, [&](app::Tables& tables) {
    app::JobAdvance advance;
    advance.cursor = cursor;
    advance.done = number(counts.taken + counts.known + counts.unknown);
    add_to_report(tables, account.id, news_kind,
                  {{"taken", number(counts.taken)}, {"known", number(counts.known)}, {"unknown", number(counts.unknown)}},
                  std::move(advance), parts_.clock.now());
    return true;
  });
}

}  // namespace kassabro::jobs
