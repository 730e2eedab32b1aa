#pragma once

#include <string_view>
#include <vector>

#include "rule/automations/settings.hpp"

namespace kassabro::rule::automations {

// What a letter says. "{shop}" stands for the shop's name. No first names: RCML has no text for somebody who has given none.
struct Texts {
  std::string_view subject, pre_header, heading;
  std::vector<std::string_view> paragraphs;
  std::string_view button;  // leads to the shop's website; empty: none
};
Texts texts_of(Flow flow, Language language);

// The fixed words of a purchase, and of every letter's foot.
struct Words {
  std::string_view date, store, total, in_browser, unsubscribe;
};
Words words_of(Language language);

}  // namespace kassabro::rule::automations
