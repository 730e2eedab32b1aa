#include "http/url.hpp"

#include <boost/url/encode.hpp>
#include <boost/url/pct_string_view.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>
#include <ranges>

#include "base/utf8.hpp"

namespace kassabro::http {

std::optional<std::string> percent_decode(std::string_view text, PlusSign plus) {
  const auto view = boost::urls::make_pct_string_view({text.data(), text.size()});
  if (!view) return std::nullopt;
  boost::urls::encoding_opts options;
  options.space_as_plus = plus == PlusSign::is_space;
  std::string out(view->decoded_size(), '\0');
  view->decode(options, boost::urls::string_token::assign_to(out));
  return out;
}

std::string percent_encode(std::string_view text) {
  return boost::urls::encode({text.data(), text.size()}, boost::urls::unreserved_chars);
}

namespace {

// Text in any case: what is no UTF-8 must not get into a statement or an answer.
std::string decoded(std::string_view raw) {
  if (auto text = percent_decode(raw, PlusSign::is_space); text && is_utf8(*text)) return std::move(*text);
  return is_utf8(raw) ? std::string(raw) : percent_encode(raw);
}

}  // namespace

Query::Query(std::string_view text) {
  for (const auto part : std::views::split(text, '&')) {
    const std::string_view pair(part.begin(), part.end());
    if (pair.empty()) continue;
    const auto equals = pair.find('=');
    items_.emplace_back(decoded(pair.substr(0, equals)),
                        equals == std::string_view::npos ? std::string() : decoded(pair.substr(equals + 1)));
  }
}

std::optional<std::string_view> Query::find(std::string_view name) const& {
  for (const auto& [key, value] : std::views::reverse(items_))
    if (key == name) return value;
  return std::nullopt;
}

std::vector<std::string_view> Query::all(std::string_view name) const& {
  std::vector<std::string_view> values;
  for (const auto& [key, value] : items_)
    if (key == name || (key.size() == name.size() + 2 && key.starts_with(name) && key.ends_with("[]"))) values.push_back(value);
  return values;
}

}  // namespace kassabro::http
