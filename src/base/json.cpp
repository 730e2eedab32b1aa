#include "base/json.hpp"

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <cmath>

namespace kassabro {

namespace {

// 1e999 is read as infinity and 0e999 as none at all; neither can be written again.
bool has_wild_number(const json::value& value) {
  if (const auto* number = value.if_double()) return !std::isfinite(*number);
  if (const auto* list = value.if_array()) return std::ranges::any_of(*list, has_wild_number);
  const auto* object = value.if_object();
  return object != nullptr && std::ranges::any_of(*object, [](const auto& member) { return has_wild_number(member.value()); });
}

}  // namespace

Result<json::value> parse_json(std::string_view text) {
  json::parse_options options;
  options.max_depth = json_depth_max;
  boost::system::error_code error;
  auto value = json::parse({text.data(), text.size()}, error, {}, options);
  if (error == json::error::too_deep) return fail(invalid("body", "The JSON is nested deeper than 64 levels."));
  if (error) return fail(invalid("body", "The body is not valid JSON: " + error.message() + "."));
  if (has_wild_number(value)) return fail(invalid("body", "The JSON holds a number that is too large."));
  return value;
}

std::string to_json_text(const json::value& value) { return json::serialize(value); }

void append_json_string(std::string& out, std::string_view text) {
  const bool plain =
      std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; });
  if (plain)
    out.append(1, '"').append(text).append(1, '"');
  else
    out += json::serialize(json::string_view(text.data(), text.size()));
}

namespace {

void write_pretty(std::string& out, const json::value& value, std::size_t depth) {
  const std::string indent(2 * (depth + 1), ' ');
  const std::string closing = "\n" + std::string(2 * depth, ' ');
  const char* separator = "\n";
  if (const auto* object = value.if_object(); object != nullptr && !object->empty()) {
    out += '{';
    for (const auto& [key, member] : *object) {
      out += separator + indent + json::serialize(json::value(key)) + ": ";
      write_pretty(out, member, depth + 1);
      separator = ",\n";
    }
    out += closing + '}';
  } else if (const auto* array = value.if_array(); array != nullptr && !array->empty()) {
    out += '[';
    for (const auto& entry : *array) {
      out += separator + indent;
      write_pretty(out, entry, depth + 1);
      separator = ",\n";
    }
    out += closing + ']';
  } else {
    out += json::serialize(value);
  }
}

}  // namespace

std::string pretty_json(std::string_view text) {
  const auto value = parse_json(text);
  if (!value) return std::string(text);
  std::string out;
  write_pretty(out, *value, 0);
  return out;
}

const json::value* find_member(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains({name.data(), name.size()});
  if (value == nullptr || value->is_null()) return nullptr;
  if (const auto* text = value->if_string(); text != nullptr && text->empty()) return nullptr;
  return value;
}

namespace {

// "12.5", as a person would write it: the serializer's "1.25E1" is JSON, but neither money nor a percentage.
std::string plain_number(double number) {
  std::array<char, 400> text;  // the largest double has 309 digits
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  return error == std::errc{} ? std::string(text.data(), end) : std::string();
}

}  // namespace

std::optional<std::string> text_of(const json::value& value) {
  switch (value.kind()) {
    case json::kind::string: return std::string(value.get_string());
    case json::kind::int64: return std::to_string(value.get_int64());
    case json::kind::uint64: return std::to_string(value.get_uint64());
    case json::kind::bool_: return value.get_bool() ? "true" : "false";
    case json::kind::double_: return plain_number(value.get_double());
    case json::kind::null:
    case json::kind::array:
    case json::kind::object: return std::nullopt;
  }
  return std::nullopt;
}

std::string text_member(const json::object& object, std::string_view name) {
  const auto* value = find_member(object, name);
  return value == nullptr ? std::string() : text_of(*value).value_or("");
}

std::optional<bool> bool_member(const json::object& object, std::string_view name) {
  const auto* value = find_member(object, name);
  if (value == nullptr) return std::nullopt;
  if (value->is_bool()) return value->get_bool();
  const auto text = text_of(*value).value_or("");
  if (text == "1" || text == "true" || text == "True" || text == "TRUE") return true;
  if (text == "0" || text == "false" || text == "False" || text == "FALSE") return false;
  return std::nullopt;
}

std::optional<std::int64_t> int_member(const json::object& object, std::string_view name) {
  const auto* value = find_member(object, name);
  if (value == nullptr) return std::nullopt;
  if (value->is_double()) {
    const double number = value->get_double();
    if (std::floor(number) != number || std::abs(number) > 9e15) return std::nullopt;
    return static_cast<std::int64_t>(number);
  }
  if (value->is_bool()) return std::nullopt;
  const auto text = text_of(*value).value_or("");
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace kassabro
