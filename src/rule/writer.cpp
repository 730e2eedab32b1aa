#include "rule/writer.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace kassabro::rule {
namespace {

constexpr const char* empty_values_fact = "rule.empty_values";

bool says_field_missing(const CallError& error) {
  if (error.kind != CallErrorKind::invalid && error.kind != CallErrorKind::not_found) return false;
  constexpr std::array<std::string_view, 4> words{"not exist", "not found", "unknown", "missing"};
  const auto text = ascii_lowered(error.message);
  return text.contains("field") && std::ranges::any_of(words, [&](auto word) { return text.contains(word); });
}

bool is_refusal(const CallError& error) { return error.status == 400 || error.status == 422; }

bool names_phone(const CallError& error) {
  const auto is_phone = [](const std::string& name) { return name.contains("phone"); };
  return std::ranges::any_of(error.fields, is_phone) || ascii_lowered(error.message).contains("phone");
}

bool has_empty_values(const Entry& entry) {
  return std::ranges::any_of(entry.fields, [](const FieldValue& field) { return is_empty(field.content); });
}

// What to leave out next. Absent: nothing is left to leave out.
std::optional<Shape> weaker(Shape shape, const Entry& entry, const CallError& error) {
  const bool phone_can_go = shape.phone && !entry.phone.empty() && !entry.email.empty();
  const bool values_can_go = shape.empty_values && has_empty_values(entry);
  if (phone_can_go && (names_phone(error) || !values_can_go)) {
    shape.phone = false;
    return shape;
  }
  if (!values_can_go) return std::nullopt;
  shape.empty_values = false;
  return shape;
}

}  // namespace

Async<CallResult> Writer::write(Shop shop, Call call) {
  auto result = co_await client_.deliver(shop.account, call, shop.errand);
  if (result || !says_field_missing(result.error())) co_return result;
  if (const auto done = co_await setup_.repeat(shop); !done) co_return std::unexpected(done.error());
  co_return co_await client_.deliver(shop.account, std::move(call), shop.errand);
}

Async<CallResult> Writer::upsert(Shop shop, const Entry& entry, const TagPlan& plan) {
  return write_entry(shop, entry, [&](Shape shape) { return upsert_call({&entry, 1}, plan, shape); });
}

Async<CallResult> Writer::change(Shop shop, std::int64_t subscriber_id, const Entry& entry) {
  return write_entry(shop, entry,
                     [&entry, subscriber_id](Shape shape) { return change_subscriber_call(subscriber_id, entry, shape); });
}

Async<CallResult> Writer::upsert_all(Shop shop, std::span<const Entry> entries, const TagPlan& plan) {
  Shape shape;
  shape.empty_values = co_await takes_empty_values(shop);
  co_return co_await write(shop, upsert_call(entries, plan, shape));
}

Async<CallResult> Writer::write_entry(Shop shop, const Entry& entry, std::function<Call(Shape)> call_of) {
  Shape shape;
  shape.empty_values = co_await takes_empty_values(shop);
  bool empty_values_were_it = false;
  for (;;) {
    auto result = co_await write(shop, call_of(shape));
    if (result && empty_values_were_it) {
      co_await facts_.save(shop.account.id, empty_values_fact, "refused");
      on_notice_(shop.account.id,
                 "Rule takes no empty values: what a customer takes back at the till stays in its field in Rule.");
    }
    if (result || !is_refusal(result.error())) co_return result;
    const auto next = weaker(shape, entry, result.error());
    if (!next) co_return result;
    empty_values_were_it = shape.empty_values && !next->empty_values;
    shape = *next;
  }
}

Async<bool> Writer::takes_empty_values(Shop shop) {
  const auto known = co_await facts_.find(shop.account.id, empty_values_fact);
  co_return known != "refused";
}

}  // namespace kassabro::rule
