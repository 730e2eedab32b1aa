#include "sandbox/rule/field_value.hpp"

#include <fmt/format.h>

#include <boost/json/serialize.hpp>

namespace kassabro::sandbox::rule {
namespace {

// Reads a text of the pattern "dddd-dd-dd" digit by digit: a stream parser would cost more than the whole rest of a call.
bool fits(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (pattern[i] == 'd' ? !digit : text[i] != pattern[i]) return false;
  }
  return true;
}

int number_at(std::string_view text, std::size_t at, std::size_t count) {
  int number = 0;
  for (const char c : text.substr(at, count)) number = number * 10 + (c - '0');
  return number;
}

bool is_date(std::string_view text) {
  using namespace std::chrono;
  return fits(text, "dddd-dd-dd") &&
         year_month_day(year(number_at(text, 0, 4)), month(static_cast<unsigned>(number_at(text, 5, 2))),
                        day(static_cast<unsigned>(number_at(text, 8, 2))))
             .ok();
}

bool is_time(std::string_view text) {
  return fits(text, "dd:dd:dd") && number_at(text, 0, 2) < 24 && number_at(text, 3, 2) < 60 && number_at(text, 6, 2) < 60;
}

bool is_datetime(std::string_view text) {
  return text.size() == 19 && text[10] == ' ' && is_date(text.substr(0, 10)) && is_time(text.substr(11));
}

Result<std::string> checked(bool good, const std::string& text, std::string_view expected) {
  if (good || text.empty()) return text;
  return fail(invalid("value", fmt::format("\"{}\" is not {}.", text.substr(0, 40), expected)));
}

// NODE sends lists JSON-encoded, the shop plug-ins as real arrays: both are read (contract, section 2).
Result<std::string> parse_list(const json::value& value) {
  if (value.is_array()) {
    for (const auto& entry : value.get_array())
      if (!text_of(entry)) return fail(invalid("value", "A list may hold texts only."));
    return json::serialize(value);
  }
  const auto text = text_of(value);
  if (!text) return fail(invalid("value", "The value of a multiple field must be a list."));
  if (text->empty()) return std::string();
  const auto decoded = parse_json(*text);
  if (decoded && decoded->is_array()) return parse_list(*decoded);
  return json::serialize(json::array{*text});
}

Result<std::string> parse_encoded(const json::value& value) {
  if (value.is_object() || value.is_array()) return json::serialize(value);
  const auto text = text_of(value);
  if (!text) return fail(invalid("value", "The value of a json field must be JSON-encoded text."));
  if (text->empty()) return std::string();
  if (!parse_json(*text)) return fail(invalid("value", "The text is not valid JSON."));
  return *text;
}

}  // namespace

Result<FieldKey> parse_field_key(std::string_view key) {
  const auto dot = key.find('.');
  if (dot == std::string_view::npos || dot == 0 || dot + 1 == key.size() || key.find('.', dot + 1) != std::string_view::npos)
    return fail(invalid("key", "The key must be Group.Field with exactly one dot."));
  return FieldKey{key.substr(0, dot), key.substr(dot + 1)};
}

Result<std::string> parse_field_value(FieldType type, const json::value& value) {
  if (value.is_null()) return std::string();
  if (type == FieldType::multiple) return parse_list(value);
  if (type == FieldType::json) return parse_encoded(value);
  const auto text = text_of(value);
  if (!text) return fail(invalid("value", "The value must be text."));
  switch (type) {
    case FieldType::text:
    case FieldType::single:
    case FieldType::multiple:
    case FieldType::json: return *text;
    case FieldType::date: return checked(is_date(*text), *text, "a date (YYYY-MM-DD)");
    case FieldType::datetime: return checked(is_datetime(*text), *text, "a date and time (YYYY-MM-DD HH:MM:SS)");
    case FieldType::time: return checked(is_time(*text), *text, "a time (HH:MM:SS)");
  }
  return *text;
}

json::value field_value_json(FieldType type, std::string_view text) {
  if (type == FieldType::multiple && text.empty()) return json::array{};
  if ((type == FieldType::json || type == FieldType::multiple) && !text.empty()) {
    auto value = parse_json(text);
    if (value) return std::move(*value);
  }
  return json::string(text);
}

void append_json_string(std::string& out, std::string_view text) {
  out.push_back('"');
  for (const char c : text) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20)
          fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
        else
          out.push_back(c);
    }
  }
  out.push_back('"');
}

void append_field_value_json(std::string& out, FieldType type, std::string_view text) {
  const bool structured = type == FieldType::multiple || type == FieldType::json;
  if (structured && text.empty())
    out += type == FieldType::multiple ? "[]" : "null";
  else if (structured)
    out += text;
  else
    append_json_string(out, text);
}

}  // namespace kassabro::sandbox::rule
