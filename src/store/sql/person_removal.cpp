#include <array>

#include "app/remote_directory.hpp"
#include "store/sql/erasure_rows.hpp"

namespace kassabro::store::sql {
namespace {

struct Removal {
  std::string_view what;  // "": worth no line of the certificate
  const char* sql;  // ?1 account, ?2 contact
};

#define KASSABRO_OF_PERSON "WHERE account_id = ?1 AND contact_id = ?2"
#define KASSABRO_OF_ORDERS "WHERE account_id = ?1 AND order_id IN (SELECT order_id FROM orders " KASSABRO_OF_PERSON ")"
#define KASSABRO_OF_MESSAGES \
  "WHERE account_id = ?1 AND message_id IN (SELECT message_id FROM webhook_messages " KASSABRO_OF_PERSON ")"

// What hangs on a row goes before it.
constexpr std::array removals{
    Removal{"attempts",
            "DELETE FROM delivery_tries WHERE account_id = ?1 AND delivery_id IN (SELECT delivery_id FROM outbox "
            "INDEXED BY outbox_of_contact " KASSABRO_OF_PERSON ")"},
    Removal{"deliveries", "DELETE FROM outbox INDEXED BY outbox_of_contact " KASSABRO_OF_PERSON},
    Removal{"deliveries", "DELETE FROM past_orders " KASSABRO_OF_PERSON},
    Removal{"", "DELETE FROM webhook_attempts " KASSABRO_OF_MESSAGES},
    Removal{"", "DELETE FROM webhook_sendings " KASSABRO_OF_MESSAGES},
    Removal{"webhook_messages", "DELETE FROM webhook_messages " KASSABRO_OF_PERSON},
    Removal{"receipts", "DELETE FROM receipt_links " KASSABRO_OF_ORDERS},
    Removal{"receipts", "DELETE FROM receipt_requests " KASSABRO_OF_ORDERS},
    Removal{"purchases", "DELETE FROM channel_purchases " KASSABRO_OF_PERSON},
    Removal{"bonus_entries", "DELETE FROM bonus_entries " KASSABRO_OF_PERSON},
    Removal{"bonus_entries", "DELETE FROM bonus_redemptions " KASSABRO_OF_PERSON},
    Removal{"bonus_checks", "DELETE FROM bonus_replaced " KASSABRO_OF_PERSON},
    Removal{"bonus_checks", "DELETE FROM bonus_checks " KASSABRO_OF_PERSON},
    Removal{"consents", "DELETE FROM consent_records " KASSABRO_OF_PERSON},
    Removal{"changes", "DELETE FROM contact_changes " KASSABRO_OF_PERSON},
    Removal{"lookups", "DELETE FROM lookups " KASSABRO_OF_PERSON},
    Removal{"", "DELETE FROM silences " KASSABRO_OF_PERSON},
    Removal{"", "DELETE FROM contact_extras " KASSABRO_OF_PERSON},
    Removal{"contact", "DELETE FROM contacts " KASSABRO_OF_PERSON},
};

constexpr const char* sql_free_key = "DELETE FROM contact_keys WHERE account_id = ?1 AND key = ?2 AND contact_id = ?3";
constexpr const char* sql_orders = "SELECT order_id FROM orders " KASSABRO_OF_PERSON;
constexpr const char* sql_forget_fact = "DELETE FROM remote_facts WHERE account_id = ?1 AND name = ?2";
constexpr const char* sql_leased = "SELECT 1 FROM outbox INDEXED BY outbox_of_contact " KASSABRO_OF_PERSON
                                   " AND state = 'leased' "
                                   "UNION ALL SELECT 1 FROM past_orders " KASSABRO_OF_PERSON " AND sending = 1";

}  // namespace

app::RemovedPerson SqlErasureTable::remove_person(app::AccountId account, const domain::Contact& contact) {
  app::RemovedPerson person;
  {
    auto query = connection_.prepare(sql_orders);
    query->bind(1, account).bind(2, contact.id);
    while (query->step()) person.order_ids.push_back(query->text(0));
  }
  {
    auto query = connection_.prepare(sql_leased);
    query->bind(1, account).bind(2, contact.id);
    person.has_leased_delivery = query->step();
  }
  for (const auto& key : keys_of(contact)) {
    connection_.prepare(sql_free_key)->bind(1, account).bind(2, stored_form(key)).bind(3, contact.id).run();
    person.removed["keys"] += connection_.changes();
  }
  connection_.prepare(sql_forget_fact)->bind(1, account).bind(2, app::order_step_fact(contact.id)).run();
  for (const auto& [what, sql] : removals) {
    connection_.prepare(sql)->bind(1, account).bind(2, contact.id).run();
    if (!what.empty()) person.removed[std::string(what)] += connection_.changes();
  }
  return person;
}

}  // namespace kassabro::store::sql
