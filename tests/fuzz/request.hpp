#pragma once

#include "http/message.hpp"
#include "tests/fuzz/target.hpp"

namespace kassabro::fuzz {

// A request as our server hands it on, from a text that looks like one: "POST /contacts?key=1\nStore-ID: 7\n\n{}". The views are
// those of the text. What the server itself refuses (Beast reads HTTP) never comes so far.
inline http::Request request_of(std::string_view text) {
  const auto take_line = [&text] {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
  };
  http::Request request;
  const auto first = take_line();
  request.method_text = first.substr(0, first.find(' '));
  request.method = http::parse_method(request.method_text);
  request.target = trimmed(first.substr(request.method_text.size()));
  for (auto line = take_line(); !line.empty(); line = take_line()) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    request.headers.emplace_back(line.substr(0, colon), trimmed(line.substr(colon + 1)));
  }
  request.body = text;
  request.peer = "10.0.0.1";
  return request;
}

}  // namespace kassabro::fuzz
