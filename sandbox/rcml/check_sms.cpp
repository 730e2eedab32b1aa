// A text message: a flat list of texts, links and placeholders (contract of RCML, section 7).
#include <cctype>

#include "sandbox/rcml/check_parts.hpp"
#include "sandbox/rcml/node.hpp"

namespace kassabro::sandbox::rcml {
namespace {

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (is_dash ? text[i] != '-' : std::isxdigit(static_cast<unsigned char>(text[i])) == 0) return false;
  }
  return true;
}

void check_link(const json::value& node) {
  check_members(object_of(node), "link", {"type", "text", "attrs"});
  const auto& attrs = object_member(node, "attrs");
  check_members(attrs, "link", {"track", "shorten"});
  if (!attrs.at("track").is_bool() || !attrs.at("shorten").is_bool())
    refuse_document("link.track and link.shorten must be true or false.");
  if (attrs.at("track").as_bool() && !attrs.at("shorten").as_bool())
    refuse_document("A link that is tracked is shortened too.");
}

void check_placeholder(const json::value& node, const Schema& schema) {
  check_members(object_of(node), "placeholder", {"type", "attrs"});
  const auto& attrs = object_member(node, "attrs");
  check_members(attrs, "placeholder", {"type", "original", "name", "value"}, {"max-length", "is-unsubscribe"});
  const auto type = text_member(attrs, "type");
  const bool is_unsubscribe = bool_member(attrs, "is-unsubscribe").value_or(false);
  if (type == "Link"
          ? !is_unsubscribe || text_member(attrs, "original") != "[Link:Unsubscribe]"
          : type != "CustomField" && type != "Subscriber" && type != "User" && type != "Date" && type != "RemoteContent")
    refuse_document("A placeholder of type " + type + " is not allowed here.");
  check_tokens(text_member(attrs, "original"), schema, subscriber_names_in_sms);
}

void check_document(const json::value& document, const Schema& schema) {
  if (tag_of(document) != "rc-sms") refuse_document("The root must be rc-sms.");
  check_members(object_of(document), "rc-sms", {"id", "tagName", "content"});
  if (!is_uuid(text_member(object_of(document), "id"))) refuse_document("rc-sms.id must be a UUID.");
  const auto& content = object_member(document, "content");
  check_members(content, "rc-sms", {"type", "content"});
  if (text_member(content, "type") != "sms" || !content.at("content").is_array())
    refuse_document("rc-sms.content must be of type sms and hold a list.");
  for (const auto& node : array_member(content, "content")) {
    const auto type = text_member(object_of(node), "type");
    if (type == "link") {
      check_link(node);
    } else if (type == "placeholder") {
      check_placeholder(node, schema);
    } else if (type == "message") {
      check_members(object_of(node), "message", {"type", "text"}, {"attrs"});
      check_tokens(text_member(object_of(node), "text"), schema, subscriber_names_in_sms);
    } else {
      refuse_document("rc-sms may not hold " + type + ".");
    }
  }
}

}  // namespace

std::optional<Flaw> find_sms_flaw(const json::value& document, const Schema& schema) {
  try {
    check_document(document, schema);
  } catch (const Refused& refused) {
    return refused.flaw;
  }
  return std::nullopt;
}

}  // namespace kassabro::sandbox::rcml
