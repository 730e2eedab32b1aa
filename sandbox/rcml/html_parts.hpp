#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "base/json.hpp"

namespace kassabro::sandbox::rcml {

std::string escape_html(std::string_view text);

// An address that may stand in href and src, escaped: http, https, mailto, tel and relative ones; "#" for everything else,
// since the schema lets javascript: pass.
std::string safe_url(std::string_view url);

struct Style {
  std::string_view property;   // of CSS
  std::string_view attribute;  // of RCML
};

// `style="…"` of those attributes that are there; "" when none is. The blank before it is included.
std::string style_of(const json::object& attributes, std::initializer_list<Style> styles, std::string_view more = {});

// The blocks of a rich text.
void append_rich_text(std::string& out, const json::value& content);
// The inline parts of its first paragraph alone, as a button has them.
void append_first_paragraph(std::string& out, const json::value& content);

}  // namespace kassabro::sandbox::rcml
