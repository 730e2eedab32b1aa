#include "app/person_traces.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <ranges>

#include "base/json.hpp"
#include "base/text.hpp"
#include "domain/email.hpp"
#include "domain/personal_number.hpp"
#include "domain/phone.hpp"

namespace kassabro::app {
namespace {

using domain::CustomerKey;
using domain::KeyKind;

constexpr std::size_t telling_digits = 7;  // what all spellings of one number have in common at their end
constexpr std::size_t shortest_spelling = 10;  // of a personal number that has a century
constexpr std::size_t telling_id_digits = 12;  // ids of ours have more; a shorter number in a text may be anything

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z'); }

std::string digits_of(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), &is_digit);
  return digits;
}

std::string_view ending(std::string_view digits) {
  return digits.substr(digits.size() - std::min(digits.size(), telling_digits));
}

bool is_phone(std::string_view text, const std::string& e164, std::string_view country) {
  if (digits_of(text).size() < telling_digits || !digits_of(text).ends_with(ending(e164))) return false;
  const auto phone = domain::Phone::parse(text, country);
  return phone && phone->e164() == e164;
}

bool speaks_of(std::string_view member, std::initializer_list<std::string_view> words) {
  const auto name = ascii_lowered(member);
  return std::ranges::any_of(words, [&](std::string_view word) { return name.contains(word); });
}

// Their values are short numbers, which an amount may be too.
bool speaks_of_orders(std::string_view member) { return speaks_of(member, {"order", "transaction", "receipt"}); }
bool speaks_of_members(std::string_view member) { return speaks_of(member, {"member", "customer", "contact"}); }

// Does `part` stand in `text` by itself, not as the end or the beginning of something longer ("joanna@shop.se", "anna@shop.seo")?
bool stands_alone(std::string_view text, std::string_view part) {
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
    const auto before = at == 0 ? ' ' : text[at - 1];
    const auto rest = text.substr(at + part.size());
    const bool goes_on =
        !rest.empty() && (is_word(rest[0]) || rest[0] == '-' || (rest[0] == '.' && rest.size() > 1 && is_word(rest[1])));
    if (!goes_on && !is_word(before) && !std::string_view("._%+-").contains(before)) return true;
  }
  return false;
}

// Of the words of a text, which may hold dashes: is one this number?
bool has_personal_number(std::string_view lower, std::string_view number) {
  const auto belongs = [](char c) { return is_word(c) || c == '-' || c == '+'; };
  for (auto from = lower.begin(); from != lower.end();) {
    from = std::find_if(from, lower.end(), belongs);
    const auto to = std::find_if_not(from, lower.end(), belongs);
    const bool is_long_enough = static_cast<std::size_t>(to - from) >= std::min(number.size(), shortest_spelling);
    if (is_long_enough && domain::is_same_personal_number(domain::bare_personal_number({from, to}), number)) return true;
    from = to;
  }
  return false;
}

class Search {
 public:
  Search(const PersonTraces& person, std::string_view country) : person_(person), country_(country) {}

  bool holds(const json::value& value, std::string_view member) const {
    switch (value.kind()) {
      case json::kind::object:
        return std::ranges::any_of(value.get_object(), [&](const auto& pair) { return holds(pair.value(), pair.key()); });
      case json::kind::array:
        return std::ranges::any_of(value.get_array(), [&](const auto& item) { return holds(item, member); });
      case json::kind::string: return holds_text(value.get_string(), member) || tells(value.get_string());
      case json::kind::int64: return holds_text(std::to_string(value.get_int64()), member);
      case json::kind::uint64: return holds_text(std::to_string(value.get_uint64()), member);
      default: return false;
    }
  }

  bool stands_in(std::string_view text) const {
    const auto digits = digits_of(text);
    return tells(text) || any_key([&](const CustomerKey& key) {
             if (key.kind == KeyKind::contact_id) return key.text.size() >= telling_id_digits && stands_alone(text, key.text);
             return key.kind == KeyKind::phone && digits.contains(ending(key.text));
           });
  }

 private:
  // Words in which the person is named without doubt.
  bool tells(std::string_view text) const {
    const auto lower = ascii_lowered(text);
    if (any_key([&](const CustomerKey& key) { return key.kind == KeyKind::email && stands_alone(lower, key.text); }))
      return true;
    return !person_.personal_number.empty() && has_personal_number(lower, person_.personal_number);
  }

  bool holds_text(std::string_view text, std::string_view member) const {
    const auto is_key = [&](const CustomerKey& key) {
      switch (key.kind) {
        case KeyKind::email: return ascii_lowered(text) == key.text;
        case KeyKind::phone: return is_phone(text, key.text, country_);
        case KeyKind::member_number: return text == key.text && speaks_of_members(member);
        case KeyKind::contact_id: return text == key.text;
      }
      return false;
    };
    if (any_key(is_key) || is_personal_number(text)) return true;
    return speaks_of_orders(member) && std::ranges::find(person_.order_ids, text) != person_.order_ids.end();
  }

  bool is_personal_number(std::string_view text) const {
    return !person_.personal_number.empty() &&
           domain::is_same_personal_number(domain::bare_personal_number(text), person_.personal_number);
  }

  template <class Is>
  bool any_key(Is is) const {
    return std::ranges::any_of(person_.keys, is) || std::ranges::any_of(person_.former_keys, is);
  }

  const PersonTraces& person_;
  std::string_view country_;
};

bool has(const std::vector<CustomerKey>& keys, const CustomerKey& key) { return std::ranges::find(keys, key) != keys.end(); }

}  // namespace

PersonTraces traces_of(const domain::Contact& contact, std::vector<std::string> order_ids) {
  PersonTraces traces{keys_of(contact), std::move(order_ids), {}, domain::bare_personal_number(contact.personal_id)};
  traces.keys.push_back({KeyKind::contact_id, std::to_string(contact.id)});
  return traces;
}

std::vector<CustomerKey> keys_on(const domain::Order& order, std::string_view country) {
  std::vector<CustomerKey> keys;
  if (const auto email = domain::Email::parse(order.email)) keys.push_back({KeyKind::email, email->text()});
  if (const auto phone = domain::Phone::parse(order.phone, country)) keys.push_back({KeyKind::phone, phone->e164()});
  return keys;
}

void add_former(PersonTraces& person, std::vector<CustomerKey> keys) {
  for (auto& key : keys)
    if (!has(person.keys, key) && !has(person.former_keys, key)) person.former_keys.push_back(std::move(key));
}

bool mentions(std::string_view text, const PersonTraces& person, std::string_view country) {
  const Search search(person, country);
  const auto value = parse_json(text);
  return value ? search.holds(*value, "") : search.stands_in(text);
}

}  // namespace kassabro::app
