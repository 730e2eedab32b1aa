#include "sandbox/rcml/node.hpp"

namespace kassabro::sandbox::rcml {

const json::object& object_of(const json::value& value) {
  static const json::object none;
  return value.is_object() ? value.get_object() : none;
}

const json::array& array_member(const json::object& object, std::string_view name) {
  static const json::array none;
  const auto* member = object.if_contains(name);
  return member != nullptr && member->is_array() ? member->get_array() : none;
}

const json::object& object_member(const json::object& object, std::string_view name) {
  static const json::value none;
  const auto* member = object.if_contains(name);
  return object_of(member == nullptr ? none : *member);
}

std::string tag_of(const json::value& node) { return text_member(object_of(node), "tagName"); }

const json::value* find_child(const json::value& node, std::string_view tag) {
  for (const auto& child : children_of(node))
    if (tag_of(child) == tag) return &child;
  return nullptr;
}

}  // namespace kassabro::sandbox::rcml
