#include "store/postgres/schema_texts.hpp"

namespace kassabro::store::postgres {

const char* const schema_indexes = R"sql(
CREATE INDEX accounts_remote ON accounts (remote_account_id) WHERE remote_account_id IS NOT NULL;
CREATE INDEX orders_of_contact ON orders (account_id, contact_id, ordered_at) WHERE contact_id IS NOT NULL;
CREATE INDEX outbox_lane ON outbox (account_id, contact_id, delivery_id) WHERE state IN ('pending', 'leased');
CREATE INDEX outbox_leased ON outbox (account_id, lease_until) WHERE state = 'leased';
CREATE INDEX outbox_parked ON outbox (account_id, delivery_id) WHERE state = 'parked';
CREATE INDEX orders_crediting ON orders (account_id, credited_order_id) WHERE credited_order_id <> '';
CREATE INDEX waiting_orders_of_order ON waiting_orders (account_id, order_id);
CREATE INDEX contact_extras_faulty ON contact_extras (account_id, contact_id) WHERE bonus_fault <> '';
CREATE INDEX bonus_checks_owner ON bonus_checks (account_id, check_id, contact_id);
CREATE INDEX bonus_checks_ending ON bonus_checks (account_id, valid_to, contact_id) WHERE status = 'open' AND
  remaining_minor > 0 AND valid_to <> '';
CREATE INDEX bonus_redemptions_order ON bonus_redemptions (account_id, order_id) WHERE order_id <> '';
CREATE INDEX bonus_redemptions_unmatched ON bonus_redemptions (account_id, redeemed_at) WHERE state = 'unmatched';
CREATE INDEX bonus_entries_check ON bonus_entries (account_id, contact_id, check_id, entry_id);
CREATE INDEX bonus_entries_overspent ON bonus_entries (account_id, entry_id) WHERE kind = 'overspent';
CREATE INDEX order_fetches_due ON order_fetches (account_id, not_before) WHERE state = 'pending';
CREATE INDEX order_fetches_parked ON order_fetches (account_id, updated_at) WHERE state = 'parked';
CREATE INDEX contacts_remote ON contacts (account_id, remote_id, remote_checked_at) WHERE remote_id > 0;
CREATE UNIQUE INDEX imports_of_file ON imports (account_id, file_digest, options) WHERE state NOT IN ('failed', 'undone');
CREATE INDEX import_rows_of_check ON import_rows (import_id, check_id, owner) WHERE check_id <> '';
CREATE INDEX import_rows_refused ON import_rows (import_id, position) WHERE outcome = 'refused';
CREATE INDEX import_rows_undecided ON import_rows (import_id, position) WHERE outcome = 'undecided';
CREATE INDEX orders_open ON orders (account_id, order_id) WHERE state = 'open';
CREATE INDEX orders_by_time ON orders (account_id, ordered_at, order_id) WHERE state = 'completed';
CREATE INDEX outbox_due ON outbox (account_id, when_idle, delivery_id, not_before, contact_id) WHERE state = 'pending';
CREATE INDEX receipt_links_of_order ON receipt_links (account_id, order_id, expires_at);
CREATE INDEX silences_retention ON silences (account_id, bought_at, contact_id) WHERE retention = 0;
CREATE INDEX silences_winback ON silences (account_id, bought_at, contact_id) WHERE winback = 0;
CREATE INDEX receipt_links_ended ON receipt_links (account_id, expires_at);
CREATE INDEX outbox_by_id ON outbox (delivery_id);
CREATE INDEX outbox_of_contact ON outbox (account_id, contact_id, delivery_id);
CREATE INDEX order_events_of_order ON order_events (account_id, order_id) WHERE order_id <> '';
CREATE INDEX erasures_open ON erasures (account_id, erasure_id) WHERE traces <> '';
CREATE FUNCTION bonus_entries_stay() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'the bonus ledger only grows'; END $$;
CREATE TRIGGER bonus_entries_stay BEFORE UPDATE ON bonus_entries FOR EACH ROW EXECUTE FUNCTION bonus_entries_stay();
)sql";

}  // namespace kassabro::store::postgres
