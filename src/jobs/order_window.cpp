#include "jobs/order_window.hpp"

#include <algorithm>

#include "base/time_text.hpp"

namespace kassabro::jobs {
namespace {

// A day from its beginning to its end in the account's zone.
std::optional<Timestamp> first_moment(const std::optional<Date>& day, const std::string& zone) {
  return day ? parse_local_text(to_iso_date(*day) + " 00:00:00", zone) : std::nullopt;
}
std::optional<Timestamp> last_moment(const std::optional<Date>& day, const std::string& zone) {
  return day ? parse_local_text(to_iso_date(*day) + " 23:59:59", zone) : std::nullopt;
}

}  // namespace

Result<std::string> read_order_window(const json::object& wanted) {
  json::object request;
  for (const auto& [name, value] : wanted) {
    if (name != "from" && name != "to") return fail(invalid(name, "There is no such setting. There are: from, to."));
    if (value.is_null() || text_of(value) == "") continue;
    const auto day = parse_date(text_of(value).value_or(""));
    if (!day) return fail(invalid(name, "This is not a day such as \"2025-12-31\"."));
    request[name] = to_iso_date(*day);
  }
  if (text_member(request, "from") > text_member(request, "to") && request.contains("to"))
    return fail(invalid("to", "The last day is before the first."));
  return to_json_text(request);
}

std::string window_since(Timestamp from) { return to_json_text(json::object{{"since", to_iso(from)}}); }

OrderWindow window_of(const app::Account& account, const app::Job& job) {
  OrderWindow window{std::nullopt, job.started_at};
  const auto request = parse_json(job.request);
  if (!request || !request->is_object()) return window;
  const auto& wanted = request->get_object();
  window.from = first_moment(parse_date(text_member(wanted, "from")), account.time_zone);
  if (const auto since = text_member(wanted, "since"); !since.empty()) window.from = parse_timestamp(since);
  const auto end = last_moment(parse_date(text_member(wanted, "to")), account.time_zone);
  if (end) window.to = std::min(window.to, *end);
  return window;
}

app::ArchiveQuery page_of(const app::Account& account, const OrderWindow& window, std::int64_t id_from, std::size_t count_max) {
  app::ArchiveQuery query;
  query.eshop_id = account.eshop_id;
  query.id_from = id_from;
  query.ordered_from = window.from;
  query.ordered_to = window.to;
  query.count_max = count_max;
  return query;
}

}  // namespace kassabro::jobs
