// The tree of an email: which element may stand where, and what it must carry (contract of RCML, sections 1 to 3 and 6).
#include <algorithm>
#include <array>
#include <charconv>

#include "sandbox/rcml/check_parts.hpp"
#include "sandbox/rcml/node.hpp"

namespace kassabro::sandbox::rcml {
namespace {

struct Element {
  std::string_view tag, children;  // the tags that it may hold, each between blanks; "": a leaf
  std::string_view required;       // attributes, likewise
};

constexpr std::string_view column_parts =
    " rc-text rc-heading rc-button rc-image rc-logo rc-video rc-spacer rc-divider rc-social rc-loop rc-raw ";

constexpr std::array<Element, 27> elements{{
    {"rcml", " rc-head rc-body ", ""},
    {"rc-head", " rc-brand-style rc-attributes rc-class rc-preview rc-plain-text rc-font ", ""},
    {"rc-brand-style", "", " id "},
    {"rc-attributes", " rc-body rc-section rc-button rc-heading rc-text rc-class rc-social ", ""},
    {"rc-class", "", " name "},
    {"rc-preview", "", ""},
    {"rc-plain-text", "", ""},
    {"rc-font", "", " name href "},
    {"rc-body", " rc-section rc-loop rc-switch rc-wrapper ", ""},
    {"rc-wrapper", " rc-section rc-switch ", ""},
    {"rc-section", " rc-column rc-group ", ""},
    {"rc-group", " rc-column ", ""},
    {"rc-column", column_parts, ""},
    {"rc-text", "", ""},
    {"rc-heading", "", ""},
    {"rc-button", "", " href "},
    {"rc-image", "", " src "},
    {"rc-logo", "", ""},  // its src may come from a class
    {"rc-video", "", " src "},
    {"rc-spacer", "", ""},
    {"rc-divider", "", ""},
    {"rc-social", " rc-social-element ", ""},
    {"rc-social-element", "", " name href "},
    {"rc-raw", "", ""},
    {"rc-loop", " rc-section ", " loop-type loop-value "},
    {"rc-switch", " rc-case ", ""},
    {"rc-case", " rc-section ", " case-type "},
}};

bool lists(std::string_view list, std::string_view name) {
  return list.find(" " + std::string(name) + " ") != std::string_view::npos;
}

class EmailCheck {
 public:
  explicit EmailCheck(const Schema& schema) : schema_(schema) {}

  void run(const json::value& document) {
    if (tag_of(document) != "rcml") refuse_document("The root must be rcml.");
    const auto& children = children_of(document);
    if (children.size() != 2 || tag_of(children[0]) != "rc-head" || tag_of(children[1]) != "rc-body")
      refuse_document("rcml holds one rc-head and then one rc-body.");
    node(document, "");
  }

 private:
  void node(const json::value& value, std::string_view parent) {
    const auto tag = tag_of(value);
    const auto* element = std::ranges::find(elements, tag, &Element::tag);
    if (tag.empty() || element == elements.end()) refuse_child(parent, tag);
    check_members(object_of(value), tag, {"tagName"}, {"id", "attributes", "children", "content"});
    if (const auto* id = object_of(value).if_contains("id"); id != nullptr && !id->is_string())
      refuse_document(tag + ".id must be text.");
    const bool is_default = parent == "rc-attributes";
    attributes(value, *element, is_default);
    if (is_default && tag != "rc-social") return;
    if (element->children.empty()) {
      if (!children_of(value).empty()) refuse_child(tag, tag_of(children_of(value).front()));
      return leaf(value, tag);
    }
    if (object_of(value).contains("content")) refuse_document(tag + ".content is not known.");
    if (!object_of(value).contains("children") || !object_of(value).at("children").is_array())
      refuse_document(tag + ".children is missing.");
    for (const auto& child : children_of(value)) {
      if (!lists(element->children, tag_of(child))) refuse_child(tag, tag_of(child));
      node(child, tag);
    }
    if (tag == "rc-section" || tag == "rc-group") columns(value, tag);
    if (tag == "rc-case" && children_of(value).size() != 1) refuse_document("rc-case holds exactly one rc-section.");
    if (tag == "rc-loop" && children_of(value).empty()) refuse_document("rc-loop holds at least one rc-section.");
  }

