#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/json.hpp"
#include "http/url.hpp"
#include "main/admin_call.hpp"
#include "main/commands.hpp"

namespace kassabro::main {
namespace {

std::vector<std::string> texts_in(const json::object& object, std::string_view name) {
  std::vector<std::string> texts;
  const auto* list = object.if_contains(name);
  if (list != nullptr && list->is_array())
    for (const auto& text : list->get_array()) texts.push_back(text_of(text).value_or(""));
  return texts;
}

// Each item of an answer, as an object.
template <class Print>
void for_each_item(const std::string& body, Print print) {
  const auto value = parse_json(body);
  if (!value || !value->is_object() || !value->get_object().contains("items")) return;
  for (const auto& item : value->at("items").get_array()) print(item.get_object());
}

void print_feeds(const std::string& body) {
  for_each_item(body, [](const json::object& feed) {
    fmt::print("{:<20} {:<4} tags {}  groups {}\n", text_member(feed, "feed"), feed.at("on").as_bool() ? "on" : "off",
               fmt::join(texts_in(feed, "tags"), ", "), fmt::join(texts_in(feed, "groups"), ", "));
  });
}

void print_trials(const std::string& body) {
  for_each_item(body, [](const json::object& trial) {
    fmt::print("{} {}  {}\n", trial.at("passed").as_bool() ? "passed" : "FAILED", text_member(trial, "feed"),
               text_member(trial, "reason"));
    for (const auto& entry : trial.at("calls").as_array()) {
      const auto& call = entry.get_object();
      fmt::print("    {} {} -> {}\n", text_member(call, "method"), text_member(call, "path"), text_member(call, "status"));
    }
    fmt::print("    tags in Rule: {}\n", fmt::join(texts_in(trial, "tags"), ", "));
    for (const auto& [group, fields] : trial.at("groups").as_object())
      for (const auto& [name, content] : fields.as_object())
        if (const auto text = text_of(content).value_or(to_json_text(content)); !text.empty() && text != "null")
          fmt::print("    {}.{} = {}\n", std::string(group), std::string(name), text.substr(0, 120));
  });
}

struct Options {
  std::string account;
  std::string feed;
  bool all = false;
};

int test(const CommonOptions& common, const Options& options) {
  if (options.feed.empty() != options.all) throw UsageError("Name a feed, or say --all.");
  const json::object body{{"account", options.account}, {"feed", options.feed}};
  const auto answer = call_admin(config_of(common), http::Method::post, "/api/v1/feeds/test", to_json_text(body));
  const auto status = print_answer(answer, common, print_trials);
  const auto value = parse_json(answer.body);
  const bool passed = value && value->is_object() && bool_member(value->get_object(), "passed").value_or(false);
  return status != 0 ? status : passed ? 0 : 1;
}

void add_verb(CLI::App& group, const char* name, const char* text, const std::shared_ptr<Options>& options, Verb& verb,
              std::function<int()> run) {
  auto* command = group.add_subcommand(name, text);
  command->add_option("--account", options->account, "Whose")->required();
  if (std::string_view(name) == "test") {
    command->add_option("FEED", options->feed, "Which; `kassabro feeds list` names them");
    command->add_flag("--all", options->all, "Every feed");
  }
  command->callback([&verb, run = std::move(run)] { verb = run; });
}

}  // namespace

void add_feed_commands(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto options = std::make_shared<Options>();
  auto* group = app.add_subcommand("feeds", "What is sent to Rule, by kinds of data");
  group->require_subcommand(1);
  add_verb(*group, "list", "Which there are, and what each fills", options, verb, [&common, options] {
    const auto target = "/api/v1/feeds?account=" + http::percent_encode(options->account);
    return print_answer(call_admin(config_of(common), http::Method::get, target, ""), common, print_feeds);
  });
  add_verb(*group, "test", "Send a marked test customer to Rule and show what arrives; no flow is started", options, verb,
           [&common, options] { return test(common, *options); });
  add_verb(*group, "remove-test", "Remove the test customer from Rule", options, verb, [&common, options] {
    const json::object body{{"account", options->account}};
    return print_answer(call_admin(config_of(common), http::Method::post, "/api/v1/feeds/test/remove", to_json_text(body)),
                        common, [](const std::string& answer) { fmt::print("{}\n", answer); });
  });
}

}  // namespace kassabro::main
