#include "rule/bonus_field.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/json_parts.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "domain/money.hpp"
#include "rule/loose_values.hpp"

namespace kassabro::rule {
namespace {

using domain::BonusCheck;
using domain::BonusCheckStatus;

// The group must stay below 65 KiB (contracts section 2); what can be used is always told, the past only as far as this.
constexpr std::size_t past_bytes_max = std::size_t{40} * 1024;
constexpr std::size_t past_checks_max = 100;
constexpr int texts_in_texts_max = 2;  // JSON in a JSON string, as fields of type text come back

// Each member's names, best first; the first of a row is how we write it.
using Names = std::span<const std::string_view>;
constexpr std::array<std::string_view, 5> id_names{"id", "bonuscheckid", "bonus_check_id", "code", "number"};
constexpr std::array<std::string_view, 2> name_names{"name", "title"};
constexpr std::array<std::string_view, 2> description_names{"description", "text"};
constexpr std::array<std::string_view, 4> value_names{"value", "amount", "moneyvalue", "money_value"};
constexpr std::array<std::string_view, 3> remaining_names{"remaining", "left", "balance"};
constexpr std::array<std::string_view, 2> currency_names{"currency", "currencycode"};
constexpr std::array<std::string_view, 3> from_names{"validfrom", "valid_from", "startdate"};
constexpr std::array<std::string_view, 6> to_names{"validto", "valid_to", "expires", "date_expires", "enddate", "expirydate"};
constexpr std::array<std::string_view, 2> redeemed_names{"redeemed", "used"};
constexpr std::array<std::string_view, 4> redeemed_at_names{"redeemeddate", "dateredeemed", "date_redeemed", "redeemed_at"};
constexpr std::array<std::string_view, 10> own_names{"id",       "name",      "description", "value",    "remaining",
                                                     "currency", "validfrom", "validto",     "redeemed", "redeemeddate"};

bool is_absent(const json::value& value) {
  const auto* text = value.if_string();
  return value.is_null() || (text != nullptr && trimmed({text->data(), text->size()}).empty());
}

// One entry of the list while it is read: each member can be taken once, what is left over goes back as it came.
class Entry {
 public:
  explicit Entry(std::string_view text) {
    if (auto found = json_members(text)) members_ = std::move(*found);
    taken_.resize(members_.size());
  }

  bool is_empty() const { return members_.empty(); }

  struct Taken {
    json::value value;         // null: no member holds something
    std::string_view written;  // the value as it stands in the text
  };

  // The first that holds something. Its name counts in any case, the exact one first.
  Taken take_written(Names names) {
    for (const auto name : names) {
      if (auto taken = take_if([name](const std::string& own) { return own == name; })) return std::move(*taken);
      if (auto taken = take_if([name](const std::string& own) { return equal_nocase(own, name); })) return std::move(*taken);
    }
    return {};
  }
  json::value take(Names names) { return take_written(names).value; }

  bool has(Names names) const {
    return std::ranges::any_of(members_, [&](const JsonMember& member) {
      return std::ranges::any_of(names, [&](auto name) { return equal_nocase(member.name, name); });
    });
  }

  // As an object's text; "" when nothing is left over.
  std::string rest() const {
    std::string text;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      const bool is_own = std::ranges::find(own_names, members_[i].name) != own_names.end();
      if (taken_[i] || is_own) continue;
      text += text.empty() ? '{' : ',';
      append_json_string(text, members_[i].name);
      text.append(":").append(members_[i].value);
    }
    return text.empty() ? text : text + "}";
  }

 private:
  template <class Fits>
  std::optional<Taken> take_if(Fits fits) {
    for (std::size_t i = 0; i < members_.size(); ++i) {
      if (taken_[i] || !fits(members_[i].name)) continue;
      auto value = parse_json(members_[i].value).value_or(json::value());
      if (is_absent(value)) continue;
      taken_[i] = true;
      return Taken{std::move(value), members_[i].value};
    }
    return std::nullopt;
  }

