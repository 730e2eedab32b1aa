#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "base/text.hpp"
#include "rule/bonus_field.hpp"
#include "rule/samples.hpp"

namespace kassabro::rule {
namespace {

using domain::BonusCheck;

const Date today = *parse_date("2026-11-23");

rc::Gen<std::string> texts() {
  return rc::gen::map(rc::gen::container<std::string>(rc::gen::element('a', 'b', 'Z', '"', '\\', ' ', ',', '}', '[')),
                      [](std::string text) { return trimmed(text).empty() ? std::string() : text; });
}

rc::Gen<std::optional<Date>> days() {
  return rc::gen::map(rc::gen::inRange(0, 4'000), [](int number) {
    if (number < 800) return std::optional<Date>();
    return std::optional(Date(std::chrono::sys_days(std::chrono::year(2020) / 1 / 1) + std::chrono::days(number)));
  });
}

// As the ledger may hold it: the time of a use cut to its day, which is all that the field keeps.
BonusCheck any_check(int number) {
  BonusCheck check;
  check.id = "B" + std::to_string(number) + *rc::gen::element<std::string>("", "\"", " x", "å");
  check.name = *texts();
  check.description = *texts();
  check.currency = *rc::gen::element<std::string>("SEK", "EUR", "JPY", "KWD");
  check.value_minor = *rc::gen::inRange<std::int64_t>(1, 100'000'000);
  check.remaining_minor = *rc::gen::inRange<std::int64_t>(0, check.value_minor + 1);
  check.valid_from = *days();
  check.valid_to = *days();
  if (check.valid_from && check.valid_to && *check.valid_to < *check.valid_from) std::swap(check.valid_from, check.valid_to);
  if (const auto used = *days())
    check.last_used_at = *parse_local_text(to_iso_date(*used) + " 00:00:00", samples::account().time_zone);
  check.extra = *rc::gen::element<std::string>("", R"({"level":"guld"})", R"({"x":1.50,"y":[{"z":"}"}],"Ö":null})");
  return check;
}

RC_GTEST_PROP(BonusFieldProperty, what_is_written_is_read_back, ()) {
  std::vector<BonusCheck> checks;
  const int count = *rc::gen::inRange(0, 20);
  for (int i = 0; i < count; ++i) checks.push_back(any_check(i));
  const auto unread = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("7", R"({"id":"?","value":"a lot"})", R"([ 1.0 ])", R"("x")"));
  const auto text = bonus_field_text(checks, unread, samples::account(), today);
  auto bonus = parse_bonus_field(json::value(text), samples::account());
  RC_ASSERT(bonus.has_value());
  RC_ASSERT(bonus->is_readable);
  std::ranges::sort(checks, {}, &BonusCheck::id);
  std::ranges::sort(bonus->checks, {}, &BonusCheck::id);
  RC_ASSERT(bonus->checks == checks);
  RC_ASSERT(bonus->unread == unread);
  RC_ASSERT(bonus_field_text(bonus->checks, bonus->unread, samples::account(), today).size() == text.size());
}

RC_GTEST_PROP(BonusFieldProperty, no_text_is_too_wild_to_be_read, ()) {
  const auto noise = *rc::gen::container<std::string>(
      rc::gen::element('[', ']', '{', '}', '"', ':', ',', '1', 'i', 'd', '\\', ' ', '-', '.', 'e', 'n'));
  const auto bonus = parse_bonus_field(json::value(noise), samples::account());
  if (bonus) RC_ASSERT(bonus->is_readable || bonus->faults.size() == 1U);
}

}  // namespace
}  // namespace kassabro::rule
