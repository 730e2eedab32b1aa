#include "app/endpoint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ids.hpp"

namespace kassabro::app {
namespace {

constexpr std::array<std::string_view, 3> texts_of_disabled{"by_hand", "gone", "failing"};
constexpr std::string_view message_id_prefix = "msg_";
constexpr std::size_t chance_bytes = 10;
constexpr std::size_t message_id_digits = 32;

}  // namespace

std::string_view to_text(Disabled why) { return texts_of_disabled.at(static_cast<std::size_t>(why)); }

std::optional<Disabled> parse_disabled(std::string_view text) {
  const auto found = std::ranges::find(texts_of_disabled, text);
  if (found == texts_of_disabled.end()) return std::nullopt;
  return static_cast<Disabled>(found - texts_of_disabled.begin());
}

std::string first_message_id(Timestamp at) { return fmt::format("{}{:012x}", message_id_prefix, to_epoch_ms(at)); }

std::string new_message_id(Timestamp at) { return first_message_id(at) + random_hex(chance_bytes); }

bool is_message_id(std::string_view text) {
  return text.starts_with(message_id_prefix) && text.size() == message_id_prefix.size() + message_id_digits &&
         text.find_first_not_of("0123456789abcdef", message_id_prefix.size()) == std::string_view::npos;
}

}  // namespace kassabro::app
