#pragma once

#include "app/tables.hpp"

namespace kassabro::app {

// A choice that was made on the marketing platform: the ledger, the contact, and, where something has changed by it, the fields
// there that repeat it. `after` is `before` with other consents, `trace` is of the call that told it.
void save_remote_choice(Tables& tables, const Account& account, const domain::Contact& before, domain::Contact after,
                        const ToldConsents& told, Timestamp chosen_at, Timestamp now, const Trace& trace = {});

}  // namespace kassabro::app
