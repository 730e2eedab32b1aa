#include "rule/automations/preparation.hpp"

#include <algorithm>

#include "rule/wire.hpp"

namespace kassabro::rule::automations {

Missing missing_of(const Survey& survey, const RuleNames& names, Flow flow) {
  Missing missing;
  missing.tag = !survey.tags.contains(tag_of(names, flow));
  if (flow != Flow::thank_you) return missing;
  auto fields = order_fields_of(names);
  missing.fields =
      std::ranges::any_of(refs_of(fields), [&](const FieldRef* field) { return !survey.fields.contains(field->name); });
  return missing;
}

Async<std::expected<void, std::string>> Preparation::prepare(Flow flow) {
  if (!used_) {
    const auto person = co_await desk_.send(get_subscriber_call(IdentifiedBy::email, trial_email));
    if (!person && person.error().kind != CallErrorKind::not_found) co_return std::unexpected(person.error().message);
    was_there_ = person.has_value();
    used_ = true;
  }
  const auto trial = co_await trials_.run(desk_.account, feed_of(flow));
  if (!trial.passed) co_return std::unexpected(trial.reason);
  co_return std::expected<void, std::string>();
}

Async<void> Preparation::tidy() {
  if (used_ && !was_there_) co_await trials_.remove(desk_.account);
}

}  // namespace kassabro::rule::automations
