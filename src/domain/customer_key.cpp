#include "domain/customer_key.hpp"

#include <algorithm>
#include <charconv>
#include <functional>

#include "base/text.hpp"

namespace kassabro::domain {
namespace {

constexpr std::size_t key_bytes_max = 254;

bool is_contact_id(std::string_view text) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  return error == std::errc{} && end == text.data() + text.size() && id > 0;
}

Result<std::vector<CustomerKey>> email_key(std::string_view text) {
  // A '+' that a client did not encode arrives as a blank; no address has blanks inside.
  std::string address(trimmed(text));
  std::ranges::replace(address, ' ', '+');
  auto email = Email::parse(address);
  if (!email) {
    auto error = email.error();
    error.field = "key";
    return fail(std::move(error));
  }
  return std::vector{CustomerKey{KeyKind::email, email->text()}};
}

}  // namespace

Result<std::vector<CustomerKey>> parse_customer_key(std::string_view text, std::string_view country,
                                                    std::optional<KeyKind> only) {
  const auto bare = trimmed(text);
  if (bare.empty()) return fail(invalid("key", "The key is missing or empty."));
  if (text.size() > key_bytes_max) return fail(invalid("key", "The key is longer than 254 bytes."));
  if (bare.find('@') != std::string_view::npos) return email_key(text);
  std::vector<CustomerKey> keys;
  if (const auto phone = Phone::parse(text, country)) keys.push_back({KeyKind::phone, phone->e164()});
  keys.push_back({KeyKind::member_number, std::string(bare)});
  if (is_contact_id(bare)) keys.push_back({KeyKind::contact_id, std::string(bare)});
  const auto is_it = [only](const CustomerKey& key) { return key.kind == *only; };
  if (only && std::ranges::any_of(keys, is_it)) std::erase_if(keys, std::not_fn(is_it));
  return keys;
}

std::vector<CustomerKey> keys_of(const Contact& contact) {
  std::vector<CustomerKey> keys;
  if (contact.email) keys.push_back({KeyKind::email, contact.email->text()});
  if (contact.mobile) keys.push_back({KeyKind::phone, contact.mobile->e164()});
  if (contact.phone && contact.phone != contact.mobile) keys.push_back({KeyKind::phone, contact.phone->e164()});
  if (!contact.member_number.empty()) keys.push_back({KeyKind::member_number, contact.member_number});
  return keys;
}

std::string stored_form(const CustomerKey& key) {
  switch (key.kind) {
    case KeyKind::email: return "e:" + key.text;
    case KeyKind::phone: return "p:" + key.text;
    case KeyKind::member_number: return "m:" + key.text;
    case KeyKind::contact_id: return "i:" + key.text;
  }
  return {};
}

}  // namespace kassabro::domain