  std::vector<JsonMember> members_;
  std::vector<bool> taken_;
};

Error fault(std::string text) { return invalid("", std::move(text)); }

// A number as it is written: parsed, it keeps 16 digits, and two ids that share those would be one.
std::optional<std::string> text_as_written(const Entry::Taken& taken) {
  const bool has_exponent = taken.written.find_first_of("eE") != std::string_view::npos;
  if (taken.value.is_number() && !has_exponent) return std::string(taken.written);
  return text_of(taken.value);
}

Result<std::string> checked_text(const Entry::Taken& taken, std::string_view name, std::size_t bytes_max) {
  if (taken.value.is_null()) return std::string();
  auto text = text_as_written(taken);
  if (!text) return fail(fault(fmt::format("{} is no text", name)));
  if (text->size() > bytes_max) return fail(fault(fmt::format("{} is longer than {} bytes", name, bytes_max)));
  if (has_control_characters(*text)) return fail(fault(fmt::format("{} holds control characters", name)));
  return std::move(*text);
}

Result<std::string> read_text(Entry& entry, Names names, std::size_t bytes_max) {
  return checked_text(entry.take_written(names), names.front(), bytes_max);
}

// 7.0 is how a spreadsheet's export writes 7. Of other fractions, and of 1E+22, it is not certain which digits were meant.
Result<std::string> read_id(Entry& entry) {
  auto taken = entry.take_written(id_names);
  if (taken.value.is_double() && taken.written.find_first_of(".eE") != std::string_view::npos) {
    const auto whole = int_member({{"id", taken.value}}, "id");
    if (!whole) return fail(fault("id has a fraction or an exponent"));
    taken.value = std::to_string(*whole);
  }
  return checked_text(taken, id_names.front(), domain::bonus_check_id_bytes_max);
}

Result<void> read_texts(Entry& entry, BonusCheck& check) {
  auto id = read_id(entry);
  auto name = read_text(entry, name_names, domain::bonus_check_text_bytes_max);
  auto description = read_text(entry, description_names, domain::bonus_check_text_bytes_max);
  for (auto* text : {&id, &name, &description})
    if (!*text) return fail(text->error());
  check.id = std::string(trimmed(*id));
  if (check.id.empty()) return fail(fault("id is missing"));
  check.name = std::move(*name);
  check.description = std::move(*description);
  return {};
}

Result<std::string> read_currency(Entry& entry, const app::Account& account) {
  const auto value = entry.take(currency_names);
  if (value.is_null()) return std::string();
  const auto text = std::string(trimmed(text_of(value).value_or("")));
  if (auto code = domain::parse_currency(text); !code.empty()) return code;
  if (equal_nocase(text, "kr") || equal_nocase(text, "kr.")) return account.currency;
  return fail(fault("currency is no currency code"));
}

Result<void> read_amounts(Entry& entry, BonusCheck& check, const app::Account& account) {
  const auto currency = read_currency(entry, account);
  if (!currency) return fail(currency.error());
  const auto value = entry.take(value_names);
  const auto usual = currency->empty() ? account.currency : *currency;
  if (value.is_null()) return fail(fault("value is missing"));
  const auto amount = loose_amount(value, usual);
  if (!amount) return fail(fault("value is not an amount"));
  check.currency = amount->currency.empty() || !currency->empty() ? usual : amount->currency;
  check.value_minor = check.remaining_minor = amount->minor;
  const auto left = entry.take(remaining_names);
  const auto amount_left = left.is_null() ? amount : loose_amount(left, check.currency);
  if (!amount_left) return fail(fault("remaining is not an amount"));
  check.remaining_minor = amount_left->minor;
  for (const auto& named : {amount->currency, amount_left->currency})
    if (!named.empty() && named != check.currency) return fail(fault("the amounts are in different currencies"));
  return {};
}

Result<void> read_day(Entry& entry, Names names, std::optional<Date>& day, const app::Account& account) {
  const auto value = entry.take(names);
  const auto text = text_of(value).value_or("");
  if (value.is_null() || text == "0" || text.starts_with("0000-00-00")) return {};
  day = loose_date(value, account.time_zone);
  if (!day) return fail(fault(fmt::format("{} is not a date", names.front())));
  return {};
}

// "redeemed" says whether all of it was used, its date when. Some write the date where yes or no is expected.
Result<void> read_use(Entry& entry, BonusCheck& check, const app::Account& account, bool tells_remaining) {
  const auto redeemed = entry.take(redeemed_names);
  const auto date = entry.take(redeemed_at_names);
  auto used_up = loose_yes(redeemed);
  if (const auto text = text_of(date).value_or(""); text != "0" && !text.starts_with("0000-00-00") && !date.is_null()) {
    check.last_used_at = loose_time(date, account.time_zone);
    if (!check.last_used_at) return fail(fault("redeemeddate is not a date"));
  }
  if (!redeemed.is_null() && !used_up) {
    const auto at = loose_time(redeemed, account.time_zone);
    if (!at) return fail(fault("redeemed is neither yes nor no"));
    used_up = true;
    if (!check.last_used_at) check.last_used_at = at;
  }
  // A date alone says that it was used, where nothing says that something is left.
  if (!used_up && !tells_remaining && check.last_used_at) used_up = true;
  if (used_up.value_or(false)) check.remaining_minor = 0;
  return {};
}

std::string words_of(const Error& broken) {
  if (broken.field == "value") return "value is not an amount above zero";
  if (broken.field == "remaining") return "remaining is below zero or more than the value";
  if (broken.field == "validto") return "validto is before validfrom";
  return broken.field + " cannot be used";
}

Result<BonusCheck> read_check(std::string_view text, const app::Account& account) {
  Entry entry(text);
  if (entry.is_empty()) return fail(fault("is no bonus check"));
  BonusCheck check;
  if (auto done = read_texts(entry, check); !done) return fail(done.error());
  const bool tells_remaining = entry.has(remaining_names);
  if (auto done = read_amounts(entry, check, account); !done) return fail(done.error());
  if (auto done = read_use(entry, check, account, tells_remaining); !done) return fail(done.error());
  if (auto done = read_day(entry, from_names, check.valid_from, account); !done) return fail(done.error());
  if (auto done = read_day(entry, to_names, check.valid_to, account); !done) return fail(done.error());
  check.extra = entry.rest();
  if (const auto broken = bonus_check_fault(check)) return fail(fault(words_of(*broken)));
  return check;
}

app::RemoteBonus unreadable(std::string text, std::string why = "the field is no list of bonus checks") {
  app::RemoteBonus bonus;
  bonus.is_readable = false;
  bonus.text = std::move(text);
  bonus.faults = {std::move(why)};
  return bonus;
}

// A whole number that was parsed as a double may have had more digits; to write it back would change it.
bool has_lost_digits(const json::value& value) {
  constexpr double exact_below = 9'007'199'254'740'992.0;  // 2^53
  if (const auto* number = value.if_double()) return std::abs(*number) >= exact_below;
  if (const auto* list = value.if_array()) return std::ranges::any_of(*list, has_lost_digits);
  const auto* object = value.if_object();
  return object != nullptr && std::ranges::any_of(*object, [](const auto& member) { return has_lost_digits(member.value()); });
}

// The entries of a list, or the one of a single check. Absent: neither.
std::optional<std::vector<std::string_view>> entries_of(std::string_view text) {
  if (auto entries = json_entries(text)) return entries;
  const Entry single(text);
  if (!single.has(id_names)) return std::nullopt;
  return std::vector{trimmed(text)};
}

void read_entry(app::RemoteBonus& bonus, std::size_t number, std::string_view text, const app::Account& account) {
  std::string decoded;  // an entry that is JSON in a string, as in a field of type multiple
  if (text.starts_with('"')) decoded = text_of(parse_json(text).value_or(json::value())).value_or("");
  const bool is_encoded = !decoded.empty() && parse_json(decoded).has_value();
  auto check = read_check(is_encoded ? std::string_view(decoded) : text, account);
  if (check && std::ranges::find(bonus.checks, check->id, &BonusCheck::id) != bonus.checks.end())
    check = fail(fault("its id stands in an earlier entry already"));
  if (check) {
    bonus.checks.push_back(std::move(*check));
    return;
  }
  bonus.unread.emplace_back(text);
  bonus.faults.push_back(fmt::format("entry {}: {}", number, check.error().message));
}

std::string amount(std::int64_t minor, const BonusCheck& check) { return domain::amount_text(minor, check.currency); }

json::value day_or_null(const std::optional<Date>& day) { return day ? json::value(to_iso_date(*day)) : json::value(); }

std::string entry_text(const BonusCheck& check, const app::Account& account) {
  json::value used_on;
  if (check.last_used_at) used_on = to_iso_date(to_local_date(*check.last_used_at, account.time_zone));
  auto text = to_json_text(json::object{{"id", check.id},
                                        {"name", check.name},
                                        {"description", check.description},
                                        {"value", amount(check.value_minor, check)},
                                        {"remaining", amount(check.remaining_minor, check)},
                                        {"currency", check.currency},
                                        {"validfrom", day_or_null(check.valid_from)},
                                        {"validto", day_or_null(check.valid_to)},
                                        {"redeemed", is_used_up(check)},
                                        {"redeemeddate", used_on}});
  if (check.extra.size() > 2) text.replace(text.size() - 1, 1, "," + check.extra.substr(1));
  return text;
}

bool is_past(const BonusCheck& check, Date today) {
  return is_used_up(check) || check.status == BonusCheckStatus::expired || is_expired(check, today);
}

// When its time was over; for the order only.
Timestamp ended_at(const BonusCheck& check) {
  const Timestamp last_day = check.valid_to ? Timestamp(std::chrono::sys_days(*check.valid_to)) : Timestamp{};
  return is_used_up(check) ? check.last_used_at.value_or(last_day) : last_day;
}

}  // namespace

