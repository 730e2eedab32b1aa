#pragma once

#include "admin/api.hpp"
#include "jobs/order_fetcher.hpp"
#include "main/background_jobs.hpp"
#include "main/bonus_check_imports.hpp"
#include "main/config.hpp"
#include "main/personal_data.hpp"
#include "main/rule_adapter.hpp"
#include "main/uploads.hpp"
#include "observability/metrics.hpp"
#include "outbox/worker.hpp"
#include "receipt/read_receipt.hpp"
#include "store/sql/store.hpp"

namespace kassabro::main {

// The admin listener: the admin API with what nobody else needs, /metrics, and the pages.
class AdminApi {
 public:
  // The references must outlive it.
  struct Parts {
    const Config& config;
    const Clock& clock;
    const observability::Metrics& metrics;
    boost::asio::io_context& files;  // for work that no till and no delivery waits for
    store::sql::SqlStore& store;
    app::UnitOfWork& unit;
    app::AccountRegistry& registry;
    app::FirstCalls& first_calls;
    app::FindCustomer& find_customer;
    app::ShowPurchases& show_purchases;
    receipt::ReadReceipt& read_receipt;
    app::WebhookLog& webhook_log;
    app::ManageEndpoints& endpoints;
    outbox::Worker& worker;
    jobs::OrderFetcher& order_fetcher;
    Uploads& uploads;
    RuleAdapter& rule;
    BonusCheckImports& imports;
    PersonalData& personal_data;
    BackgroundJobs& background_jobs;
  };

  AdminApi(const Parts& parts, admin::PasswordFile password_file, SecretString token);

  Async<http::Response> handle(const http::Request& request);

 private:
  admin::UseCases use_cases();
  admin::Imports imports();
  admin::Feeds feeds();
  admin::Automations automations();
  admin::Customers customers();
  Async<Result<app::StagedImport>> stage_import(app::Account account, app::StageRequest request, app::OpenSheet sheet);
  Async<Result<app::Erasure>> erase_person(app::Account account, domain::ContactId contact, std::string author);

  Parts parts_;
  app::ManageAccounts manage_accounts_;
  app::Doctor doctor_;
  admin::AccessFile access_file_;
  admin::Sessions sessions_;
  admin::Api api_;
};

}  // namespace kassabro::main
