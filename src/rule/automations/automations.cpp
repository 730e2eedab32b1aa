#include "rule/automations/automations.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "rule/answers.hpp"
#include "rule/automations/flow_removal.hpp"
#include "rule/automations/flow_work.hpp"
#include "rule/wire.hpp"

namespace kassabro::rule::automations {
namespace {

// A key that Rule refuses is not the caller's own.
Error error_of_call(const CallError& error) { return {ErrorCode::unavailable, error.message, "rule"}; }

// The names as letters can merge them.
Result<RuleNames> usable_names(const app::Account& account) {
  auto names = names_of(account);
  if (names && !can_be_merged(names->order_group))
    return fail(invalid("rule.order_group", "A letter cannot merge a group whose name has brackets or two colons."));
  return names;
}

bool failed(const FlowReport& flow) { return std::ranges::any_of(flow.steps, &Step::failed); }

void add(Report& report, FlowReport flow) {
  report.done = report.done && !failed(flow);
  report.flows.push_back(std::move(flow));
}

void add_untried(Report& report, const Request& request) {
  for (const auto flow : request.flows)
    if (std::ranges::find(report.flows, flow, &FlowReport::flow) == report.flows.end())
      report.flows.push_back({.flow = flow, .notes = {"Not tried, since Rule cannot be asked now."}});
}

Async<Result<Report>> work_on(Desk desk, FeedTrials& trials, app::RemoteMemory& memory, const Request& request, Mode mode) {
  const auto names = usable_names(desk.account);
  if (!names) co_return fail(names.error());
  auto survey = co_await take_survey(desk, *names);
  if (!survey) co_return fail(error_of_call(survey.error()));
  Preparation preparation(desk, trials);
  Report report;
  for (const auto flow : request.flows) {
    FlowWork work({desk, *names, memory, *survey, preparation, request, mode}, flow);
    const auto done = co_await work.run();
    add(report, std::move(work.report));
    if (!done) break;
  }
  add_untried(report, request);
  co_await preparation.tidy();
  co_return report;
}

}  // namespace

// The right to work on an account's flows, until the end of the scope.
class Automations::Turn {
 public:
  Turn(Automations& automations, app::AccountId account) : automations_(automations), account_(account) {
    const std::scoped_lock lock(automations_.mutex_);
    is_ours_ = automations_.busy_.insert(account).second;
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  ~Turn() {
    if (!is_ours_) return;
    const std::scoped_lock lock(automations_.mutex_);
    automations_.busy_.erase(account_);
  }
  bool is_ours() const { return is_ours_; }
  static Error refusal() { return conflict("account", "The automations of this account are being worked on right now."); }

 private:
  Automations& automations_;
  app::AccountId account_;
  bool is_ours_ = false;
};

Async<Result<Report>> Automations::plan(const app::Account& account, Request request) {
  const Turn turn(*this, account.id);
  if (!turn.is_ours()) co_return fail(Turn::refusal());
  co_return co_await work_on({client_, account}, trials_, memory_, request, Mode::plan);
}

Async<Result<Report>> Automations::apply(const app::Account& account, Request request) {
  const Turn turn(*this, account.id);
  if (!turn.is_ours()) co_return fail(Turn::refusal());
  co_return co_await work_on({client_, account}, trials_, memory_, request, Mode::apply);
}

Async<Result<Report>> Automations::remove(const app::Account& account, Request request) {
  const Turn turn(*this, account.id);
  if (!turn.is_ours()) co_return fail(Turn::refusal());
  Report report;
  for (const auto flow : request.flows) {
    FlowRemoval removal({client_, account}, memory_, flow, request.force);
    const auto done = co_await removal.run();
    add(report, std::move(removal.report));
    if (!done) break;
  }
  add_untried(report, request);
  co_return report;
}

Async<Result<Preview>> Automations::preview(const app::Account& account, Flow flow, std::optional<Language> language,
                                            std::string email) {
  const auto names = usable_names(account);
  if (!names) co_return fail(names.error());
  const Desk desk{client_, account};
  const auto made = co_await find_made(memory_, account.id, flow);
  Preview preview{flow,
                  language.value_or(settings_of(account).language.value_or(
                      parse_language(made.language).value_or(language_of_country(account.country)))),
                  "",
                  {}};
  auto survey = co_await take_survey(desk, *names);
  if (!survey) co_return fail(error_of_call(survey.error()));
  LetterPlan plan{flow, preview.language, account.name, survey->brand, order_fields_of(*names)};
  for (auto* field : refs_of(plan.order))
    if (const auto known = survey->fields.find(field->name); known != survey->fields.end()) field->id = known->second;
  preview.letter = write_letter(plan);
  std::optional<std::int64_t> reader;
  if (!email.empty()) {
    const auto person = co_await desk.send(get_subscriber_call(IdentifiedBy::email, email));
    const auto subscriber = person ? parse_subscriber(person->body) : std::nullopt;
    if (!subscriber) co_return fail(not_found("email", "Rule has nobody with this e-mail address."));
    reader = subscriber->id;
  }
  const auto template_id = made.of(Part::template_).id;
  if (template_id == 0) co_return preview;
  // A person may have given the message other words.
  const auto message = co_await desk.send(get_part_call(Part::message, made.of(Part::message).id));
  if (const auto* shown = message ? data_of(*message) : nullptr; shown != nullptr) {
    preview.letter.subject = text_member(*shown, "subject");
    preview.letter.pre_header = text_member(*shown, "pre_header");
  }
  const auto html = co_await desk.send(render_call(template_id, reader));
  if (!html && html.error().kind != CallErrorKind::not_found) co_return fail(error_of_call(html.error()));
  if (html && html->body.is_string()) preview.html = html->body.as_string().c_str();
  co_return preview;
}

}  // namespace kassabro::rule::automations
