#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.hpp"
#include "sandbox/rcml/check_parts.hpp"

namespace kassabro::sandbox::rcml {
namespace {

using Texts = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view text, Texts known) { return std::ranges::find(known, text) != known.end(); }

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const auto dot = text.find('.');
  if (dot == std::string_view::npos) return is_digits(text);
  return is_digits(text.substr(0, dot)) && is_digits(text.substr(dot + 1));
}

bool has_unit(std::string_view text, std::string_view unit) {
  return text.ends_with(unit) && is_number(text.substr(0, text.size() - unit.size()));
}

bool is_colour(std::string_view text) {
  if (text == "transparent") return true;
  if (!text.starts_with('#') || (text.size() != 4 && text.size() != 7)) return false;
  return std::ranges::all_of(text.substr(1), [](unsigned char c) { return std::isxdigit(c) != 0; });
}

bool is_px(std::string_view text) { return text == "0" || has_unit(text, "px"); }
bool is_px_or_percent(std::string_view text) { return is_px(text) || has_unit(text, "%"); }
bool is_px_or_auto(std::string_view text) { return is_px(text) || text == "auto"; }
bool is_line_height(std::string_view text) { return has_unit(text, "px") || has_unit(text, "%"); }
bool is_letter_spacing(std::string_view text) { return has_unit(text, "px") || has_unit(text, "em"); }

bool is_padding(std::string_view text) {
  std::size_t count = 0;
  while (true) {
    const auto blank = text.find(' ');
    if (!is_px(text.substr(0, blank)) || ++count > 4) return false;
    if (blank == std::string_view::npos) return true;
    text.remove_prefix(blank + 1);
  }
}

bool is_border(std::string_view text) {
  if (text == "none") return true;
  const auto one = text.find(' '), two = text.find(' ', one + 1);
  if (one == std::string_view::npos || two == std::string_view::npos) return false;
  return is_px(text.substr(0, one)) && is_one_of(text.substr(one + 1, two - one - 1), {"solid", "dashed", "dotted"}) &&
         is_colour(text.substr(two + 1));
}

bool is_weight(std::string_view text) { return text.size() == 3 && text[0] >= '1' && text[0] <= '9' && text.ends_with("00"); }
bool is_alignment(std::string_view text) { return is_one_of(text, {"left", "center", "right", "justify"}); }
bool is_vertical(std::string_view text) { return is_one_of(text, {"top", "middle", "bottom"}); }
bool is_decoration(std::string_view text) { return is_one_of(text, {"none", "underline", "line-through"}); }
bool is_transform(std::string_view text) { return is_one_of(text, {"capitalize", "uppercase", "lowercase"}); }
bool is_slant(std::string_view text) { return is_one_of(text, {"normal", "italic"}); }
bool is_border_style(std::string_view text) { return is_one_of(text, {"solid", "dashed", "dotted"}); }
bool is_width_word(std::string_view text) { return is_one_of(text, {"full-width", "false"}); }
bool is_device(std::string_view text) { return is_one_of(text, {"desktop", "mobile"}); }
bool is_direction(std::string_view text) { return is_one_of(text, {"horizontal", "vertical"}); }
bool is_flag_text(std::string_view text) { return is_one_of(text, {"true", "false"}); }
bool is_loop_type(std::string_view text) { return is_one_of(text, {"news-feed", "remote-content", "custom-field", "xml-doc"}); }
bool is_case_type(std::string_view text) { return is_one_of(text, {"default", "segment", "tag", "custom-field"}); }
bool is_condition(std::string_view text) { return is_one_of(text, {"eq", "ne"}); }
bool is_text(std::string_view) { return true; }

struct Format {
  std::string_view name;
  bool (*fits)(std::string_view);
  std::string_view expected;
};

