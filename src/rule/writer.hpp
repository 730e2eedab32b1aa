#pragma once

#include <functional>
#include <span>

#include "rule/field_setup.hpp"
#include "rule/wire.hpp"

namespace kassabro::rule {

// Writes to Rule, and knows what to try when Rule refuses a part of what is written.
class Writer {
 public:
  Writer(RuleClient& client, FieldSetup& setup, Facts& facts, std::function<void(app::AccountId, std::string)>& on_notice)
      : client_(client), setup_(setup), facts_(facts), on_notice_(on_notice) {}

  // When Rule says that a field is missing, the fields are set up again and the call is repeated once.
  Async<CallResult> write(Shop shop, Call call);

  // A refusal (400 or 422) is tried again once without the phone number, when there is an e-mail address to know the person
  // by, as Rule's own plug-in does (SEEN WOO: one bad number fails the whole call); and without empty values, which Rule may
  // not take (OPEN). That Rule takes none is remembered.
  Async<CallResult> upsert(Shop shop, const Entry& entry, const TagPlan& plan);
  Async<CallResult> change(Shop shop, std::int64_t subscriber_id, const Entry& entry);

  // Several people in one call: all or none, as they are.
  Async<CallResult> upsert_all(Shop shop, std::span<const Entry> entries, const TagPlan& plan);

 private:
  Async<CallResult> write_entry(Shop shop, const Entry& entry, std::function<Call(Shape)> call_of);
  Async<bool> takes_empty_values(Shop shop);

  RuleClient& client_;
  FieldSetup& setup_;
  Facts& facts_;
  std::function<void(app::AccountId, std::string)>& on_notice_;
};

}  // namespace kassabro::rule
