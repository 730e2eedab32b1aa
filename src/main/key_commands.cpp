#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/json.hpp"
#include "main/admin_call.hpp"
#include "main/commands.hpp"

namespace kassabro::main {
namespace {

void print_keys(const std::string& body) {
  const auto value = parse_json(body);
  if (!value) return;
  const auto& object = value->get_object();
  if (const auto next = text_member(object, "next"); !next.empty())
    fmt::print("{}  opens, and seals nothing yet: every node needs the key file first\n", next);
  const char* role = "seals and opens";
  for (const auto& name : object.at("keys").get_array()) {
    fmt::print("{}  {}\n", std::string(name.get_string()), role);
    role = "opens; kassabro key rotate goes on";
  }
}

std::string advice(std::string_view state, std::int64_t sealed, const std::string& path) {
  if (state == "done")
    return fmt::format(
        "{} secrets sealed anew. Only the new key opens them: back up {}, and copy it to each other node, if there is one. "
        "Back-ups of the store from before need the key that was backed up with them.",
        sealed, path);
  return fmt::format(
      "{} secrets sealed anew. Copy {} over the one of each other node, which takes it within a second; then say "
      "kassabro key rotate --distributed.",
      sealed, path);
}

// Step after step until there is something to do for the operator; what they have said counts for the first one.
int rotate(const CommonOptions& common, bool distributed) {
  const auto config = config_of(common);
  std::int64_t sealed = 0;
  for (bool first = true;; first = false) {
    const auto query = first && distributed ? "?distributed=true" : "";
    const auto answer = call_admin(config, http::Method::post, std::string("/api/v1/keys/rotate") + query, "");
    const auto value = parse_json(answer.body);
    if (answer.status != 200 || !value || !value->is_object()) return print_answer(answer, common, {});
    const auto state = text_member(value->get_object(), "state");
    sealed += int_member(value->get_object(), "sealed").value_or(0);
    if (state == "working") continue;
    auto told = value->get_object();
    told["sealed"] = sealed;
    fmt::print("{}\n", common.as_json ? to_json_text(told) : advice(state, sealed, config.data_dir + "/secret.key"));
    return 0;
  }
}

}  // namespace

void add_key_commands(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto* key = app.add_subcommand("key", "The key that seals the stored API keys and passwords: list, rotate");
  key->require_subcommand(1);
  auto* list = key->add_subcommand("list", "Which keys there are, by name");
  list->callback([&] {
    verb = [&common] {
      return print_answer(call_admin(config_of(common), http::Method::get, "/api/v1/keys", ""), common, print_keys);
    };
  });
  auto distributed = std::make_shared<bool>(false);
  auto* rotating = key->add_subcommand("rotate", "Exchange it for a new one, or go on with that, while the server runs or not");
  rotating->add_flag("--distributed", *distributed, "Of several nodes: every one has this node's key file");
  rotating->callback([&, distributed] { verb = [&common, distributed] { return rotate(common, *distributed); }; });
}

}  // namespace kassabro::main
