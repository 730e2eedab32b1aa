#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <memory>

#include "base/json.hpp"
#include "main/admin_call.hpp"
#include "main/commands.hpp"

namespace kassabro::main {
namespace {

struct Options {
  std::string account;
  std::string flow;                // of preview
  std::vector<std::string> flows;
  std::string language, email, file;
  bool activate = false, recreate = false, force = false;
};

json::object object_of(const std::string& body) {
  const auto value = parse_json(body);
  return value && value->is_object() ? value->get_object() : json::object{};
}

// One line a step: flow, what, its name in Rule, how it stands, what is done; then what is to be known.
void print_report(const std::string& body) {
  const auto report = object_of(body);
  const auto* flows = report.if_contains("flows");
  if (flows == nullptr || !flows->is_array()) return;
  for (const auto& entry : flows->get_array()) {
    const auto& flow = entry.get_object();
    const auto name = text_member(flow, "flow");
    for (const auto& line : flow.at("steps").as_array()) {
      const auto& step = line.get_object();
      const bool is_switch = text_member(step, "what") == "activity";
      const auto state = is_switch ? (flow.at("active").as_bool() ? "active" : "inactive") : text_member(step, "state");
      fmt::print("{:<10} {:<12} {:<24} {:<9} {}\n", name, text_member(step, "what"), text_member(step, "name"), state,
                 step.at("failed").as_bool() ? "FAILED" : text_member(step, "action"));
      if (const auto detail = text_member(step, "detail"); !detail.empty()) fmt::print("{:<10}   {}\n", "", detail);
    }
    if (flow.at("steps").as_array().empty()) fmt::print("{:<10} nothing\n", name);
    for (const auto& note : flow.at("notes").as_array()) fmt::print("{:<10} ! {}\n", name, text_of(note).value_or(""));
  }
}

int work(const CommonOptions& common, const Options& options, const std::string& verb) {
  json::object body{{"account", options.account},   {"language", options.language},
                    {"activate", options.activate}, {"recreate", options.recreate},
                    {"force", options.force},       {"flows", json::array(options.flows.begin(), options.flows.end())}};
  const auto answer = call_admin(config_of(common), http::Method::post, "/api/v1/automations/" + verb, to_json_text(body));
  const auto status = print_answer(answer, common, print_report);
  return status != 0 ? status : bool_member(object_of(answer.body), "done").value_or(false) ? 0 : 1;
}

void print_preview(const json::object& preview, const std::string& file) {
  fmt::print("Subject:   {}\nPreheader: {}\n", text_member(preview, "subject"), text_member(preview, "pre_header"));
  const bool is_rendered = preview.at("rendered").as_bool();
  if (!is_rendered) fmt::print("Not applied yet, so Rule cannot render it; this is the document that would be made (RCML).\n");
  const auto content = is_rendered ? text_member(preview, "html") : pretty_json(to_json_text(preview.at("document")));
  if (file.empty()) {
    fmt::print("{}\n", content);
    return;
  }
  std::ofstream out(file, std::ios::binary);
  out << content;
  if (!out.flush()) throw std::runtime_error("The file cannot be written: " + file);
  fmt::print("Written to {}\n", file);
}

int preview(const CommonOptions& common, const Options& options) {
  const json::object body{
      {"account", options.account}, {"flow", options.flow}, {"language", options.language}, {"email", options.email}};
  const auto answer = call_admin(config_of(common), http::Method::post, "/api/v1/automations/preview", to_json_text(body));
  return print_answer(answer, common, [&](const std::string& text) { print_preview(object_of(text), options.file); });
}

CLI::App* add_verb(CLI::App& group, const char* name, const char* text, const std::shared_ptr<Options>& options, Verb& verb,
                   std::function<int()> run) {
  auto* command = group.add_subcommand(name, text);
  command->add_option("--account", options->account, "Whose")->required();
  command->callback([&verb, run = std::move(run)] { verb = run; });
  return command;
}

}  // namespace

void add_automation_commands(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto options = std::make_shared<Options>();
  auto* group = app.add_subcommand("automations", "The flows Thank-you, Retention and Winback in Rule");
  group->require_subcommand(1);
  const auto add_work = [&](const char* name, const char* text) {
    auto* command = add_verb(*group, name, text, options, verb,
                             [&common, options, name = std::string(name)] { return work(common, *options, name); });
    command->add_option("--flow", options->flows, "Which: thank_you, retention, winback; may be repeated; otherwise all");
    return command;
  };
  for (auto* command :
       {add_work("plan", "Show what apply would change"), add_work("apply", "Make them, or bring them up to date")}) {
    command->add_option("--language", options->language, "Of the letters: sv or en");
    command->add_flag("--activate", options->activate, "Switch them on");
    command->add_flag("--recreate", options->recreate, "Make again what was deleted in Rule");
  }
  add_work("remove", "Delete what was made and nobody has edited")
      ->add_flag("--force", options->force, "Also what somebody has edited");
  auto* shown =
      add_verb(*group, "preview", "Show a letter", options, verb, [&common, options] { return preview(common, *options); });
  shown->add_option("FLOW", options->flow, "Which: thank_you, retention, winback")->required();
  shown->add_option("--language", options->language, "Before it is applied: sv or en");
  shown->add_option("--email", options->email, "As this customer would read it");
  shown->add_option("--out", options->file, "Into this file");
}

}  // namespace kassabro::main
