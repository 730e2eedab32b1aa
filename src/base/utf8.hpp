#pragma once

#include <string>
#include <string_view>

namespace kassabro {

bool is_utf8(std::string_view text);

// Fit for a database, a log line and a JSON answer: no control characters (each becomes a blank) and at most `bytes_max`
// bytes, cut between two characters. `text` must be UTF-8.
std::string tame_text(std::string_view text, std::size_t bytes_max);

bool has_control_characters(std::string_view text);

}  // namespace kassabro
