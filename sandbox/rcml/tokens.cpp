#include "sandbox/rcml/tokens.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "sandbox/rcml/node.hpp"

namespace kassabro::sandbox::rcml {
namespace {

constexpr std::array<std::string_view, 10> kinds{"CustomField", "Subscriber", "User",       "Date",      "RemoteContent",
                                                 "Link",        "PromoCode",  "Dispatcher", "LoopValue", "RandomString"};

struct Token {
  std::string_view kind, argument;
  std::size_t length = 0;  // with its brackets
};

// The token that begins where `text` begins; absent: that bracket is only a bracket.
std::optional<Token> token_at(std::string_view text) {
  const auto kind = std::ranges::find_if(kinds, [&](std::string_view known) {
    const auto behind = 1 + known.size();
    return text.substr(1).starts_with(known) && behind < text.size() && (text[behind] == ':' || text[behind] == ']');
  });
  if (kind == kinds.end()) return std::nullopt;
  std::size_t depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '[') ++depth;
    if (text[i] != ']' || --depth > 0) continue;
    const auto inside = text.substr(1 + kind->size(), i - 1 - kind->size());
    return Token{*kind, inside.empty() ? inside : inside.substr(1), i + 1};
  }
  return std::nullopt;
}

std::optional<std::size_t> parse_count(std::string_view text) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return count;
}

// At most `count` characters, not bytes; a cut is marked with an ellipsis.
std::string cut(std::string_view text, std::size_t count) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) continue;
    if (count-- == 0) return std::string(text.substr(0, i)) + "…";
  }
  return std::string(text);
}

struct LoopKey {
  std::string_view key;
  std::size_t index = 1;
};

// "qty.1"; builders also write "qty" alone.
LoopKey parse_loop_key(std::string_view argument) {
  const auto dot = argument.rfind('.');
  if (dot == std::string_view::npos) return {argument, 1};
  const auto index = parse_count(argument.substr(dot + 1));
  if (!index || *index == 0) return {argument, 1};
  return {argument.substr(0, dot), *index};
}

std::string loop_text(std::string_view argument, const LoopRound& round) {
  const auto [key, index] = parse_loop_key(argument);
  const auto at = round.first + index - 1;
  if (at >= round.items->size()) return "";
  const auto* value = object_of((*round.items)[at]).if_contains(key);
  return value == nullptr ? "" : text_of(*value).value_or("");
}

std::optional<std::string> value_of(std::string_view kind, std::string_view argument, const Values& values,
                                    const LoopRound* round) {
  if (kind == "LoopValue" && round != nullptr) return loop_text(argument, *round);
  if (kind != "CustomField" && kind != "Subscriber" && kind != "User") return values.find(kind, argument);
  const auto colons = argument.rfind("::");
  const auto length = colons == std::string_view::npos ? std::nullopt : parse_count(argument.substr(colons + 2));
  auto found = values.find(kind, length ? argument.substr(0, colons) : argument);
  if (found && length) return cut(*found, *length);
  return found;
}

}  // namespace

std::string fill_tokens(std::string_view text, const Values& values, const LoopRound* round) {
  std::string out;
  while (!text.empty()) {
    const auto bracket = std::min(text.find('['), text.size());
    out += text.substr(0, bracket);
    text.remove_prefix(bracket);
    if (text.empty()) break;
    const auto token = token_at(text);
    if (!token) {
      out += '[';
      text.remove_prefix(1);
      continue;
    }
    const auto found = value_of(token->kind, fill_tokens(token->argument, values, round), values, round);
    out += found ? std::string_view(*found) : text.substr(0, token->length);
    text.remove_prefix(token->length);
  }
  return out;
}

void visit_tokens(std::string_view text, const std::function<void(std::string_view, std::string_view)>& visit) {
  for (auto bracket = text.find('['); bracket != std::string_view::npos; bracket = text.find('[', bracket + 1))
    if (const auto token = token_at(text.substr(bracket))) visit(token->kind, token->argument);
}

std::size_t items_a_round(std::string_view text) {
  std::size_t count = 1;
  visit_tokens(text, [&](std::string_view kind, std::string_view argument) {
    if (kind == "LoopValue") count = std::max(count, parse_loop_key(argument).index);
  });
  return std::min<std::size_t>(count, 20);  // as many as a section has columns
}

}  // namespace kassabro::sandbox::rcml
