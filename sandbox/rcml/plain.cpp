// A settled document as the plain part of an email.
#include "base/text.hpp"
#include "sandbox/rcml/mail.hpp"
#include "sandbox/rcml/node.hpp"
#include "sandbox/rcml/settle.hpp"
#include "sandbox/rcml/tokens.hpp"

namespace kassabro::sandbox::rcml {
namespace {

std::string link_of(const json::value& node) {
  for (const auto& mark : array_member(node, "marks"))
    if (text_member(object_of(mark), "type") == "link") return text_member(object_member(mark, "attrs"), "href");
  return "";
}

void append_inline(std::string& out, const json::value& paragraph) {
  for (const auto& node : array_member(paragraph, "content")) {
    if (text_member(object_of(node), "type") == "hardbreak") out += '\n';
    out += text_member(object_of(node), "text");
    if (const auto href = link_of(node); !href.empty()) out += " (" + href + ")";
  }
}

void append_blocks(std::string& out, const json::value& content) {
  for (const auto& block : array_member(content, "content")) {
    const auto type = text_member(object_of(block), "type");
    if (type == "paragraph") {
      append_inline(out, block);
      out += '\n';
      continue;
    }
    if (type == "list-item") out += "- ";
    append_blocks(out, block);
  }
}

void append_node(std::string& out, const json::value& node) {
  const auto tag = tag_of(node);
  if (tag == "rc-text" || tag == "rc-heading" || tag == "rc-button") {
    const auto* content = object_of(node).if_contains("content");
    if (content != nullptr) append_blocks(out, *content);
    if (const auto href = attribute(node, "href"); !href.empty()) out += href + "\n";
  }
  if (tag == "rc-divider") out += "---\n";
  if (tag == "rc-social-element") out += attribute(node, "name") + ": " + attribute(node, "href") + "\n";
  for (const auto& child : children_of(node)) append_node(out, child);
}

}  // namespace

std::string to_plain(const json::value& settled) {
  if (const auto* head = find_child(settled, "rc-head"))
    if (const auto* own = find_child(*head, "rc-plain-text")) {
      const auto text = text_member(object_member(*own, "content"), "text");
      if (!text.empty()) return text;
    }
  std::string out;
  if (const auto* body = find_child(settled, "rc-body")) append_node(out, *body);
  return std::string(trimmed(out)) + "\n";
}

Mail render_email(const json::value& document, const Values& values, std::string_view subject, std::string_view preheader) {
  const auto settled = settle(document, values);
  return {to_html(settled, subject, preheader), to_plain(settled)};
}

// A flat list of texts, links and placeholders (contract of RCML, section 7).
Mail render_sms(const json::value& document, const Values& values) {
  std::string out;
  for (const auto& node : array_member(object_member(document, "content"), "content")) {
    const auto original = text_member(object_member(node, "attrs"), "original");
    out += fill_tokens(original.empty() ? text_member(object_of(node), "text") : original, values);
  }
  return {"", out};
}

}  // namespace kassabro::sandbox::rcml
