#include "rule/automations/rcml.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.hpp"
#include "base/text.hpp"

namespace kassabro::rule::automations {
namespace {

constexpr std::size_t plain_characters_max = 80;

// In the form of a version 4 UUID.
std::string uuid_of(std::string_view name) {
  auto bytes = KeyedDigest(Digest{}).of(name);
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x40U);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
  std::string out;
  for (std::size_t i = 0; i < 16; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
    out += fmt::format("{:02x}", bytes[i]);
  }
  return out;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }
bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

json::object Nodes::node(std::string_view tag, json::object attributes) {
  json::object out{{"id", uuid_of(seed_ + "/" + std::to_string(count_++))}, {"tagName", tag}};
  if (!attributes.empty()) out["attributes"] = std::move(attributes);
  return out;
}

json::object Nodes::branch(std::string_view tag, json::object attributes, json::array children) {
  auto out = node(tag, std::move(attributes));
  out["children"] = std::move(children);
  return out;
}

json::object Nodes::leaf(std::string_view tag, json::object attributes) { return node(tag, std::move(attributes)); }

json::object Nodes::leaf(std::string_view tag, json::object attributes, json::value content) {
  auto out = node(tag, std::move(attributes));
  out["content"] = std::move(content);
  return out;
}

json::object text(std::string_view content) { return {{"type", "text"}, {"text", content}}; }

json::object link(std::string_view content, std::string_view address) {
  auto out = text(content);
  out["marks"] = json::array{
      json::object{{"type", "font"}, {"attrs", json::object{{"text-decoration", "underline"}}}},
      json::object{{"type", "link"}, {"attrs", json::object{{"href", address}, {"target", "_blank"}, {"no-tracked", "true"}}}}};
  return out;
}

json::object line_break() { return {{"type", "hardbreak"}, {"attrs", json::object{{"isInline", true}}}}; }

namespace {

json::object placeholder(std::string_view type, json::value value, std::string_view name) {
  return {{"type", "placeholder"},
          {"attrs", json::object{{"type", type},
                                 {"value", std::move(value)},
                                 {"name", name},
                                 {"original", fmt::format("[{}:{}]", type, name)},
                                 {"max-length", nullptr}}}};
}

}  // namespace

json::object merge_field(const FieldRef& field) {
  return placeholder("CustomField", field.id == 0 ? json::value(nullptr) : json::value(field.id), field.name);
}

json::object company_name() { return placeholder("User", nullptr, "CompanyName"); }

json::object loop_value(std::string_view key) {
  return {{"type", "loop-value"},
          {"attrs", json::object{{"original", fmt::format("[LoopValue:{}.1]", key)}, {"value", key}, {"index", "1"}}}};
}

json::object document(json::array inline_nodes) {
  return {{"type", "doc"}, {"content", json::array{json::object{{"type", "paragraph"}, {"content", std::move(inline_nodes)}}}}};
}

std::string plain(std::string_view written) {
  std::string out;
  std::size_t characters = 0;
  for (const char c : trimmed(written)) {
    if (starts_character(c) && ++characters > plain_characters_max) break;
    out += c == '[' ? '(' : c == ']' ? ')' : is_control(c) ? ' ' : c;
  }
  return out;
}

bool can_be_merged(std::string_view name) {
  return !name.empty() && name.find("::") == std::string_view::npos &&
         std::ranges::none_of(name, [](char c) { return c == '[' || c == ']' || is_control(c); });
}

}  // namespace kassabro::rule::automations
