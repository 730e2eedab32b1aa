#pragma once

#include "app/erase_customer.hpp"
#include "app/personal_file.hpp"
#include "jobs/erase_traces.hpp"
#include "rule/eraser.hpp"
#include "store/sql/store.hpp"

namespace kassabro::main {

// What a person may ask of a shop: all that is kept of them, and to be forgotten, here and in Rule.
struct PersonalData {
  PersonalData(store::sql::SqlStore& store, app::UnitOfWork& unit, rule::RuleClient& client, const Clock& clock)
      : read(store.personal_files(), store.contacts(), store.erasures()),
        erase(unit, clock),
        remote(client),
        traces({store.erasures(), remote, store.files(), store.unit_of_work(), clock}, {}) {}

  app::ReadPersonalFile read;
  app::EraseCustomer erase;
  rule::RuleEraser remote;
  jobs::EraseTraces traces;
};

}  // namespace kassabro::main
