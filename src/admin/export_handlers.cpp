#include "admin/customer_text.hpp"
#include "admin/handlers.hpp"
#include "admin/named_customer.hpp"
#include "admin/parameters.hpp"
#include "admin/personal_text.hpp"
#include "admin/webhook_text.hpp"
#include "base/sleep.hpp"
#include "base/time_text.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

constexpr std::size_t happenings_a_turn = 500;
constexpr std::size_t changes_max = 10'000;

enum class FileFormat { json, html };

// What `format` says; "json" when it says nothing.
Result<FileFormat> parse_format(const http::Query& query) {
  const auto text = query.find("format").value_or("");
  if (text.empty() || text == "json") return FileFormat::json;
  if (text == "html") return FileFormat::html;
  return fail(invalid("format", "This must be json or html."));
}

http::Response as_file(const Call& call, const app::Account& account, FileFormat format, const std::string& name,
                       const json::object& content) {
  http::Response response;
  if (format == FileFormat::html) {
    response.body = call.use_cases.customers.page(account, content);
    response.content_type = "text/html; charset=utf-8";
  } else {
    response = http::json_response(to_json_text(content));
  }
  response.headers.emplace_back("Content-Disposition",
                                "attachment; filename=\"" + name + (format == FileFormat::html ? ".html" : ".json") + "\"");
  return response;
}

// Of which shop it is, and of when.
json::object head_of(const Call& call, const app::Account& account) {
  return {{"made_at", to_iso(call.use_cases.clock.now())},
          {"account", json::object{{"account_id", std::to_string(account.id)}, {"name", account.name}}}};
}

Async<Result<json::array>> proof_of(const Call& call, const NamedCustomer& named) {
  auto listed = co_await call.use_cases.accounts.list_changes(named.account.id, changes_max);
  if (!listed) co_return fail(listed.error());
  app::KnownChanges known;
  known.reach_back = listed->size() < changes_max;
  for (auto& one : *listed) known.changes.push_back(std::move(one.change));
  co_return proof_array(app::prove_consents(named.account, known, named.file.consents));
}

// The timeline whole, newest first; what it tells of receipts besides.
Async<json::array> whole_timeline(const Call& call, const NamedCustomer& named, SentReceipts& receipts) {
  json::array timeline;
  std::optional<Timestamp> before;
  for (;;) {
    const auto page = co_await call.use_cases.customers.files.timeline(named.account.id, named.file.contact.contact.id, before,
                                                                       happenings_a_turn);
    for (const auto& happening : page) {
      timeline.push_back(happening_object(happening));
      receipts.note(happening);
    }
    if (page.size() < happenings_a_turn) co_return timeline;
    before = page.back().at;
    co_await let_others_run();
  }
}

Async<json::array> told_of(const Call& call, const NamedCustomer& named) {
  auto& messages = call.use_cases.webhooks.messages;
  json::array told;
  for (const auto& message : co_await messages.list_of_contact(named.account.id, named.file.contact.contact.id)) {
    const auto file = co_await messages.find(named.account.id, message.id);
    if (file) told.push_back(answered_object(*file));  // otherwise it was forgotten this moment
  }
  co_return told;
}

}  // namespace

Async<http::Response> export_customer(const Call& call) {
  const auto format = parse_format(call.query);
  if (!format) co_return http::problem(format.error());
  const auto without_received = parse_flag(call.query, "without_received");
  if (!without_received) co_return http::problem(without_received.error());
  const auto named = co_await named_customer(call);
  if (!named) co_return http::problem(named.error());
  auto proof = co_await proof_of(call, *named);
  if (!proof) co_return http::problem(proof.error());
  using Received = app::ReadPersonalFile::Received;
  const auto& ports = call.use_cases.customers;
  const auto personal = co_await ports.personal(named->account, named->file.contact.contact,
                                                *without_received ? Received::leave_out : Received::read);
  SentReceipts sent(ports.receipt_way);
  auto timeline = co_await whole_timeline(call, *named, sent);
  auto body = head_of(call, named->account);
  body["customer"] = co_await whole_customer(call, *named);
  body["besides"] = besides_object(named->file, personal.rows);
  body["consent_proof"] = std::move(*proof);
  json::array orders, channel_purchases, received;
  for (const auto& order : personal.orders) orders.push_back(readable_order(order.content));
  for (const auto& purchase : personal.rows.channel_purchases) channel_purchases.push_back(readable_order(purchase));
  for (const auto& row : personal.received) received.push_back(received_object(row));
  body["orders"] = std::move(orders);
  body["channel_purchases"] = std::move(channel_purchases);
  body["receipts"] = receipts_array(personal.rows, sent);
  body["timeline"] = std::move(timeline);
  body["webhook_messages"] = co_await told_of(call, *named);
  body["received"] = *without_received ? json::value(nullptr) : json::value(std::move(received));
  co_return as_file(call, named->account, *format, "customer-" + std::to_string(named->file.contact.contact.id), body);
}

Async<http::Response> prove_consents(const Call& call) {
  const auto format = parse_format(call.query);
  if (!format) co_return http::problem(format.error());
  const auto named = co_await named_customer(call);
  if (!named) co_return http::problem(named.error());
  auto proof = co_await proof_of(call, *named);
  if (!proof) co_return http::problem(proof.error());
  auto body = head_of(call, named->account);
  body["customer"] = customer_head(named->account.id, named->file.contact.contact);
  body["consent_proof"] = std::move(*proof);
  co_return as_file(call, named->account, *format, "consents-" + std::to_string(named->file.contact.contact.id), body);
}

}  // namespace kassabro::admin
