#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "app/account.hpp"
#include "base/async.hpp"
#include "domain/contact.hpp"

namespace kassabro::app {

// What the marketing programme does when a customer has bought nothing for so many days.
enum class SilenceStep { retention, winback };

std::string_view to_text(SilenceStep step);

struct SilentCustomer {
  domain::ContactId contact = 0;
  Timestamp bought_at;  // the last purchase, in whatever channel
  friend bool operator==(const SilentCustomer&, const SilentCustomer&) = default;
};

// A customer's silence: the time since their last purchase, and which steps it has reached, each once. As one transaction
// sees it (see app/tables.hpp).
class SilenceTable {
 public:
  virtual ~SilenceTable() = default;
  // A purchase of this time. True: it ends a silence that had reached a step, so what was told of it is to be taken back. One
  // that is older than the last ends nothing.
  virtual bool note_purchase(AccountId account, domain::ContactId contact, Timestamp at) = 0;
  // False: the customer has bought something since, or the silence has reached this step before.
  virtual bool reach(AccountId account, const SilentCustomer& customer, SilenceStep step) = 0;
};

class SilenceReader {
 public:
  virtual ~SilenceReader() = default;
  // Whose silence has not reached the step and who bought last after `after` and not after `until`; the longest silence first.
  virtual Async<std::vector<SilentCustomer>> list(AccountId account, SilenceStep step, Timestamp after, Timestamp until,
                                                  std::size_t count_max) = 0;
  // Has the customer's silence reached the step, and does it go on?
  virtual Async<bool> has_reached(AccountId account, domain::ContactId contact, SilenceStep step) = 0;
};

}  // namespace kassabro::app
