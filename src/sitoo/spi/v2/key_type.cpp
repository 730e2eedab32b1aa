#include "sitoo/spi/v2/key_type.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace kassabro::sitoo::spi::v2 {
namespace {

using domain::KeyKind;

struct KeyType {
  std::string_view name;
  KeyKind kind;
};

// SEEN is member_number; the others are inferred.
constexpr std::array<KeyType, 9> key_types{{{"member_number", KeyKind::member_number},
                                            {"membernumber", KeyKind::member_number},
                                            {"email", KeyKind::email},
                                            {"mobile", KeyKind::phone},
                                            {"phone", KeyKind::phone},
                                            {"phone_number", KeyKind::phone},
                                            {"customer_id", KeyKind::contact_id},
                                            {"customerid", KeyKind::contact_id},
                                            {"id", KeyKind::contact_id}}};

}  // namespace

std::optional<KeyKind> kind_of(std::string_view key_type) {
  auto name = ascii_lowered(trimmed(key_type));
  std::ranges::replace(name, '-', '_');
  const auto known = std::ranges::find(key_types, name, &KeyType::name);
  return known == key_types.end() ? std::nullopt : std::optional(known->kind);
}

}  // namespace kassabro::sitoo::spi::v2
