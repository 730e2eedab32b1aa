#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rule/automations/rcml.hpp"

namespace kassabro::rule::automations {

// How an account's letters look. The defaults are those of Rule's own editor (contract of RCML, section 2).
struct Brand {
  struct Font {
    std::string family = "'Helvetica', sans-serif";
    std::string url;  // of a web font
  };

  std::int64_t id = 0;  // 0: the account has no brand style
  std::string button_colour = "#05CC87", back_colour = "#F3F3F3", section_colour = "#FFFFFF", text_colour = "#0F0F1F";
  Font title_font, body_font;
  std::string logo;     // address of a picture
  std::string website;
};

// From {"data":[{id,is_default}]}: the default one, else the first.
std::optional<std::int64_t> parse_brand_choice(const json::value& body);
// From {"data":{id,colours,fonts,images,links}}. What is no colour, font name or https address is as if it were not there.
Brand parse_brand(const json::value& body);

// The head of a letter in that look.
json::object brand_head(Nodes& nodes, const Brand& brand, std::string_view pre_header);

}  // namespace kassabro::rule::automations
