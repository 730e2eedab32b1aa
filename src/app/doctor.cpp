#include "app/doctor.hpp"

#include <algorithm>

#include "app/deliveries.hpp"

namespace kassabro::app {
namespace {

constexpr std::size_t repairs_max = 100;  // of one transaction, so that no till waits for it

void repair_bonus_field(Tables& tables, const Finding& finding, Timestamp now) {
  auto extras = tables.extras.get(finding.account, finding.contact);
  if (extras.bonus_fault.empty()) return;
  tables.quarantine.save(finding.account, "rule_bonus_field", "contact " + finding.subject + ": " + extras.bonus_fault,
                         extras.bonus_text, now);
  extras.bonus_fault.clear();
  extras.bonus_text.clear();
  tables.extras.save(finding.account, finding.contact, extras);
  Account account;
  account.id = finding.account;
  enqueue_bonus(tables, account, finding.contact, DeliveryKind::bonus_field_repaired, now);
}

}  // namespace

std::string_view to_text(Ailment ailment) {
  switch (ailment) {
    case Ailment::bonus_field: return "bonus_field";
    case Ailment::overspent_check: return "overspent_check";
    case Ailment::unknown_check: return "unknown_check";
    case Ailment::quarantined: return "quarantined";
    case Ailment::parked_fetch: return "parked_fetch";
    case Ailment::parked_delivery: return "parked_delivery";
    case Ailment::refused_key: return "refused_key";
  }
  return {};
}

Async<std::size_t> Doctor::repair(std::optional<AccountId> account) {
  std::size_t count = 0;
  for (;;) {
    auto findings = co_await reader_.list(account, repairs_max);
    std::erase_if(findings, [](const Finding& finding) { return finding.ailment != Ailment::bonus_field; });
    if (findings.empty()) co_return count;
    const auto now = clock_.now();
    for (const auto& finding : findings)
      co_await unit_.run(finding.account, [&](Tables& tables) {
        repair_bonus_field(tables, finding, now);
        return true;
      });
    count += findings.size();
  }
}

}  // namespace kassabro::app
