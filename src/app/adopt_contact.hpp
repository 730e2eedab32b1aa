#pragma once

#include "app/remote_directory.hpp"
#include "app/tables.hpp"

namespace kassabro::app {

// Makes a customer of the marketing platform ours, with bonus checks and purchases of other channels. Whoever already has the
// e-mail or the phone here is that customer: they are linked, not doubled.
Result<StoredContact> adopt_contact(Tables& tables, const Account& account, const RemoteContact& remote, Timestamp now);

// What the platform tells besides the card: bonus checks, purchases, shown fields.
void take_remote_extras(Tables& tables, const Account& account, domain::ContactId contact, const RemoteContact& remote,
                        Timestamp now);

}  // namespace kassabro::app
