#include "admin/delivery_search.hpp"

#include <array>

#include "admin/parameters.hpp"
#include "base/time_text.hpp"

namespace kassabro::admin {
namespace {

using Find = std::function<std::string(std::string_view name)>;  // "" when it is not there

Result<void> read_time(std::optional<Timestamp>& time, const Find& find, const char* name) {
  const auto text = find(name);
  if (text.empty()) return {};
  time = parse_timestamp(text);
  if (!time) return fail(invalid(name, "This is not a time such as 2026-11-24T12:00:00Z."));
  return {};
}

Result<void> read_id(std::optional<std::int64_t>& id, const Find& find, const char* name) {
  const auto text = find(name);
  if (text.empty()) return {};
  const auto parsed = parse_id(text, name);
  if (!parsed) return fail(parsed.error());
  id = *parsed;
  return {};
}

Result<void> read_kind(app::DeliverySearch& search, const Find& find) {
  const auto text = find("kind");
  if (text.empty()) return {};
  search.kind = app::parse_delivery_kind(text);
  if (!search.kind) return fail(invalid("kind", "There is no such kind of delivery."));
  return {};
}

Result<void> read_state(app::DeliverySearch& search, const Find& find, const char* name) {
  const auto text = find(name);
  if (text.empty()) return {};
  search.state = app::parse_delivery_state(text);
  if (!search.state) return fail(invalid(name, delivery_states_text));
  return {};
}

Result<app::DeliverySearch> parse(const Find& find, const char* state_name) {
  app::DeliverySearch search;
  for (const auto& done :
       {read_id(search.account, find, "account"), read_id(search.contact, find, "customer"), read_kind(search, find),
        read_state(search, find, state_name), read_time(search.from, find, "from"), read_time(search.to, find, "to")})
    if (!done) return fail(done.error());
  if (search.contact && !search.account) return fail(invalid("account", "A customer is one of an account: name it too."));
  search.order_id = find("order");
  search.store = find("store");
  search.reason_part = find("error");
  return search;
}

}  // namespace

Result<app::DeliverySearch> parse_delivery_search(const http::Query& query) {
  const Find find = [&](std::string_view name) { return std::string(query.find(name).value_or("")); };
  auto search = parse(find, "state");
  if (!search) return search;
  if (auto done = read_id(search->before, find, "before"); !done) return fail(done.error());
  const auto count = parse_limit(query);
  if (!count) return fail(count.error());
  search->count_max = *count;
  return search;
}

Result<app::DeliverySearch> parse_delivery_search(const json::object& selection) {
  constexpr std::array<std::string_view, 9> names{"account", "all",   "kind", "customer", "order",
                                                  "store",   "error", "from", "to"};
  if (auto checked = check_texts(selection, names); !checked) return fail(checked.error());
  return parse([&](std::string_view name) { return text_member(selection, name); }, "all");
}

}  // namespace kassabro::admin
