#include "rule/ledger_fields.hpp"

#include "domain/money.hpp"
#include "rule/bonus_field.hpp"

namespace kassabro::rule {
namespace {

struct Source {
  const app::Account& account;
  const LedgerState& state;
  Date today;
};

using Row = FieldRow<Source>;
using S = const Source&;
using F = FieldContent;
using enum Group;
using enum FieldType;

std::string list(const Source& s) {
  return s.state.list_is_ours ? bonus_field_text(s.state.checks, s.state.unread, s.account, s.today) : std::string();
}

std::string left(const Source& s) {
  return domain::amount_text(domain::bonus_left_minor(s.state.checks, s.account.currency, s.today), s.account.currency);
}

std::string last_used(const Source& s) {
  const auto at = domain::bonus_last_used(s.state.checks);
  return at ? to_iso_date(to_local_date(*at, s.account.time_zone)) : std::string();
}

// They are set up with the contact's other fields (contact_fields.cpp).
constexpr Row rows[] = {
    {contact, bonus_field, json, "the customer's bonus checks, with what is left of each", [](S s) -> F { return list(s); }},
    {contact, bonus_left_field, text, "sum of what is left of the checks that can be used today, in the account's currency",
     [](S s) -> F { return left(s); }},
    {contact, bonus_last_used_field, date, "day of the last use that stands", [](S s) -> F { return last_used(s); }},
};

}  // namespace

std::vector<FieldValue> ledger_fields(const RuleNames& names, const app::Account& account, const LedgerState& state,
                                      Date today) {
  return map_fields(std::span<const Row>{rows}, names, Source{account, state, today}, Empty::omit);
}

}  // namespace kassabro::rule