std::optional<app::RemoteBonus> parse_bonus_field(const json::value& value, const app::Account& account) {
  if (is_absent(value)) return std::nullopt;
  const auto* written = value.if_string();
  auto text = written != nullptr ? std::string(*written) : to_json_text(value);
  if (has_lost_digits(value)) return unreadable(std::move(text), "the field holds a number of more digits than can be kept");
  app::RemoteBonus bonus;
  bonus.text = text;
  for (int level = 0;; ++level) {
    const auto parsed = parse_json(text);
    if (!parsed || level > texts_in_texts_max) return unreadable(std::move(bonus.text));
    if (is_absent(*parsed)) return std::nullopt;
    const auto* inner = parsed->if_string();
    if (inner == nullptr) break;
    text = std::string(*inner);
  }
  const auto entries = entries_of(text);
  if (!entries) return unreadable(std::move(bonus.text));
  for (std::size_t i = 0; i < entries->size(); ++i) read_entry(bonus, i + 1, (*entries)[i], account);
  return bonus;
}

std::string bonus_field_text(std::span<const BonusCheck> checks, std::span<const std::string> unread,
                             const app::Account& account, Date today) {
  std::vector<const BonusCheck*> open;
  std::vector<const BonusCheck*> past;
  for (const auto& check : checks)
    if (check.status != BonusCheckStatus::withdrawn) (is_past(check, today) ? past : open).push_back(&check);
  constexpr Date never{std::chrono::year(9999), std::chrono::December, std::chrono::day(31)};
  std::ranges::stable_sort(open, {}, [&](const BonusCheck* check) { return check->valid_to.value_or(never); });
  std::ranges::stable_sort(past, std::ranges::greater{}, [](const BonusCheck* check) { return ended_at(*check); });
  if (past.size() > past_checks_max) past.resize(past_checks_max);

  std::string text = "[";
  const auto add = [&text](std::string_view entry) { text.append(text.size() > 1 ? "," : "").append(entry); };
  std::size_t unread_bytes = 0;
  for (const auto& entry : unread) unread_bytes += entry.size() + 1;
  for (const auto* check : open) add(entry_text(*check, account));
  for (const auto* check : past) {
    const auto entry = entry_text(*check, account);
    if (text.size() + entry.size() + unread_bytes > past_bytes_max) break;
    add(entry);
  }
  for (const auto& entry : unread) add(entry);
  return text + "]";
}

}  // namespace kassabro::rule
