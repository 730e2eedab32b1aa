// Rich text: exact members, exact nesting (contract of RCML, section 4).
#include <algorithm>
#include <set>

#include "sandbox/rcml/check_parts.hpp"
#include "sandbox/rcml/node.hpp"

namespace kassabro::sandbox::rcml {
namespace {

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> known) {
  return std::ranges::find(known, text) != known.end();
}

void check_mark(const json::value& mark, const Schema& schema) {
  check_members(object_of(mark), "mark", {"type", "attrs"});
  const auto type = text_member(object_of(mark), "type");
  const auto& attrs = object_member(mark, "attrs");
  if (type == "link") {
    check_members(attrs, "link", {"href", "target", "no-tracked"});
    if (!is_one_of(text_member(attrs, "no-tracked"), {"true", "false"}) || !attrs.at("no-tracked").is_string())
      refuse_document("link.no-tracked must be \"true\" or \"false\".");
    check_tokens(text_member(attrs, "href"), schema, subscriber_names_in_email);
    return;
  }
  if (type != "font") refuse_document("There is no mark " + type + ".");
  if (attrs.empty()) refuse_document("A font mark needs at least one attribute.");
  for (const auto& [name, value] : attrs) {
    if (!is_one_of(name, {"font-family", "font-size", "line-height", "letter-spacing", "font-style", "font-weight",
                          "text-decoration", "color"}))
      refuse_document("font." + std::string(name) + " is not known.");
    if (name == "font-weight" && value == "bold") continue;  // fine in a mark, though not in an attribute
    check_attribute("font", name, value);
  }
}

void check_placeholder(const json::value& node, const Schema& schema) {
  check_members(object_of(node), "placeholder", {"type", "attrs"});
  const auto& attrs = object_member(node, "attrs");
  check_members(attrs, "placeholder", {"type", "value", "name", "original", "max-length"});
  const auto type = text_member(attrs, "type");
  if (!is_one_of(type, {"CustomField", "Subscriber", "User", "RemoteContent", "Date"}))
    refuse_document("There is no placeholder of type " + type + ".");
  const auto original = text_member(attrs, "original");
  if (!original.starts_with("[" + type + ":") || !original.ends_with(']'))
    refuse_document("placeholder.original must be [" + type + ":…].");
  if (!attrs.at("max-length").is_null() && !attrs.at("max-length").is_string())
    refuse_document("placeholder.max-length must be text or null.");
  check_tokens(original, schema, subscriber_names_in_email);
}

void check_inline(const json::value& node, Paragraphs paragraphs, const Schema& schema) {
  const auto type = text_member(object_of(node), "type");
  if (type == "text") {
    check_members(object_of(node), "text", {"type", "text"}, {"marks"});
    if (text_member(object_of(node), "text").empty()) refuse_document("A text must not be empty.");
    check_tokens(text_member(object_of(node), "text"), schema, subscriber_names_in_email);
    std::set<std::string> seen;
    for (const auto& mark : array_member(node, "marks")) {
      check_mark(mark, schema);
      if (!seen.insert(text_member(object_of(mark), "type")).second) refuse_document("A text has at most one mark of a type.");
    }
    return;
  }
  if (type == "placeholder") return check_placeholder(node, schema);
  if (type == "loop-value") {
    check_members(object_of(node), "loop-value", {"type", "attrs"});
    return check_members(object_member(node, "attrs"), "loop-value", {"original", "value", "index"});
  }
  if (type == "hardbreak" && paragraphs == Paragraphs::many) {
    check_members(object_of(node), "hardbreak", {"type", "attrs"});
    return check_members(object_member(node, "attrs"), "hardbreak", {"isInline"});
  }
  refuse_document("A paragraph may not hold " + type + ".");
}

void check_blocks(const json::value& parent, Paragraphs paragraphs, const Schema& schema) {
  const bool in_list = text_member(object_of(parent), "type").ends_with("-list");
  for (const auto& block : array_member(parent, "content")) {
    const auto type = text_member(object_of(block), "type");
    if (in_list != (type == "list-item")) refuse_document("A list holds list-items, and nothing else does.");
    if (type == "paragraph") {
      check_members(object_of(block), "paragraph", {"type"}, {"content"});
      for (const auto& node : array_member(block, "content")) check_inline(node, paragraphs, schema);
      continue;
    }
    if (paragraphs == Paragraphs::one) refuse_document("A button holds one paragraph.");
    check_members(object_of(block), type, {"type", "attrs", "content"});
    const auto& attrs = object_member(block, "attrs");
    if (type == "align") {
      check_members(attrs, type, {"value"});
      if (!is_one_of(text_member(attrs, "value"), {"left", "center", "right"})) refuse_document("align.value is not known.");
    } else if (type == "bullet-list") {
      check_members(attrs, type, {"spread"});
    } else if (type == "ordered-list") {
      check_members(attrs, type, {"order", "spread"});
    } else if (type == "list-item") {
      check_members(attrs, type, {"label", "list-type", "spread"});
    } else {
      refuse_document("There is no block " + type + ".");
    }
    check_blocks(block, paragraphs, schema);
  }
}

}  // namespace

void check_rich_text(const json::value& content, std::string_view tag, Paragraphs paragraphs, const Schema& schema) {
  check_members(object_of(content), tag, {"type", "content"});
  if (text_member(object_of(content), "type") != "doc") refuse_document(std::string(tag) + ".content must be a doc.");
  const auto& blocks = array_member(content, "content");
  if (blocks.empty()) refuse_document(std::string(tag) + ".content must not be empty.");
  if (paragraphs == Paragraphs::one && blocks.size() != 1) refuse_document("A button holds one paragraph.");
  check_blocks(content, paragraphs, schema);
}

}  // namespace kassabro::sandbox::rcml
