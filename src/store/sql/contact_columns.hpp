#pragma once

#include "app/tables.hpp"
#include "store/sql/connection.hpp"

namespace kassabro::store::sql {

// Every column of `contacts` from `version` to `updated_at`, in the order in which the functions below bind and read them.
#define KASSABRO_CONTACT_COLUMNS                                                                                        \
  "version, member_number, email, mobile, phone, first_name, last_name, personal_id, company, company_id, gender, "     \
  "birthday, invoice_line1, invoice_line2, invoice_zip, invoice_city, invoice_state, invoice_country, delivery_line1, " \
  "delivery_line2, delivery_zip, delivery_city, delivery_state, delivery_country, accepts, accepted_consents, store, "  \
  "registered_at, updated_at"

// Binds the 29 columns from parameter `first` on.
void bind_contact(Statement& statement, int first, const domain::Contact& contact);
// Reads contact_id from column 0, the 29 from column 1 on, then remote_id, remote_blocked, remote_checked_at.
app::StoredContact read_contact(const Statement& row);

std::int64_t accepts_bits(const domain::Consent& consent);
enum AcceptBit : std::int64_t { accepts_email = 1, accepts_sms = 2, accepts_mail = 4 };
std::string consents_text(const domain::Consent& consent);

}  // namespace kassabro::store::sql
