#pragma once

#include <vector>

#include "app/remote_consent.hpp"
#include "app/remote_directory.hpp"

namespace kassabro::app {

// Why the person was read.
enum class Heard { nothing, of_a_change };

// What a read of the person shows of their choices. A suppression that the ledger does not know is an opt-out, unless somebody has
// agreed at a till since; that there is none where Rule had told an opt-out is a resubscription. A read may lag behind what was
// told a moment ago, so only what has stood for a while is opened without having heard of it.
void take_remote_state(Tables& tables, const Account& account, domain::ContactId contact, const RemoteContact& remote,
                       Heard heard, Timestamp now);

// Reads people of whom something was told that does not say what: a resubscription names no channel.
class ReadRemoteState {
 public:
  struct Parts {
    RemoteDirectory& directory;
    ContactReader& contacts;
    UnitOfWork& unit;
    const Clock& clock;
  };

  explicit ReadRemoteState(Parts parts) : parts_(parts) {}

  // Whoever cannot be read now is read with the next search, or by the mirror.
  Async<void> operator()(Account account, std::vector<domain::ContactId> contacts);

 private:
  Parts parts_;
};

}  // namespace kassabro::app
