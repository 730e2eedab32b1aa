#include "app/person_traces.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <ranges>

#include "base/json.hpp"
#include "base/text.hpp"
#include "domain/phone.hpp"

namespace kassabro::app {
namespace {

using domain::KeyKind;

constexpr std::size_t telling_digits = 7;  // what all spellings of one number have in common at their end

std::string digits_of(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
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

class Search {
 public:
  Search(const PersonTraces& person, std::string_view country) : person_(person), country_(country) {}

  bool holds(const json::value& value, std::string_view member) const {
    switch (value.kind()) {
      case json::kind::object:
        return std::ranges::any_of(value.get_object(), [&](const auto& pair) { return holds(pair.value(), pair.key()); });
      case json::kind::array:
        return std::ranges::any_of(value.get_array(), [&](const auto& item) { return holds(item, member); });
      case json::kind::string: return holds_text(value.get_string(), member);
      case json::kind::int64: return holds_text(std::to_string(value.get_int64()), member);
      case json::kind::uint64: return holds_text(std::to_string(value.get_uint64()), member);
      default: return false;
    }
  }

  bool stands_in(std::string_view text) const {
    const auto lower = ascii_lowered(text);
    const auto digits = digits_of(text);
    return std::ranges::any_of(person_.keys, [&](const auto& key) {
      if (key.kind == KeyKind::email) return lower.contains(key.text);
      return key.kind == KeyKind::phone && digits.contains(ending(key.text));
    });
  }

 private:
  bool holds_text(std::string_view text, std::string_view member) const {
    const auto is_key = [&](const auto& key) {
      switch (key.kind) {
        case KeyKind::email: return ascii_lowered(text) == key.text;
        case KeyKind::phone: return is_phone(text, key.text, country_);
        case KeyKind::member_number: return text == key.text && speaks_of_members(member);
        case KeyKind::contact_id: return text == key.text;
      }
      return false;
    };
    if (std::ranges::any_of(person_.keys, is_key)) return true;
    return speaks_of_orders(member) && std::ranges::find(person_.order_ids, text) != person_.order_ids.end();
  }

  const PersonTraces& person_;
  std::string_view country_;
};

}  // namespace

PersonTraces traces_of(const domain::Contact& contact, std::vector<std::string> order_ids) {
  PersonTraces traces{keys_of(contact), std::move(order_ids)};
  traces.keys.push_back({KeyKind::contact_id, std::to_string(contact.id)});
  return traces;
}

bool mentions(std::string_view text, const PersonTraces& person, std::string_view country) {
  const Search search(person, country);
  const auto value = parse_json(text);
  return value ? search.holds(*value, "") : search.stands_in(text);
}

}  // namespace kassabro::app
