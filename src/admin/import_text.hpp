#pragma once

#include <vector>

#include "app/imports.hpp"
#include "base/json.hpp"
#include "base/result.hpp"

namespace kassabro::admin {

json::object import_object(const app::Import& import);
json::object import_row_object(const app::ImportRow& row);

// The options of a file: mapping ({"Kund": "email", "F": ""}), header_line, unknown_customers, encoding, sheet.
// Errors name the member.
Result<app::ImportOptions> parse_import_options(const json::object& body);

}  // namespace kassabro::admin
