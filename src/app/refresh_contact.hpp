#pragma once

#include <chrono>

#include "app/remote_directory.hpp"
#include "app/unit_of_work.hpp"
#include "base/clock.hpp"

namespace kassabro::app {

// Reads one customer anew from the marketing platform and takes over what somebody edited there: names and address, bonus
// checks, purchases of other channels. For a while after a change of our own, and as long as deliveries wait, only what
// cannot be an echo of our past is taken: the platform's reads lag behind our writes.
// False: nobody is there. Errors as RemoteDirectory's.
Async<Result<bool>> refresh_contact(RemoteDirectory& directory, UnitOfWork& unit, const Clock& clock, const Account& account,
                                    const StoredContact& stored, Asker asker);

// The same with what was read already, in the caller's transaction. False: there is no such contact.
bool refresh_from(Tables& tables, const Account& account, domain::ContactId id, const RemoteContact& remote, Timestamp now);

// `mine` with what somebody edited on the other side: texts that are there and differ. Keys, consent and dates stay ours.
domain::Contact merged_with_remote(domain::Contact mine, const domain::Contact& remote);

}  // namespace kassabro::app
