#include "sandbox/rcml/html_parts.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "sandbox/rcml/node.hpp"

namespace kassabro::sandbox::rcml {

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string safe_url(std::string_view url) {
  static constexpr std::array<std::string_view, 4> schemes{"http", "https", "mailto", "tel"};
  url = trimmed(url);
  const auto colon = url.find_first_of(":/?#");
  const bool has_scheme = colon != std::string_view::npos && url[colon] == ':';
  const auto scheme = ascii_lowered(url.substr(0, has_scheme ? colon : 0));
  const bool is_plain = std::ranges::none_of(url, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  if (!is_plain || (has_scheme && std::ranges::find(schemes, scheme) == schemes.end())) return "#";
  return escape_html(url);
}

namespace {

// Attributes hold colours, lengths and words; nothing that could end the declaration.
std::string css_value(std::string_view text) {
  std::string out(text);
  std::erase_if(out, [](char c) { return c == ';' || c == '{' || c == '}' || c == '<' || c == '>'; });
  return out;
}

}  // namespace

std::string style_of(const json::object& attributes, std::initializer_list<Style> styles, std::string_view more) {
  std::string css(more);
  for (const auto& [property, name] : styles) {
    const auto value = text_member(attributes, name);
    if (!value.empty()) css += std::string(property) + ":" + css_value(value) + ";";
  }
  return css.empty() ? "" : " style=\"" + escape_html(css) + "\"";
}

namespace {

const json::object* mark_of(const json::value& node, std::string_view type) {
  for (const auto& mark : array_member(node, "marks"))
    if (text_member(object_of(mark), "type") == type) return &object_member(mark, "attrs");
  return nullptr;
}

void append_text(std::string& out, const json::value& node) {
  const auto* link = mark_of(node, "link");
  const auto* font = mark_of(node, "font");
  if (link != nullptr) {
    out += "<a href=\"" + safe_url(text_member(*link, "href")) + "\"";
    if (const auto target = text_member(*link, "target"); !target.empty()) out += " target=\"" + escape_html(target) + "\"";
    out += " rel=\"noopener\">";
  }
  if (font != nullptr)
    out += "<span" +
           style_of(*font, {{"font-family", "font-family"},
                            {"font-size", "font-size"},
                            {"line-height", "line-height"},
                            {"letter-spacing", "letter-spacing"},
                            {"font-style", "font-style"},
                            {"font-weight", "font-weight"},
                            {"text-decoration", "text-decoration"},
                            {"color", "color"}}) +
           ">";
  const auto text = escape_html(text_member(object_of(node), "text"));
  for (const char c : text) out += c == '\n' ? std::string_view("<br>") : std::string_view(&c, 1);
  if (font != nullptr) out += "</span>";
  if (link != nullptr) out += "</a>";
}

void append_inline(std::string& out, const json::value& paragraph) {
  for (const auto& node : array_member(paragraph, "content")) {
    if (text_member(object_of(node), "type") == "hardbreak")
      out += "<br>";
    else
      append_text(out, node);
  }
}

}  // namespace

void append_rich_text(std::string& out, const json::value& content) {
  for (const auto& block : array_member(content, "content")) {
    const auto type = text_member(object_of(block), "type");
    std::string open = "<div>", close = "</div>";
    if (type == "paragraph") {
      out += "<p style=\"margin:0\">";
      append_inline(out, block);
      if (out.ends_with('>') && array_member(block, "content").empty()) out += "&nbsp;";
      out += "</p>";
      continue;
    }
    if (type == "align") open = "<div" + style_of(object_member(block, "attrs"), {{"text-align", "value"}}) + ">";
    if (type == "bullet-list") open = "<ul>", close = "</ul>";
    if (type == "ordered-list") open = "<ol>", close = "</ol>";
    if (type == "list-item") open = "<li>", close = "</li>";
    out += open;
    append_rich_text(out, block);
    out += close;
  }
}

void append_first_paragraph(std::string& out, const json::value& content) {
  const auto& blocks = array_member(content, "content");
  if (!blocks.empty()) append_inline(out, blocks.front());
}

}  // namespace kassabro::sandbox::rcml
