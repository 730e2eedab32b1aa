#include "app/personal_file.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "base/sleep.hpp"

namespace kassabro::app {
namespace {

constexpr std::size_t rows_a_turn = 200;  // some ten milliseconds of reading

domain::Order buyer_on(std::string_view stored_order) {
  domain::Order order;
  const auto value = parse_json(stored_order);
  if (!value || !value->is_object()) return order;
  order.email = text_member(value->get_object(), "email");
  order.phone = text_member(value->get_object(), "phone");
  return order;
}

}  // namespace

Async<PersonalFile> ReadPersonalFile::operator()(const Account& account, const domain::Contact& contact, Received wanted) {
  PersonalFile file;
  file.rows = co_await reader_.read(account.id, contact.id);
  file.orders = co_await orders_of(account, contact.id);
  if (wanted == Received::leave_out) co_return file;
  const auto person = co_await traces(account, contact, file.orders);
  file.received = co_await received(account, person);
  co_return file;
}

Async<std::vector<OrderText>> ReadPersonalFile::orders_of(const Account& account, domain::ContactId contact) {
  std::vector<OrderText> orders;
  std::optional<OrderPlace> before;
  for (;;) {
    auto page = co_await reader_.list_orders(account.id, contact, before, rows_a_turn);
    const bool is_last = page.size() < rows_a_turn;
    std::ranges::move(page, std::back_inserter(orders));
    if (is_last) co_return orders;
    before = orders.back().place;
    co_await let_others_run();
  }
}

Async<PersonTraces> ReadPersonalFile::traces(const Account& account, const domain::Contact& contact,
                                             const std::vector<OrderText>& orders) {
  PersonTraces person = traces_of(contact, {});
  for (const auto& order : orders) {
    person.order_ids.push_back(order.place.order_id);
    add_former(person, keys_on(buyer_on(order.content), account.country));
  }
  std::vector<domain::CustomerKey> nobody_elses;
  for (const auto& key : person.former_keys) {
    const auto owner = co_await contacts_.find_by_keys(account.id, {key});
    if (!owner || owner->contact.id == contact.id) nobody_elses.push_back(key);
  }
  person.former_keys = std::move(nobody_elses);
  co_return person;
}

Async<std::vector<SourceRow>> ReadPersonalFile::received(const Account& account, const PersonTraces& person) {
  std::vector<SourceRow> theirs;
  std::optional<SourcePlace> place = SourcePlace{};
  while (place) {
    const auto source = place->source;
    auto rows = co_await sources_.read_source(account.id, *place, rows_a_turn);
    if (!rows.empty()) place = rows.back().place;
    if (rows.size() < rows_a_turn) {
      const auto next = source_after(source);
      place = next ? std::optional(SourcePlace{*next, 0, 0}) : std::nullopt;
    }
    for (auto& row : rows)
      if (is_about(row, person, account.country)) theirs.push_back(std::move(row));
    co_await let_others_run();
  }
  co_return theirs;
}

}  // namespace kassabro::app
