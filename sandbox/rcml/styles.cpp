#include "sandbox/rcml/styles.hpp"

#include <array>
#include <utility>

#include "base/text.hpp"
#include "sandbox/rcml/node.hpp"

namespace kassabro::sandbox::rcml {
namespace {

struct Default {
  std::string_view tag, name, value;
};

constexpr std::array<Default, 33> defaults{{
    {"rc-body", "width", "600px"},
    {"rc-wrapper", "padding", "20px 0"},
    {"rc-section", "padding", "20px 0"},
    {"rc-section", "text-align", "center"},
    {"rc-column", "vertical-align", "top"},
    {"rc-text", "align", "left"},
    {"rc-text", "padding", "0 0 20px 0"},
    {"rc-heading", "align", "left"},
    {"rc-heading", "padding", "0 0 20px 0"},
    {"rc-heading", "font-weight", "700"},
    {"rc-button", "align", "center"},
    {"rc-button", "background-color", "#05CC87"},
    {"rc-button", "color", "#FFFFFF"},
    {"rc-button", "border-radius", "8px"},
    {"rc-button", "inner-padding", "10px 16px"},
    {"rc-button", "padding", "0 0 20px 0"},
    {"rc-image", "align", "center"},
    {"rc-image", "padding", "0 0 20px"},
    {"rc-image", "target", "_blank"},
    {"rc-image", "height", "auto"},
    {"rc-logo", "align", "center"},
    {"rc-logo", "padding", "0 0 20px"},
    {"rc-logo", "target", "_blank"},
    {"rc-logo", "width", "96px"},
    {"rc-video", "align", "center"},
    {"rc-video", "padding", "0 0 20px"},
    {"rc-spacer", "height", "32px"},
    {"rc-divider", "border-color", "#000000"},
    {"rc-divider", "border-style", "solid"},
    {"rc-divider", "border-width", "1px"},
    {"rc-divider", "padding", "20px 0"},
    {"rc-divider", "width", "100%"},
    {"rc-social", "icon-size", "20px"},
}};

void put_over(json::object& out, const json::object& attributes) {
  for (const auto& [name, value] : attributes) out[name] = value;
}

}  // namespace

Styles::Styles(const json::value& head) {
  const auto read = [this](const json::value& node) {
    if (tag_of(node) == "rc-class")
      put_over(classes_[attribute(node, "name")], attributes_of(node));
    else
      put_over(tags_[tag_of(node)], attributes_of(node));
  };
  for (const auto& node : children_of(head)) {
    if (tag_of(node) == "rc-class") read(node);
    if (tag_of(node) == "rc-attributes")
      for (const auto& default_of_tag : children_of(node)) read(default_of_tag);
  }
  for (auto& [_, attributes] : classes_) attributes.erase("name");
}

json::object Styles::attributes_for(const json::value& node) const {
  const auto tag = tag_of(node);
  json::object out;
  for (const auto& entry : defaults)
    if (entry.tag == tag) out[entry.name] = entry.value;
  if (const auto found = tags_.find(tag); found != tags_.end()) put_over(out, found->second);
  const auto names = attribute(node, "rc-class");
  for (std::string_view left = trimmed(names); !left.empty();) {
    const auto name = left.substr(0, left.find(' '));
    if (const auto found = classes_.find(name); found != classes_.end()) put_over(out, found->second);
    left = trimmed(left.substr(name.size()));
  }
  put_over(out, attributes_of(node));
  out.erase("rc-class");
  return out;
}

}  // namespace kassabro::sandbox::rcml
