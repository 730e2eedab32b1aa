#pragma once

#include "admin/api.hpp"

namespace kassabro::admin {

Async<http::Response> get_session(const Call& call);
Async<http::Response> choose_password(const Call& call);
Async<http::Response> sign_in(const Call& call);
Async<http::Response> sign_out(const Call& call);
Async<http::Response> list_users(const Call& call);
Async<http::Response> add_user(const Call& call);
Async<http::Response> remove_user(const Call& call);
Async<http::Response> list_tokens(const Call& call);
Async<http::Response> add_token(const Call& call);
Async<http::Response> remove_token(const Call& call);
Async<http::Response> get_overview(const Call& call);
Async<http::Response> add_account(const Call& call);
Async<http::Response> list_accounts(const Call& call);
Async<http::Response> get_account(const Call& call);
Async<http::Response> change_account(const Call& call);
Async<http::Response> remove_account(const Call& call);
Async<http::Response> list_account_changes(const Call& call);
Async<http::Response> list_audit(const Call& call);
Async<http::Response> verify_audit(const Call& call);
Async<http::Response> list_keys(const Call& call);
Async<http::Response> rotate_key(const Call& call);
Async<http::Response> undo_account_change(const Call& call);
Async<http::Response> preview_settings(const Call& call);
Async<http::Response> get_default_settings(const Call& call);
Async<http::Response> find_customer(const Call& call);
Async<http::Response> get_customer(const Call& call);
Async<http::Response> get_customer_timeline(const Call& call);
Async<http::Response> export_customer(const Call& call);
Async<http::Response> erase_customer(const Call& call);
Async<http::Response> list_erasures(const Call& call);
Async<http::Response> get_erasure(const Call& call);
Async<http::Response> list_deliveries(const Call& call);
Async<http::Response> count_deliveries(const Call& call);
Async<http::Response> get_delivery(const Call& call);
Async<http::Response> replay_deliveries(const Call& call);
Async<http::Response> park_deliveries(const Call& call);
Async<http::Response> list_order_fetches(const Call& call);
Async<http::Response> replay_order_fetches(const Call& call);
Async<http::Response> list_quarantine(const Call& call);
Async<http::Response> list_findings(const Call& call);
Async<http::Response> repair_findings(const Call& call);
Async<http::Response> list_jobs(const Call& call);
Async<http::Response> pause_job(const Call& call);
Async<http::Response> resume_job(const Call& call);
Async<http::Response> cancel_job(const Call& call);
Async<http::Response> run_job(const Call& call);
Async<http::Response> list_feeds(const Call& call);
Async<http::Response> test_feeds(const Call& call);
Async<http::Response> remove_feed_test(const Call& call);
Async<http::Response> preview_receipt(const Call& call);
Async<http::Response> try_receipt(const Call& call);
Async<http::Response> list_webhooks(const Call& call);
Async<http::Response> plan_automations(const Call& call);
Async<http::Response> apply_automations(const Call& call);
Async<http::Response> remove_automations(const Call& call);
Async<http::Response> preview_automation(const Call& call);
Async<http::Response> stage_import(const Call& call);
Async<http::Response> upload_import(const Call& call);
Async<http::Response> list_imports(const Call& call);
Async<http::Response> get_import(const Call& call);
Async<http::Response> get_import_refusals(const Call& call);
Async<http::Response> apply_import(const Call& call);
Async<http::Response> undo_import(const Call& call);
Async<http::Response> explain_order(const Call& call);

}  // namespace kassabro::admin
