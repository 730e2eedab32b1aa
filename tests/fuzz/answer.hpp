#pragma once

#include <charconv>

#include "base/text.hpp"
#include "http/client.hpp"
#include "tests/fuzz/target.hpp"

namespace kassabro::fuzz {

// An answer of another server: "429\nretry-after: 5\n\n{}". A text that does not begin with a status is the body of a 200.
inline http::OutboundResponse answer_of(std::string_view text) {
  http::OutboundResponse answer;
  answer.status = 200;
  int status = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + std::min<std::size_t>(text.size(), 3), status);
  const bool is_status =
      error == std::errc{} && status >= 100 && text.substr(static_cast<std::size_t>(end - text.data())).starts_with('\n');
  if (!is_status) {
    answer.body = text;
    return answer;
  }
  answer.status = status;
  text.remove_prefix(4);
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.empty()) break;
    const auto colon = line.find(':');
    if (colon != std::string_view::npos)
      answer.headers.emplace_back(ascii_lowered(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
  }
  answer.body = text;
  return answer;
}

}  // namespace kassabro::fuzz
