#include "rule/automations/brand.hpp"

#include <algorithm>
#include <cctype>

namespace kassabro::rule::automations {
namespace {

constexpr std::size_t text_bytes_max = 500;

bool is_colour(std::string_view text) {
  return (text.size() == 4 || text.size() == 7) && text.front() == '#' &&
         std::ranges::all_of(text.substr(1), [](unsigned char c) { return std::isxdigit(c) != 0; });
}

bool is_font(std::string_view text) {
  return !text.empty() && text.size() <= text_bytes_max && std::ranges::all_of(text, [](unsigned char c) {
    return std::isalnum(c) != 0 || std::string_view(" ,'-_").find(static_cast<char>(c)) != std::string_view::npos;
  });
}

bool is_address(std::string_view text) {
  return text.starts_with("https://") && text.size() <= text_bytes_max && std::ranges::all_of(text, [](unsigned char c) {
           return c > 0x20 && c < 0x7F && std::string_view("\"'<>[]\\").find(static_cast<char>(c)) == std::string_view::npos;
         });
}

// The entries of a list member, each an object.
std::vector<json::object> entries(const json::object& style, std::string_view name) {
  std::vector<json::object> found;
  const auto* list = style.if_contains(name);
  if (list != nullptr && list->is_array())
    for (const auto& entry : list->get_array())
      if (entry.is_object()) found.push_back(entry.get_object());
  return found;
}

void set_if(std::string& place, std::string value, bool (*fits)(std::string_view)) {
  if (fits(value)) place = std::move(value);
}

void read_colours(Brand& brand, const json::object& style) {
  for (const auto& entry : entries(style, "colours")) {
    const auto type = text_member(entry, "type");
    auto* place = type == "accent"  ? &brand.button_colour
                  : type == "side"  ? &brand.back_colour
                  : type == "light" ? &brand.section_colour
                  : type == "dark"  ? &brand.text_colour
                                    : nullptr;
    if (place != nullptr) set_if(*place, text_member(entry, "hex"), &is_colour);
  }
}

void read_fonts(Brand& brand, const json::object& style) {
  for (const auto& entry : entries(style, "fonts")) {
    auto& font = text_member(entry, "type") == "title" ? brand.title_font : brand.body_font;
    set_if(font.family, text_member(entry, "name"), &is_font);
    set_if(font.url, text_member(entry, "url"), &is_address);
  }
}

json::object text_class(Nodes& nodes, std::string_view name, const Brand& brand, const Brand::Font& font, std::string_view size,
                        std::string_view weight) {
  return nodes.leaf("rc-class", {{"name", name},
                                 {"font-family", font.family},
                                 {"font-size", size},
                                 {"font-weight", weight},
                                 {"line-height", "120%"},
                                 {"color", brand.text_colour}});
}

}  // namespace

std::optional<std::int64_t> parse_brand_choice(const json::value& body) {
  const auto* answer = body.if_object();
  if (answer == nullptr) return std::nullopt;
  const auto styles = entries(*answer, "data");
  if (styles.empty()) return std::nullopt;
  const auto chosen =
      std::ranges::find_if(styles, [](const json::object& style) { return bool_member(style, "is_default") == true; });
  return int_member(chosen == styles.end() ? styles.front() : *chosen, "id");
}

Brand parse_brand(const json::value& body) {
  Brand brand;
  const auto* answer = body.if_object();
  const auto* data = answer == nullptr ? nullptr : answer->if_contains("data");
  if (data == nullptr || !data->is_object()) return brand;
  const auto& style = data->get_object();
  brand.id = int_member(style, "id").value_or(0);
  read_colours(brand, style);
  read_fonts(brand, style);
  for (const auto& entry : entries(style, "images"))
    if (text_member(entry, "type") == "logo") set_if(brand.logo, text_member(entry, "public_path"), &is_address);
  for (const auto& entry : entries(style, "links"))
    if (text_member(entry, "type") == "website") set_if(brand.website, text_member(entry, "link"), &is_address);
  return brand;
}

json::object brand_head(Nodes& nodes, const Brand& brand, std::string_view pre_header) {
  json::array children;
  if (brand.id != 0) children.push_back(nodes.leaf("rc-brand-style", {{"id", brand.id}}));
  json::array looks;
  looks.push_back(nodes.leaf("rc-body", {{"background-color", brand.back_colour}}));
  looks.push_back(nodes.leaf("rc-section", {{"background-color", brand.section_colour}}));
  looks.push_back(nodes.leaf("rc-button", {{"background-color", brand.button_colour}}));
  looks.push_back(text_class(nodes, "rcml-p-style", brand, brand.body_font, "16px", "400"));
  looks.push_back(text_class(nodes, "rcml-h1-style", brand, brand.title_font, "36px", "700"));
  looks.push_back(text_class(nodes, "rcml-h4-style", brand, brand.title_font, "18px", "700"));
  if (!brand.logo.empty()) looks.push_back(nodes.leaf("rc-class", {{"name", "rcml-logo-style"}, {"src", brand.logo}}));
  children.push_back(nodes.branch("rc-attributes", {}, std::move(looks)));
  for (const auto* font : {&brand.title_font, &brand.body_font}) {
    if (font->url.empty() || (font == &brand.body_font && font->url == brand.title_font.url)) continue;
    children.push_back(nodes.leaf("rc-font", {{"name", font->family}, {"href", font->url}}));
  }
  children.push_back(nodes.leaf("rc-preview", {}, json::string(pre_header)));
  return nodes.branch("rc-head", {}, std::move(children));
}

}  // namespace kassabro::rule::automations
