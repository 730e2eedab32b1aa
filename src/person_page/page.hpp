#pragma once

#include <string>

#include "app/account.hpp"
#include "base/json.hpp"
#include "receipt/language.hpp"

namespace kassabro::person_page {

// An export of a person, or a proof of consents, as a page that a shop can hand to them: a whole HTML document that needs nothing else,
// loads nothing and runs nothing. Each value of `file` stands on it, by the words that the person's language has for the members' names,
// or else by the names; what is empty is left out.
std::string page_html(const json::object& file, receipt::Language language);

// In the language of the account's country.
std::string page_for(const app::Account& account, const json::object& file);

}  // namespace kassabro::person_page
