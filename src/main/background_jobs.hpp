#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "app/control_jobs.hpp"
#include "app/expire_bonus_checks.hpp"
#include "jobs/attempt_upkeep.hpp"
#include "jobs/bonus_expiry.hpp"
#include "jobs/engine.hpp"
#include "jobs/history_sync.hpp"
#include "jobs/mirror_customers.hpp"
#include "jobs/news_poll.hpp"
#include "jobs/order_fetcher.hpp"
#include "jobs/receipt_upkeep.hpp"
#include "jobs/reconcile.hpp"
#include "jobs/retention.hpp"
#include "jobs/silence_watch.hpp"
#include "main/bonus_check_imports.hpp"
#include "main/config.hpp"
#include "main/personal_data.hpp"
#include "main/rule_adapter.hpp"
#include "observability/metrics.hpp"
#include "sitoo/rest/order_archive.hpp"
#include "sitoo/rest/z_reports.hpp"

namespace kassabro::main {

// The long work (docs/jobs.md): each kind of it, and the engine that runs them all.
struct BackgroundJobs {
  // The references must outlive what is made of them.
  struct Parts {
    boost::asio::io_context& context;
    const Config& config;
    store::sql::SqlStore& store;
    app::UnitOfWork& unit;
    const Clock& clock;
    observability::Metrics& metrics;
    RuleAdapter& rule;
    sitoo::rest::RestClient& rest_client;
    jobs::OrderFetcher& order_fetcher;
    app::ReceiptLinks& receipt_links;
    app::TakeRemoteNews& take_remote_news;
    BonusCheckImports& imports;
    PersonalData& personal_data;
    std::chrono::milliseconds takes_over_after;
    std::function<bool()> is_serving;  // the engine runs; it does not for the command line without a server
  };

  explicit BackgroundJobs(Parts parts);

  // Begins a job of a kind; the errors are those of admin::UseCases::run_job.
  Async<Result<void>> run_job(app::AccountId account, std::string kind, json::object request);

  // Sees to it that what an import has begun goes on, and waits for its end if that is wanted: the engine's work, where it runs; the
  // command line without a server does it itself.
  Async<void> carry_on_import(app::AccountId account, app::ImportId id, bool wait);

  store::sql::SqlStore& store;
  std::function<bool()> is_serving;
  sitoo::rest::RestOrderArchive archive;
  sitoo::rest::RestZReports z_reports;
  app::ExpireBonusChecks expire_bonus_checks;
  jobs::MirrorCustomers mirror;
  jobs::BonusExpiry bonus_expiry;
  jobs::HistoryTeller history_teller;
  jobs::HistorySync history;
  jobs::Reconcile reconcile;
  jobs::SilenceWatch silence_watch;
  jobs::NewsPoll news_poll;
  jobs::ReceiptUpkeep receipt_upkeep;
  jobs::AttemptUpkeep attempt_upkeep;
  jobs::Retention retention;
  app::ControlJobs control_jobs;
  jobs::Engine engine;
};

}  // namespace kassabro::main
