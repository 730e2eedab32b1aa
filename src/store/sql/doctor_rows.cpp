#include "store/sql/doctor_rows.hpp"

#include <array>

namespace kassabro::store::sql {
namespace {

using app::Ailment;

// account, subject, contact, text, time; ?1 is the account or null, ?2 the limit.
struct Question {
  Ailment ailment;
  const char* sql;
};

constexpr std::array questions{
    Question{Ailment::bonus_field,
             "SELECT account_id, contact_id, contact_id, bonus_fault, 0 FROM contact_extras WHERE bonus_fault <> '' "
             "AND (CAST(?1 AS BIGINT) IS NULL OR account_id = ?1) ORDER BY account_id, contact_id LIMIT ?2"},
    Question{Ailment::overspent_check,
             "SELECT account_id, check_id, contact_id, 'Order ' || order_id || ' used it, but nothing was left.', at "
             "FROM bonus_entries WHERE kind = 'overspent' AND (CAST(?1 AS BIGINT) IS NULL OR account_id = ?1) ORDER BY "
             "entry_id DESC LIMIT ?2"},
    Question{Ailment::unknown_check,
             "SELECT account_id, check_id, contact_id, 'Order ' || order_id || ' used it, but the customer does not have it.', "
             "redeemed_at FROM bonus_redemptions WHERE state = 'unmatched' AND (CAST(?1 AS BIGINT) IS NULL OR account_id = ?1) "
             "ORDER BY redeemed_at DESC LIMIT ?2"},
    Question{Ailment::quarantined,
             "SELECT account_id, quarantine_id, 0, source || ': ' || reason, received_at FROM quarantine "
             "WHERE (CAST(?1 AS BIGINT) IS NULL OR account_id = ?1) ORDER BY quarantine_id DESC LIMIT ?2"},
    Question{Ailment::parked_fetch,
             "SELECT account_id, order_id, 0, reason, updated_at FROM order_fetches WHERE state = 'parked' "
             "AND (CAST(?1 AS BIGINT) IS NULL OR account_id = ?1) ORDER BY updated_at DESC LIMIT ?2"},
    Question{Ailment::parked_delivery,
             "SELECT account_id, delivery_id, contact_id, kind || ': ' || reason, updated_at FROM outbox "
             "WHERE state = 'parked' AND (CAST(?1 AS BIGINT) IS NULL OR account_id = ?1) ORDER BY delivery_id DESC LIMIT ?2"},
    Question{Ailment::refused_key,
             "SELECT account_id, account_id, 0, 'Rule does not take the API key any more: make a new one.', 0 FROM accounts "
             "WHERE status = 'key_refused' AND (CAST(?1 AS BIGINT) IS NULL OR account_id = ?1) ORDER BY account_id LIMIT ?2"},
};

}  // namespace

Async<std::vector<app::Finding>> SqlDoctorReader::list(std::optional<app::AccountId> account, std::size_t count_max) {
  co_return co_await pool_.read([&](Connection& connection) -> std::vector<app::Finding> {
    std::vector<app::Finding> findings;
    for (const auto& question : questions) {
      auto query = connection.prepare(question.sql);
      if (account) query->bind(1, *account);
      query->bind(2, static_cast<std::int64_t>(count_max));
      while (query->step())
        findings.push_back({query->integer(0), question.ailment, query->text(1), query->integer(2), query->text(3),
                            from_epoch_ms(query->integer(4))});
    }
    return findings;
  });
}

}  // namespace kassabro::store::sql
