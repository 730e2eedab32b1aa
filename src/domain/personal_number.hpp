#pragma once

#include <string>
#include <string_view>

namespace kassabro::domain {

// A personal number without what its spellings differ in: blanks, dashes, dots and the plus of those above a hundred. "": the text is none that
// tells one person, having other signs, fewer than six digits, fewer than nine and no letter, or one digit throughout.
std::string bare_personal_number(std::string_view text);

// Are they one number? Of a Swedish one ("19900101-2384", "900101-2384", "9001012384") the last ten digits tell, and the century where
// both name it. All others must be the same but for the case of letters. Both are bare ones.
bool is_same_personal_number(std::string_view one, std::string_view other);

}  // namespace kassabro::domain
