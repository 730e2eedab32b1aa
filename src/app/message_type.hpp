#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace kassabro::app {

// What integrators are told of (docs/webhooks.md). Sets of them are stored as bits: a number is never given to another type.
enum class MessageType : std::uint8_t {
  order_completed = 0,
  customer_registered = 1,
  bonus_check_redeemed = 2,
  bonus_check_redemption_undone = 3,
  consent_changed = 4,
  endpoint_test = 5,  // only by hand, and to one endpoint
};

std::string_view to_text(MessageType type);  // "order.completed"
std::optional<MessageType> parse_message_type(std::string_view text);

class MessageTypes {
 public:
  MessageTypes() = default;
  static MessageTypes from_bits(std::int64_t bits);
  // Whatever there is, and what later versions tell besides.
  static MessageTypes all() { return from_bits(INT32_MAX); }

  bool has(MessageType type) const { return (bits_ & bit_of(type)) != 0; }
  bool empty() const { return bits_ == 0; }
  void add(MessageType type) { bits_ |= bit_of(type); }
  void add(MessageTypes others) { bits_ |= others.bits_; }
  std::int64_t bits() const { return bits_; }
  std::vector<std::string_view> texts() const;
  static std::int64_t bit_of(MessageType type) { return std::int64_t{1} << static_cast<unsigned>(type); }
  friend bool operator==(const MessageTypes&, const MessageTypes&) = default;

 private:
  std::int64_t bits_ = 0;
};

}  // namespace kassabro::app
