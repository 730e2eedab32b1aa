#include "sitoo/rest/z_report_wire.hpp"

namespace kassabro::sitoo::rest {

std::optional<app::ZReport> read_z_report(const json::object& row) {
  constexpr std::int64_t seconds_max = 4'102'444'800;  // 2100
  const auto added = int_member(row, "dateadded");
  const auto receipts = int_member(row, "numreceipts");
  auto till = text_member(row, "registerid");
  if (!added || *added < 0 || *added > seconds_max || !receipts || till.empty()) return std::nullopt;
  return app::ZReport{std::move(till), from_epoch_ms(*added * 1000), *receipts};
}

}  // namespace kassabro::sitoo::rest
