#pragma once

#include <optional>

#include "app/z_reports.hpp"
#include "base/json.hpp"

namespace kassabro::sitoo::rest {

// One z-report (contracts of Sitoo REST, 4.6). Absent: it names no till, no number of receipts, or no time that can be.
std::optional<app::ZReport> read_z_report(const json::object& row);

}  // namespace kassabro::sitoo::rest
