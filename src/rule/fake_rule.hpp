#pragma once

#include <map>
#include <optional>
#include <set>
#include <stdexcept>

#include "app/remote_directory.hpp"
#include "rule/call.hpp"
#include "rule/client.hpp"
#include "testing/run.hpp"

namespace kassabro::rule {

using testing::run;

// RemoteMemory in memory.
class FakeMemory final : public app::RemoteMemory {
 public:
  Async<std::optional<std::string>> find(app::AccountId account, std::string name) override;
  Async<void> save(app::AccountId account, std::string name, std::string value) override;
  std::map<std::string, std::string> kept;  // by name; tests have one account
};

// RemoteBonusEdits that keeps what it is shown, and answers with what the test says the ledger is.
class FakeEdits final : public app::RemoteBonusEdits {
 public:
  Async<std::vector<domain::BonusCheck>> merge(const app::Account&, domain::ContactId, app::RemoteBonus remote) override;
  std::vector<app::RemoteBonus> shown;
  std::vector<domain::BonusCheck> ledger;
};

// An imitation of a Rule account that knows what the contract tells, for unit tests only.
class FakeRule {
 public:
  using Content = std::map<std::string, json::value>;

  struct Person {
    std::int64_t id = 0;
    std::string email;
    std::string phone;
    bool opted_in = true;
    json::array suppressed;
    std::set<std::string> tags;
    std::map<std::string, Content> flat;                  // by group
    std::map<std::string, std::vector<Content>> records;  // by historical group; the n-th was made on the n-th of November
    std::string updated_at = "2026-11-01 10:00:00";
  };

  struct Received {
    http::Method method;
    std::string path;  // after the base URL
    json::value body;
    std::vector<std::pair<std::string, std::string>> headers;
  };

  struct Fault {
    std::string path;  // how the call begins: "POST /v2/subscribers"
    int status = 0;    // 0: no answer
    bool work_is_done = false;
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string body{};
    int count = 1;
  };

  http::Send transport();
  // What it does with a request, and answers, at once.
  http::OutboundResult serve(const http::OutboundRequest& request);

  Person& add_person(std::string email, std::string phone);
  Person& person(std::string_view email);
  // Calls whose "METHOD path" begins so.
  std::vector<Received> received_at(std::string_view begin) const;

  std::vector<Received> received;
  std::map<std::int64_t, Person> people;
  std::map<std::string, bool> groups;              // name -> historical
  std::map<std::string, std::string> field_types;  // "Group.Field" -> type
  std::vector<std::string> started;                // "anna@shop.se OrderCompleted"
  std::vector<json::object> transactionals;        // bodies, in their order
  std::vector<Fault> faults;
  // What is not known of Rule, both ways.
  bool flat_group_becomes_historical = true;
  bool takes_empty_values = true;
  bool answers_with_id = true;
  std::string refused_phone;
  std::string refused_email;
  std::vector<std::pair<std::string, std::string>> answer_headers;
  int errors = 0;  // answers of 4xx and 5xx, as Rule counts them
  int running = 0;
  int running_max = 0;

 private:
  struct Reply {
    int status = 200;
    json::value body;
  };

  static Received read(const http::OutboundRequest& request);
  http::OutboundResult answer(const Received& call);
  Reply work(const Received& call);
  Reply upsert(const json::object& body);
  Reply upsert_one(const json::object& entry, const json::object& body, bool runs_automation);
  Reply list_people(std::string_view path) const;
  Reply list_groups(std::string_view path) const;
  Reply list_records(std::int64_t id, std::string_view path);
  Reply find_person(std::string_view path);
  Reply remove_person(std::string_view path);
  Reply fields_of_person(std::string_view path);
  Reply change_person(std::int64_t id, const json::object& body);
  Reply add_tags(Person& person, const json::object& body, bool runs_automation);
  Reply remove_tag(std::string_view path);
  Reply create_fields(const json::object& body);
  Reply append_records(std::int64_t id, const json::object& body);
  Reply search_record(std::int64_t id, std::string_view path);
  Reply change_record(std::int64_t id, const json::object& body);
  Reply change_suppressions(bool suppress, const json::object& body);
  std::optional<Reply> refusal(const json::object& entry) const;
  void write_fields(Person& person, const json::object& entry);
  Person* find(std::string_view by, std::string_view text);
};

}  // namespace kassabro::rule
