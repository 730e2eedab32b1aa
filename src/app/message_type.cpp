#include "app/message_type.hpp"

#include <algorithm>
#include <array>

namespace kassabro::app {
namespace {

constexpr std::array<std::string_view, 6> texts_of_types{"order.completed",      "customer.registered",
                                                         "bonus_check.redeemed", "bonus_check.redemption_undone",
                                                         "consent.changed",      "endpoint.test"};

}  // namespace

std::string_view to_text(MessageType type) { return texts_of_types.at(static_cast<std::size_t>(type)); }

std::optional<MessageType> parse_message_type(std::string_view text) {
  const auto found = std::ranges::find(texts_of_types, text);
  if (found == texts_of_types.end()) return std::nullopt;
  return static_cast<MessageType>(found - texts_of_types.begin());
}

MessageTypes MessageTypes::from_bits(std::int64_t bits) {
  MessageTypes types;
  types.bits_ = bits;
  return types;
}

std::vector<std::string_view> MessageTypes::texts() const {
  std::vector<std::string_view> texts;
  for (std::size_t i = 0; i < texts_of_types.size(); ++i)
    if (has(static_cast<MessageType>(i))) texts.push_back(texts_of_types.at(i));
  return texts;
}

}  // namespace kassabro::app
