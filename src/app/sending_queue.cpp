#include "app/sending_queue.hpp"

#include <algorithm>
#include <array>

namespace kassabro::app {
namespace {

constexpr std::array<std::string_view, 3> texts_of_states{"pending", "delivered", "failed"};

}  // namespace

std::string_view to_text(SendingState state) { return texts_of_states.at(static_cast<std::size_t>(state)); }

std::optional<SendingState> parse_sending_state(std::string_view text) {
  const auto found = std::ranges::find(texts_of_states, text);
  if (found == texts_of_states.end()) return std::nullopt;
  return static_cast<SendingState>(found - texts_of_states.begin());
}

}  // namespace kassabro::app
