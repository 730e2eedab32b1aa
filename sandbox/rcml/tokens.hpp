#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "sandbox/rcml/values.hpp"

namespace kassabro::sandbox::rcml {

// The items that one round of a loop shows: [LoopValue:name.2] is the second of them.
struct LoopRound {
  const json::array* items = nullptr;
  std::size_t first = 0;
};

// `text` with its tokens replaced, inner ones first. [CustomField:Order.Number::20] is cut to 20 characters. The result is
// plain text: whoever writes HTML escapes it.
std::string fill_tokens(std::string_view text, const Values& values, const LoopRound* round = nullptr);

// Calls `visit(kind, argument)` for each token, inner ones too.
void visit_tokens(std::string_view text, const std::function<void(std::string_view, std::string_view)>& visit);

// How many items a round of the loop needs: the highest index in its tokens, 1 where none is written.
std::size_t items_a_round(std::string_view text);

// [Date:now::Y-m-d] and its kin: now, tomorrow, yesterday, in-2-days, 3-days-ago or a date as text, then a format of PHP's
// letters Y, m, d, H, i, s. "": not a date.
std::string date_text(std::string_view argument, Timestamp now);

}  // namespace kassabro::sandbox::rcml
