// A settled document as the HTML of an email: tables, as mail programs want them.
#include <fmt/format.h>

#include "sandbox/rcml/html_parts.hpp"
#include "sandbox/rcml/mail.hpp"
#include "sandbox/rcml/node.hpp"

namespace kassabro::sandbox::rcml {
namespace {

constexpr std::string_view table = R"(<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0")";

// The styles of text, wherever it stands.
constexpr std::initializer_list<Style> text_styles{{"padding", "padding"},
                                                   {"text-align", "align"},
                                                   {"color", "color"},
                                                   {"background-color", "background-color"},
                                                   {"font-family", "font-family"},
                                                   {"font-size", "font-size"},
                                                   {"font-style", "font-style"},
                                                   {"font-weight", "font-weight"},
                                                   {"line-height", "line-height"},
                                                   {"letter-spacing", "letter-spacing"},
                                                   {"text-decoration", "text-decoration"},
                                                   {"text-transform", "text-transform"}};

const json::value& content_of(const json::value& node) {
  static const json::value none;
  const auto* content = object_of(node).if_contains("content");
  return content == nullptr ? none : *content;
}

std::string whole_number(std::string_view length) {
  std::string digits;
  for (const char c : length) {
    if (c < '0' || c > '9') break;
    digits += c;
  }
  return digits;
}

class Writer {
 public:
  std::string out;

  void body(const json::value& node) {
    width_ = attribute(node, "width");
    out += "<body style=\"margin:0;padding:0\"><div" +
           style_of(attributes_of(node), {{"background-color", "background-color"}}) + ">\n";
    for (const auto& child : children_of(node)) block(child);
    out += "</div></body>";
  }

 private:
  void block(const json::value& node) {
    if (tag_of(node) != "rc-wrapper") return section(node);
    out += "<div" + style_of(attributes_of(node), {{"background-color", "background-color"}, {"padding", "padding"}}) + ">\n";
    for (const auto& child : children_of(node)) block(child);
    out += "</div>\n";
  }

  void section(const json::value& node) {
    const auto& attributes = attributes_of(node);
    const auto hide = text_member(attributes, "hide");
    const bool is_full = text_member(attributes, "full-width") == "full-width";
    out += fmt::format("{}{} align=\"center\" style=\"margin:0 auto;{}\"><tr><td", table,
                       hide.empty() ? "" : " class=\"hide-" + escape_html(hide) + "\"",
                       is_full ? "" : "max-width:" + escape_html(width_));
    std::string image;
    if (const auto url = text_member(attributes, "background-url"); !url.empty())
      image = " background=\"" + safe_url(url) + "\"";
    out += image + style_of(attributes, {{"padding", "padding"},
                                         {"background-color", "background-color"},
                                         {"border", "border"},
                                         {"border-radius", "border-radius"},
                                         {"text-align", "text-align"}});
    out += fmt::format(">{}><tr>", table);
    columns(node);
    out += "</tr></table></td></tr></table>\n";
  }

  void columns(const json::value& node) {
    const auto& children = children_of(node);
    const auto share = children.empty() ? 100 : 100 / children.size();
    for (const auto& child : children) {
      if (tag_of(child) == "rc-group") {
        columns(child);
        continue;
      }
      const auto width = attribute(child, "width");
      out += fmt::format("<td width=\"{}\"", width.empty() ? fmt::format("{}%", share) : escape_html(width));
      out += style_of(attributes_of(child), {{"padding", "padding"},
                                             {"vertical-align", "vertical-align"},
                                             {"background-color", "background-color"},
                                             {"border", "border"}});
      out += ">";
      for (const auto& element : children_of(child)) part(element);
      out += "</td>";
    }
  }

  void part(const json::value& node) {
    const auto tag = tag_of(node);
    const auto& attributes = attributes_of(node);
    if (tag == "rc-section") return section(node);
    if (tag == "rc-raw") {
      out += text_member(object_of(content_of(node)), "text");
      return;
    }
    if (tag == "rc-text" || tag == "rc-heading") {
      out += "<div" + style_of(attributes, text_styles) + ">";
      append_rich_text(out, content_of(node));
      out += "</div>\n";
    }
    if (tag == "rc-button") button(node);
    if (tag == "rc-image" || tag == "rc-logo" || tag == "rc-video") image(node);
    if (tag == "rc-spacer") out += "<div" + style_of(attributes, {{"height", "height"}}, "font-size:0;") + ">&nbsp;</div>\n";
    if (tag == "rc-divider") divider(node);
    if (tag == "rc-social") social(node);
  }

