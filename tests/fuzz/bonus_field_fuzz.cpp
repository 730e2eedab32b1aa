// The list of bonus checks that marketers write in Rule, and other channels' purchases.
#include "rule/bonus_field.hpp"

#include "rule/purchase_groups.hpp"
#include "rule/purchases.hpp"
#include "tests/fuzz/target.hpp"

namespace kassabro::fuzz {
namespace {

constexpr Date today{std::chrono::year(2026), std::chrono::November, std::chrono::day(30)};

void read_field(const json::value& value) {
  static const auto shop = account();
  const auto bonus = rule::parse_bonus_field(value, shop);
  if (!bonus) return;
  hold(bonus->is_readable || !bonus->faults.empty(), "what cannot be read says why");
  hold(bonus->unread.size() <= bonus->faults.size(), "each entry that cannot be read says why");
  for (const auto& check : bonus->checks) hold(!domain::bonus_check_fault(check), "a check that is read is a good one");
  const auto text = rule::bonus_field_text(bonus->checks, bonus->unread, shop, today);
  const auto again = rule::parse_bonus_field(json::value(json::string(text)), shop);
  hold(again && again->is_readable, "what we write can be read");
  hold(again->unread == bonus->unread, "what cannot be read stays as it stood");
  for (const auto& check : again->checks)
    hold(std::ranges::any_of(bonus->checks,
                             [&](const auto& one) { return one.id == check.id && one.value_minor == check.value_minor; }),
         "a check goes back with its id and value");
}

void read_purchases(const json::value& body) {
  const auto groups = rule::default_purchase_groups();
  const auto orders = rule::purchases_of(account(), groups, rule::parse_purchase_records(body), 50);
  hold(orders.size() <= 50, "no more purchases than asked for");
}

}  // namespace

void run_one(std::string_view input) {
  if (is_utf8(input)) read_field(json::value(json::string(input)));
  const auto value = parse_json(input);
  if (!value) return;
  read_field(*value);
  read_purchases(*value);
  if (const auto groups = rule::parse_purchase_groups(*value); !groups) hold_field(groups.error());
}

}  // namespace kassabro::fuzz
