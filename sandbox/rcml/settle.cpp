#include "sandbox/rcml/settle.hpp"

#include <algorithm>

#include "sandbox/rcml/node.hpp"
#include "sandbox/rcml/styles.hpp"
#include "sandbox/rcml/tokens.hpp"

namespace kassabro::sandbox::rcml {
namespace {

constexpr std::size_t rounds_max = 1000;

class Settler {
 public:
  Settler(const Values& values, const Styles& styles) : values_(values), styles_(styles) {}

  json::object node(const json::value& node, const LoopRound* round) const {
    json::object out{{"tagName", tag_of(node)}};
    json::object attributes = styles_.attributes_for(node);
    for (auto& [_, value] : attributes)
      if (value.is_string()) value = json::string(fill_tokens(value.get_string(), values_, round));
    out["attributes"] = std::move(attributes);
    if (const auto* content = object_of(node).if_contains("content")) out["content"] = filled(*content, round);
    json::array children;
    append_children(children, children_of(node), round);
    out["children"] = std::move(children);
    return out;
  }

 private:
  void append_children(json::array& out, const json::array& children, const LoopRound* round) const {
    for (const auto& child : children) {
      const auto tag = tag_of(child);
      if (tag == "rc-switch")
        append_case(out, child, round);
      else if (tag == "rc-loop")
        append_rounds(out, child);
      else
        out.push_back(node(child, round));
    }
  }

  void append_case(json::array& out, const json::value& choice, const LoopRound* round) const {
    const auto& cases = children_of(choice);
    const auto chosen = std::ranges::find_if(cases, [this](const json::value& entry) { return is_met(entry); });
    if (chosen != cases.end()) append_children(out, children_of(*chosen), round);
  }

  bool is_met(const json::value& entry) const {
    const auto type = attribute(entry, "case-type");
    if (type == "default" || type.empty()) return true;
    const bool wants_equal = attribute(entry, "case-condition") != "ne";
    const auto wanted = attribute(entry, "case-value");
    if (type == "tag") return values_.has_tag(int_member(attributes_of(entry), "case-value").value_or(0)) == wants_equal;
    if (type == "custom-field")
      return (values_.find("CustomField", attribute(entry, "case-property")).value_or("") == wanted) == wants_equal;
    return !wants_equal;  // there are no segments, so nobody is in one
  }

  void append_rounds(json::array& out, const json::value& loop) const {
    if (attribute(loop, "loop-type") != "custom-field") return;  // the sandbox fetches no feeds
    const auto items = values_.items_of(attribute(loop, "loop-value"));
    if (!items) {
      append_children(out, children_of(loop), nullptr);
      return;
    }
    const auto step = items_a_round(to_json_text(children_of(loop)));
    const auto given = int_member(attributes_of(loop), "loop-max-iterations").value_or(rounds_max);
    const auto rounds = std::min<std::size_t>(rounds_max, static_cast<std::size_t>(std::max<std::int64_t>(0, given)));
    for (std::size_t i = 0; i < rounds && i * step < items->size(); ++i) {
      const LoopRound round{&*items, i * step};
      append_children(out, children_of(loop), &round);
    }
  }

  // Rich text and the objects of rc-raw and rc-plain-text; merge fields become text nodes.
  json::value filled(const json::value& content, const LoopRound* round) const {
    if (content.is_string()) return json::string(fill_tokens(content.get_string(), values_, round));
    if (content.is_array()) {
      json::array list;
      for (const auto& entry : content.get_array()) list.push_back(filled(entry, round));
      return list;
    }
    if (!content.is_object()) return content;
    const auto type = text_member(content.get_object(), "type");
    if (type == "placeholder" || type == "loop-value")
      return json::object{{"type", "text"},
                          {"text", fill_tokens(text_member(object_member(content, "attrs"), "original"), values_, round)}};
    json::object out;
    for (const auto& [name, member] : content.get_object()) out[name] = name == "type" ? member : filled(member, round);
    return out;
  }

  const Values& values_;
  const Styles& styles_;
};

}  // namespace

json::value settle(const json::value& document, const Values& values) {
  static const json::value none;
  const auto* head = find_child(document, "rc-head");
  const auto* body = find_child(document, "rc-body");
  const Styles styles(head == nullptr ? none : *head);
  const Settler settler(values, styles);
  json::array children;
  if (head != nullptr) children.push_back(settler.node(*head, nullptr));
  if (body != nullptr) children.push_back(settler.node(*body, nullptr));
  return json::object{{"tagName", "rcml"}, {"children", std::move(children)}};
}

}  // namespace kassabro::sandbox::rcml
