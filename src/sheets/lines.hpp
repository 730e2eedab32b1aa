#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "app/sheet_row.hpp"
#include "base/result.hpp"
#include "sheets/refusal.hpp"

namespace kassabro::sheets {

// What kassabro-sheet writes and read_file reads, one JSON text a line:
//
//   {"sheet":{"format":"xlsx","sheet":"Blad1","other_sheets":[],"encoding":"","delimiter":""}}
//   {"line":2,"cells":[["t","anna@example.com"],["n","46701234567"],null,["d","2026-11-24"],["b","true"],["e","#N/A"]]}
//   {"end":true,"rows":1}                 or, instead of the rest,
//   {"error":{"code":"password","message":"The file is protected by a password. Save it without one."}}
struct End {
  std::int64_t rows = 0;
};

void append_sheet_line(std::string& out, const Sheet& sheet);
void append_row_line(std::string& out, const Row& row);
void append_end_line(std::string& out, End end);
void append_refusal_line(std::string& out, std::string_view reason, std::string_view message);

// One line, without its end. Error: not one of these.
using Line = std::variant<Sheet, Row, End, Refusal>;
Result<Line> parse_line(std::string_view text);

// With the code that goes with the reason.
Refusal refusal(std::string reason, std::string message);

}  // namespace kassabro::sheets
