#pragma once

#include "app/import_cell.hpp"
#include "base/time_text.hpp"

namespace kassabro::app {

// A day, as people and spreadsheets write it: a date cell, ISO order ("2026-12-31", with '/', '.' or without anything), the day
// first where only that can be meant ("31/12 2026"), a month's name in English or Swedish, a time with its zone.
// Errors, in words: "03/04/2026" and two-digit years are not certain, a bare number such as 46387 is no date.
Result<Date> read_day(const Cell& cell, std::string_view time_zone);

}  // namespace kassabro::app
