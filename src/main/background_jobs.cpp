#include "main/background_jobs.hpp"

#include "app/import_job.hpp"
#include "base/sleep.hpp"
#include "main/check_source.hpp"
#include "main/notes.hpp"
#include "main/options.hpp"
#include "main/read_order.hpp"

namespace kassabro::main {

BackgroundJobs::BackgroundJobs(Parts parts)
    : store(parts.store),
      is_serving(std::move(parts.is_serving)),
      archive(parts.rest_client),
      z_reports(parts.rest_client),
      expire_bonus_checks(parts.unit, parts.clock),
      mirror({parts.rule.catalogue, parts.rule.background_directory, store.links(), store.jobs(), parts.unit, parts.clock},
             mirror_options_of(parts.config), &wants_mirror,
             [&metrics = parts.metrics](const jobs::MirroredPage& page) { note_page(page, metrics); }),
      bonus_expiry(expire_bonus_checks, store.unit_of_work(), parts.clock),
      history_teller({store.history(), store.contacts(), store.orders(), store.unit_of_work(), parts.rule.channel, parts.clock},
                     {.may_call = [this] { return store.leads(); }}),
      history({archive, store.history(), parts.unit, parts.clock, &read_order, history_teller}, {}),
      reconcile({archive, z_reports, store.orders(), store.order_fetches(), store.jobs(), parts.unit, parts.clock, &read_order,
                 [&fetcher = parts.order_fetcher] { fetcher.wake(); }},
                reconcile_options_of(parts.config)),
      silence_watch({store.silences(), store.contacts(), parts.unit, parts.clock}, {}),
      news_poll({parts.rule.news_source, parts.take_remote_news, parts.unit, parts.clock}, {}),
      receipt_upkeep(parts.receipt_links, store.unit_of_work(), parts.clock, {}),
      attempt_upkeep({store.deliveries(), store.lookups(), store.message_upkeep(), store.unit_of_work(), parts.clock},
                     attempt_upkeep_options_of(parts.config)),
      retention(store.retention(), store.unit_of_work(), parts.clock, retention_options_of(parts.config),
                [&metrics = parts.metrics](app::KeptKind kind, std::size_t rows) {
                  metrics.count_removed_by_age(to_text(kind), rows);
                }),
      control_jobs(parts.unit, parts.clock),
      engine(parts.context, {store.accounts(), store.jobs(), store.unit_of_work(), parts.clock},
             {.leads = [this] { return store.leads(); }, .takes_over_after = parts.takes_over_after},
             {[](const app::Job& job) { log_job(job); }, &alert_of},
             {&history, &reconcile, &mirror, &bonus_expiry, &parts.imports.job, &silence_watch, &news_poll, &receipt_upkeep,
              &attempt_upkeep, &retention, &parts.personal_data.traces}) {}

Async<Result<void>> BackgroundJobs::run_job(app::AccountId account, std::string kind, json::object request) {
  const auto* known = engine.find(kind);
  if (known == nullptr)
    co_return fail(invalid("kind", "There is no such kind of job. There are: " + engine.kinds_text() + "."));
  auto wanted = known->read_request(request);
  if (!wanted) co_return fail(wanted.error());
  if (known->reads_till_system())
    if (auto checked = co_await check_source(store.accounts(), archive, account); !checked) co_return fail(checked.error());
  const auto job = co_await control_jobs.start(account, std::move(kind), std::move(*wanted));
  if (!job) co_return fail(job.error());
  engine.wake();
  co_return Result<void>();
}

Async<void> BackgroundJobs::carry_on_import(app::AccountId account, app::ImportId id, bool wait) {
  if (is_serving()) engine.wake();
  while (wait || !is_serving()) {
    const auto job = co_await store.jobs().find(account, app::import_kind);
    if (!job || job->request != app::import_request(id)) co_return;
    if (job->state != app::JobState::waiting && job->state != app::JobState::running) co_return;
    const auto steps = is_serving() ? 0 : co_await engine.run_kind(app::import_kind);
    if (steps == 0) co_await sleep_for(std::chrono::milliseconds(20));
  }
}

}  // namespace kassabro::main
