#include "rule/field.hpp"

#include <fmt/format.h>

namespace kassabro::rule {

std::string_view to_text(FieldType type) {
  switch (type) {
    case FieldType::text: return "text";
    case FieldType::date: return "date";
    case FieldType::datetime: return "datetime";
    case FieldType::multiple: return "multiple";
    case FieldType::json: return "json";
  }
  return "text";
}

std::string_view group_name(const RuleNames& names, Group group) {
  switch (group) {
    case Group::contact:
    case Group::consent: return names.contact_group;
    case Group::address: return names.address_group;
    case Group::order: return names.order_group;
    case Group::native_contact: return native_contact_group;
    case Group::native_order: return native_order_group;
  }
  return {};
}

bool is_empty(const FieldContent& content) {
  return std::visit([](const auto& held) { return held.empty(); }, content);
}

std::string fingerprint(std::span<const FieldKey> keys) {
  // FNV-1a: it must be the same in every build and on every node, which std::hash does not promise.
  std::uint64_t hash = 14695981039346656037ULL;
  const auto add = [&hash](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  };
  for (const auto& key : keys) {
    add(key.text());
    add(":");
    add(to_text(key.type));
    add("\n");
  }
  return fmt::format("{:016x}", hash);
}

}  // namespace kassabro::rule
