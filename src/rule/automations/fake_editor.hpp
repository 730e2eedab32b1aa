#pragma once

#include <gtest/gtest.h>

#include "rule/automations/automations.hpp"
#include "rule/automations/editor.hpp"
#include "rule/fake_rule.hpp"
#include "rule/samples.hpp"

namespace kassabro::rule::automations {

// The v3 editor of an imitated Rule account, for unit tests only; everything else is FakeRule's.
class FakeEditor {
 public:
  explicit FakeEditor(FakeRule& rule) : rule_(rule) {}

  http::Send transport();

  enum class Loss { call, answer };
  // The n-th write to the editor from now on fails: it never arrives, or its answer does not.
  void lose_write(int number, Loss loss) { lost_write_ = number, loss_ = loss; }
  // The same with reads counted too.
  void lose_call(int number, Loss loss) { lost_call_ = number, loss_ = loss; }

  // A part by its number among those of its kind, from the first that was made.
  json::object& part(Part part, std::size_t index = 0);
  std::size_t count(Part part) { return parts[std::string(to_text(part))].size(); }
  void rename_tag(const std::string& from, const std::string& to);
  std::int64_t add(Part part, json::object object);

  std::map<std::string, std::map<std::int64_t, json::object>> parts;  // as they were written
  std::map<std::string, std::int64_t> tags;
  json::object brand_style;           // empty: the account has none
  std::vector<std::string> writes;    // "POST /v3/editor/automail"
  std::string refused_subject;
  std::size_t page_size = 2;  // fewer than are asked for

 private:
  struct Reply {
    int status = 200;
    json::value body;
  };

  Reply work(http::Method method, const std::string& path, const json::object& body);
  Reply list(const std::string& kind, const std::string& query);
  Reply save(const std::string& kind, std::int64_t id, json::object object);
  Reply erase(const std::string& kind, std::int64_t id);
  json::object shown(const std::string& kind, const json::object& object);
  json::object trigger_shown(const json::object& trigger);
  Reply find_tag(const std::string& path);
  Reply list_fields();
  http::OutboundResult remove_person(const std::string& path);
  void learn_tags();

  FakeRule& rule_;
  std::int64_t last_id_ = 100;
  int lost_write_ = 0, lost_call_ = 0;
  Loss loss_ = Loss::call;
};

class AutomationsTest : public ::testing::Test {
 protected:
  Report plan(const Request& request = {}) { return run(automations.plan(account, request)).value(); }
  Report apply(const Request& request = {}) { return run(automations.apply(account, request)).value(); }
  Report remove(const Request& request = {}) { return run(automations.remove(account, request)).value(); }

  static const Step& step(const Report& report, std::string_view what, std::size_t flow = 0);
  // "automail create, message create, …" of one flow.
  static std::string told(const Report& report, std::size_t flow = 0);

  app::Account account = samples::account();
  ManualClock clock{*parse_timestamp("2026-11-23T12:00:00Z")};
  FakeRule rule;
  FakeEditor editor{rule};
  FakeMemory memory;
  Pause pause = [this](std::chrono::milliseconds wait) -> Async<void> {
    clock.advance(wait);
    co_return;
  };
  RuleClientSettings settings{.base_url = "https://rule.test/api"};
  RuleClient client{editor.transport(), clock, settings, pause};
  FeedTrials trials{editor.transport(), clock, settings, memory, {}};
  Automations automations{client, trials, memory};
};

}  // namespace kassabro::rule::automations
