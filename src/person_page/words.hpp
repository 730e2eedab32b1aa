#pragma once

#include <string>
#include <string_view>

#include "receipt/language.hpp"

namespace kassabro::person_page {

// What a member of an export is called: "E-post". A name without a word of its own is said as it is, with blanks for its dashes.
std::string label_of(std::string_view name, receipt::Language language);

enum class Word { title, explanation, nothing, left_out, yes, no };
std::string_view word(Word which, receipt::Language language);

}  // namespace kassabro::person_page