  void button(const json::value& node) {
    const auto& attributes = attributes_of(node);
    const auto target = text_member(attributes, "target");
    out += "<div" + style_of(attributes, {{"padding", "padding"}, {"text-align", "align"}}) + "><a href=\"" +
           safe_url(text_member(attributes, "href")) + "\"";
    if (!target.empty()) out += " target=\"" + escape_html(target) + "\"";
    out += style_of(attributes,
                    {{"background-color", "background-color"},
                     {"color", "color"},
                     {"border-radius", "border-radius"},
                     {"padding", "inner-padding"},
                     {"font-family", "font-family"},
                     {"font-size", "font-size"},
                     {"font-weight", "font-weight"}},
                    "display:inline-block;text-decoration:none;") +
           ">";
    append_first_paragraph(out, content_of(node));
    out += "</a></div>\n";
  }

  void image(const json::value& node) {
    const auto& attributes = attributes_of(node);
    const auto href = text_member(attributes, "href"), src = text_member(attributes, "src");
    out += "<div" + style_of(attributes, {{"padding", "padding"}, {"text-align", "align"}}) + ">";
    if (!href.empty()) out += "<a href=\"" + safe_url(href) + "\" target=\"_blank\" rel=\"noopener\">";
    if (!src.empty()) {
      out += "<img src=\"" + safe_url(src) + "\" alt=\"" + escape_html(text_member(attributes, "alt")) + "\"";
      if (const auto width = whole_number(text_member(attributes, "width")); !width.empty()) out += " width=\"" + width + "\"";
      out += style_of(attributes, {{"height", "height"}, {"border-radius", "border-radius"}}, "max-width:100%;border:0;") + ">";
    }
    out += href.empty() ? "</div>\n" : "</a></div>\n";
  }

  void divider(const json::value& node) {
    const auto& attributes = attributes_of(node);
    out += "<div" + style_of(attributes, {{"padding", "padding"}}) + "><div" +
           style_of(attributes,
                    {{"border-top-width", "border-width"},
                     {"border-top-style", "border-style"},
                     {"border-top-color", "border-color"},
                     {"width", "width"}},
                    "margin:0 auto;font-size:0;") +
           ">&nbsp;</div></div>\n";
  }

  void social(const json::value& node) {
    out += "<div" + style_of(attributes_of(node), {{"padding", "padding"}, {"text-align", "align"}}) + ">";
    for (const auto& element : children_of(node))
      out += "<a href=\"" + safe_url(attribute(element, "href")) + "\" target=\"_blank\" rel=\"noopener\">" +
             escape_html(attribute(element, "name")) + "</a> ";
    out += "</div>\n";
  }

  std::string width_ = "600px";
};

std::string head_of(const json::value& settled, std::string_view subject) {
  std::string out = "<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>" +
                    escape_html(subject) + "</title>\n";
  if (const auto* head = find_child(settled, "rc-head"))
    for (const auto& node : children_of(*head))
      if (tag_of(node) == "rc-font" && !attribute(node, "href").empty())
        out += "<link rel=\"stylesheet\" href=\"" + safe_url(attribute(node, "href")) + "\">\n";
  out +=
      "<style>@media(max-width:600px){.hide-mobile{display:none!important}}"
      "@media(min-width:601px){.hide-desktop{display:none!important}}</style></head>";
  return out;
}

}  // namespace

std::string to_html(const json::value& settled, std::string_view subject, std::string_view preheader) {
  std::string preview(preheader);
  if (const auto* head = find_child(settled, "rc-head"))
    if (const auto* node = find_child(*head, "rc-preview")) preview = text_member(object_of(*node), "content");
  Writer writer;
  writer.out = "<!doctype html>\n<html>" + head_of(settled, subject) + "\n";
  if (const auto* body = find_child(settled, "rc-body")) writer.body(*body);
  if (!preview.empty()) {
    const auto behind = writer.out.find("<div");
    writer.out.insert(behind, "<div style=\"display:none;max-height:0;overflow:hidden\">" + escape_html(preview) + "</div>");
  }
  return writer.out + "</html>\n";
}

}  // namespace kassabro::sandbox::rcml
