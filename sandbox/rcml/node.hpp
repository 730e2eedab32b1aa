#pragma once

#include <string>
#include <string_view>

#include "base/json.hpp"

namespace kassabro::sandbox::rcml {

// A node of an RCML document: {"tagName","attributes","children" or "content"}. These read it without asking what it is:
// what is absent, or of another kind, is empty.
std::string tag_of(const json::value& node);
const json::object& object_of(const json::value& value);
const json::array& array_member(const json::object& object, std::string_view name);
const json::object& object_member(const json::object& object, std::string_view name);
inline const json::array& array_member(const json::value& node, std::string_view name) {
  return array_member(object_of(node), name);
}
inline const json::object& object_member(const json::value& node, std::string_view name) {
  return object_member(object_of(node), name);
}
inline const json::array& children_of(const json::value& node) { return array_member(node, "children"); }
inline const json::object& attributes_of(const json::value& node) { return object_member(node, "attributes"); }
inline std::string attribute(const json::value& node, std::string_view name) { return text_member(attributes_of(node), name); }
// The first child of that tag; null: there is none.
const json::value* find_child(const json::value& node, std::string_view tag);

}  // namespace kassabro::sandbox::rcml
