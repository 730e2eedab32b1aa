#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/account_changes.hpp"
#include "app/customer_file.hpp"

namespace kassabro::app {

// What one of the shop's own consents said, as tills were given it.
struct Wording {
  std::string name;
  std::string description;
  friend bool operator==(const Wording&, const Wording&) = default;
};

struct ProvenConsent {
  std::string id;
  bool accepts = false;
  bool chosen = false;  // then; otherwise it only held on from an earlier record
  // Of the moment when it was last chosen. Absent: it is not known, since no setting of that time held a consent of this id, or nothing
  // is kept of that time, or the choice was made elsewhere.
  std::optional<Wording> wording;
};

// A record of the ledger with the shop's own consents: those that hold from then on, and those that were taken back then. What tills say
// of the channels (e-mail, text message, letter) is the till's own and nowhere told.
struct ProvenRecord {
  ConsentRecord record;
  std::vector<ProvenConsent> consents;
};

// The changes of the account, newest first.
struct KnownChanges {
  std::vector<AccountChanged> changes;
  bool reach_back = true;  // to the account's beginning
};

// `records`: newest first, as the proof. The settings of then are those of today with every later change put back.
std::vector<ProvenRecord> prove_consents(const Account& account, const KnownChanges& known,
                                         const std::vector<ConsentRecord>& records);

}  // namespace kassabro::app
