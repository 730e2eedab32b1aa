#include "http/router.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "http/url.hpp"

namespace kassabro::http {
namespace {

std::string_view next_segment(std::string_view& rest) {
  if (rest.starts_with('/')) rest.remove_prefix(1);
  const auto segment = rest.substr(0, rest.find('/'));
  rest.remove_prefix(segment.size());
  return segment;
}

}  // namespace

bool is_same_word(std::string_view one, std::string_view other) {
  constexpr auto dashed = [](char c) { return c == '_' ? '-' : c; };
  return std::ranges::equal(one, other, {}, dashed, dashed);
}

bool PathParams::add(std::string value) {
  if (size_ == count_max) return false;
  values_[size_++] = std::move(value);
  return true;
}

std::string normal_path(std::string_view path) {
  std::string out;
  out.reserve(path.size());
  for (const char c : path)
    if (c != '/' || out.empty() || out.back() != '/') out.push_back(c);
  while (out.size() > 1 && out.back() == '/') out.pop_back();
  return out.empty() ? "/" : out;
}

std::optional<PathParams> match_path(std::string_view pattern, std::string_view path) {
  PathParams params;
  while (!pattern.empty() || !path.empty()) {
    const auto expected = next_segment(pattern);
    const auto actual = next_segment(path);
    if (expected.starts_with('{')) {
      if (actual.empty()) return std::nullopt;
      auto value = percent_decode(actual);
      // What is no UTF-8 names nothing, and must not get into a stored text.
      if (!value || !is_utf8(*value) || !params.add(std::move(*value))) return std::nullopt;
    } else if (!is_same_word(expected, actual)) {
      return std::nullopt;
    }
  }
  return params;
}

}  // namespace kassabro::http