constexpr std::array<Format, 53> formats{{
    {"background-color", is_colour, "a colour such as #05CC87"},
    {"color", is_colour, "a colour such as #05CC87"},
    {"border-color", is_colour, "a colour such as #05CC87"},
    {"background-url", is_text, ""},
    {"background-repeat", is_text, ""},
    {"background-size", is_text, ""},
    {"background-position", is_text, ""},
    {"border", is_border, "a border such as 1px solid #dddddd"},
    {"border-top", is_border, "a border such as 1px solid #dddddd"},
    {"border-right", is_border, "a border such as 1px solid #dddddd"},
    {"border-bottom", is_border, "a border such as 1px solid #dddddd"},
    {"border-left", is_border, "a border such as 1px solid #dddddd"},
    {"border-radius", is_padding, "a length in px"},
    {"border-style", is_border_style, "solid, dashed or dotted"},
    {"border-width", is_px, "a length in px"},
    {"padding", is_padding, "one to four lengths in px"},
    {"inner-padding", is_padding, "one to four lengths in px"},
    {"padding-top", is_px, "a length in px"},
    {"padding-right", is_px, "a length in px"},
    {"padding-bottom", is_px, "a length in px"},
    {"padding-left", is_px, "a length in px"},
    {"width", is_px_or_percent, "a length in px or %"},
    {"height", is_px_or_auto, "a length in px"},
    {"align", is_alignment, "left, center or right"},
    {"text-align", is_alignment, "left, center or right"},
    {"vertical-align", is_vertical, "top, middle or bottom"},
    {"font-family", is_text, ""},
    {"font-size", is_px, "a length in px"},
    {"font-style", is_slant, "normal or italic"},
    {"font-weight", is_weight, "a weight from 100 to 900"},
    {"line-height", is_line_height, "a height in px or %"},
    {"letter-spacing", is_letter_spacing, "a length in px or em"},
    {"text-decoration", is_decoration, "none, underline or line-through"},
    {"text-transform", is_transform, "capitalize, uppercase or lowercase"},
    {"href", is_text, ""},
    {"src", is_text, ""},
    {"alt", is_text, ""},
    {"title", is_text, ""},
    {"target", is_text, ""},
    {"rel", is_text, ""},
    {"name", is_text, ""},
    {"full-width", is_width_word, "full-width or false"},
    {"hide", is_device, "desktop or mobile"},
    {"icon-size", is_px, "a length in px"},
    {"mode", is_direction, "horizontal or vertical"},
    {"rc-class", is_text, ""},
    {"id", is_text, ""},
    {"loop-type", is_loop_type, "news-feed, remote-content, custom-field or xml-doc"},
    {"loop-value", is_text, ""},
    {"loop-max-iterations", is_digits, "a number"},
    {"case-type", is_case_type, "default, segment, tag or custom-field"},
    {"case-condition", is_condition, "eq or ne"},
    {"case-value", is_text, ""},
}};

// Which attributes are no strings, or need not be (section 3).
bool is_of_right_kind(std::string_view tag, std::string_view name, const json::value& value) {
  if (name == "case-property") return value.is_number();
  if (name == "case-active") return value.is_bool();
  if (name == "fluid-on-mobile")
    return tag == "rc-image" ? value.is_string() && is_flag_text(value.as_string()) : value.is_bool();
  if (is_one_of(name, {"id", "loop-value", "loop-max-iterations", "case-value"})) return value.is_string() || value.is_number();
  return value.is_string();
}

}  // namespace

void check_attribute(std::string_view tag, std::string_view name, const json::value& value) {
  const auto where = std::string(tag) + "." + std::string(name);
  if (!is_of_right_kind(tag, name, value)) refuse_document(where + " is of the wrong kind.");
  if (is_one_of(name, {"case-property", "case-active", "fluid-on-mobile"})) return;
  if (name == "rc-class" && !is_one_of(tag, {"rc-text", "rc-heading", "rc-button", "rc-logo"}))
    refuse_document(where + " is not allowed.");
  const auto format = std::ranges::find(formats, name, &Format::name);
  if (format == formats.end()) refuse_document(where + " is not known.");
  const auto text = text_of(value).value_or("");
  const bool is_picture = is_one_of(tag, {"rc-image", "rc-logo", "rc-video"});
  if (!format->fits(text) || (is_picture && name == "width" && !is_px(text)))
    refuse_document(where + " must be " + std::string(is_picture && name == "width" ? "a length in px" : format->expected) +
                    ".");
}

}  // namespace kassabro::sandbox::rcml
