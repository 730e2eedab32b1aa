#pragma once

#include <initializer_list>
#include <string>

#include "base/json.hpp"

namespace kassabro::sandbox::sitoo {

// Where the contract does not show a name, a whole family of spellings is read; the first that is filled in counts.
using Spellings = std::initializer_list<const char*>;

std::string first_text(const json::object& object, Spellings names);
const json::array* first_array(const json::object& object, Spellings names);
// Unix seconds become ISO text; text stays as it is. "" when absent.
std::string first_date(const json::object& object, Spellings names);

}  // namespace kassabro::sandbox::sitoo