  void attributes(const json::value& value, const Element& element, bool is_default) {
    const auto& given = attributes_of(value);
    for (const auto& [name, attribute] : given) {
      check_attribute(element.tag, name, attribute);
      if (attribute.is_string()) check_tokens(attribute.as_string(), schema_, subscriber_names_in_email);
    }
    for (auto left = element.required; !is_default && left.size() > 1;) {
      left.remove_prefix(1);
      const auto name = left.substr(0, left.find(' '));
      if (!given.contains(name)) refuse_document(std::string(element.tag) + "." + std::string(name) + " is missing.");
      left.remove_prefix(name.size());
    }
    if (element.tag == "rc-loop") loop(given);
    if (element.tag == "rc-case") choice(given);
  }

  // A loop names its field by id, not by name.
  void loop(const json::object& given) {
    if (text_member(given, "loop-type") != "custom-field") return;
    const auto value = text_member(given, "loop-value");
    if (!int_member(given, "loop-value") || !schema_.has_field(value)) refuse_document("There is no field " + value + ".");
  }

  void choice(const json::object& given) {
    const auto type = text_member(given, "case-type");
    if (type == "default") return;
    for (const auto* name : {"case-condition", "case-value"})
      if (!given.contains(name)) refuse_document(std::string("rc-case.") + name + " is missing.");
    if (type == "custom-field" && !schema_.has_field(text_member(given, "case-property")))
      refuse_document("There is no field " + text_member(given, "case-property") + ".");
    if (type == "tag" && !schema_.has_tag(int_member(given, "case-value").value_or(0)))
      refuse_document("There is no tag " + text_member(given, "case-value") + ".");
    if (type == "segment") refuse_document("There is no segment " + text_member(given, "case-value") + ".");
  }

  void leaf(const json::value& value, const std::string& tag) {
    const auto* content = object_of(value).if_contains("content");
    const bool has_content = lists(" rc-text rc-heading rc-button rc-raw rc-preview rc-plain-text ", tag);
    if (has_content != (content != nullptr)) refuse_document(tag + ".content is " + (has_content ? "missing." : "not known."));
    if (!has_content) return;
    if (tag == "rc-preview") {
      if (!content->is_string()) refuse_document("rc-preview.content must be text.");
      return;
    }
    if (tag == "rc-raw" || tag == "rc-plain-text") {
      const auto type = tag == "rc-raw" ? "html" : "text";
      check_members(object_of(*content), tag, {"type", "text"});
      if (text_member(object_of(*content), "type") != type) refuse_document(tag + ".content.type must be " + type + ".");
      return check_tokens(text_member(object_of(*content), "text"), schema_, subscriber_names_in_email);
    }
    check_rich_text(*content, tag, tag == "rc-button" ? Paragraphs::one : Paragraphs::many, schema_);
  }

  // Up to 20 columns, or one group; widths in percent add up to 100.
  void columns(const json::value& value, const std::string& tag) {
    const auto& children = children_of(value);
    const auto groups = std::ranges::count_if(children, [](const auto& child) { return tag_of(child) == "rc-group"; });
    if (children.size() > 20 || (groups > 0 && children.size() != 1))
      refuse_document("rc-section holds up to 20 rc-columns or exactly one rc-group.");
    double sum = 0;
    for (const auto& child : children) {
      const auto width = attribute(child, "width");
      double percent = 0;
      if (!width.ends_with('%') || std::from_chars(width.data(), width.data() + width.size(), percent).ec != std::errc{})
        return;
      sum += percent;
    }
    if (!children.empty() && groups == 0 && (sum < 99.5 || sum > 100.5))
      refuse_document("The columns of " + tag + " must add up to 100 %.");
  }

  const Schema& schema_;
};

}  // namespace

std::optional<Flaw> find_email_flaw(const json::value& document, const Schema& schema) {
  try {
    EmailCheck(schema).run(document);
  } catch (const Refused& refused) {
    return refused.flaw;
  }
  return std::nullopt;
}

}  // namespace kassabro::sandbox::rcml
