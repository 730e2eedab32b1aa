#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <memory>

#include "app/imports.hpp"
#include "base/json.hpp"
#include "http/url.hpp"
#include "main/admin_call.hpp"
#include "main/commands.hpp"
#include "main/watch_job.hpp"

namespace kassabro::main {
namespace {

constexpr std::size_t upload_bytes_max = 64 << 20;  // what the server takes

struct ImportFlags {
  std::string file;
  std::string import;
  std::string account;
  std::string encoding;
  std::string sheet;
  std::vector<std::string> mapping;
  std::int64_t header_line = -1;
  bool dry_run = false;
  bool skip_bad = false;
  bool create_customers = false;
};

const json::array* array_member(const json::object& object, std::string_view name) {
  const auto* found = find_member(object, name);
  return found == nullptr ? nullptr : found->if_array();
}

void print_summary(const json::object& import) {
  fmt::print("import {}  account {}  {}  {}  rows {}  {}\n", text_member(import, "id"), text_member(import, "account_id"),
             text_member(import, "file_name"), text_member(import, "state"), text_member(import, "rows"),
             text_member(import, "reason"));
}

void print_import(const std::string& body) {
  const auto value = parse_json(body);
  if (!value || !value->is_object()) return;
  const auto& import = value->get_object();
  print_summary(import);
  fmt::print("read as {} {} {}\n", text_member(import, "format"), text_member(import, "encoding"),
             text_member(import, "sheet"));
  if (const auto* columns = array_member(import, "columns"))
    for (const auto& column : *columns)
      fmt::print("  column {} is {}\n", text_member(column.get_object(), "column"), text_member(column.get_object(), "field"));
  if (const auto* counts = array_member(import, "counts"))
    for (const auto& entry : *counts) {
      const auto& count = entry.get_object();
      fmt::print("  {} {}  {} {}\n", text_member(count, "outcome"), text_member(count, "rows"), text_member(count, "value"),
                 text_member(count, "currency"));
    }
  if (const auto* refused = array_member(import, "refused"))
    for (const auto& entry : *refused) {
      const auto& row = entry.get_object();
      fmt::print("  line {}, {}: {}\n", text_member(row, "line"), text_member(row, "column"), text_member(row, "reason"));
    }
}

void print_imports(const std::string& body) {
  const auto value = parse_json(body);
  if (!value) return;
  for (const auto& item : value->at("items").get_array()) print_summary(item.get_object());
}

json::object mapping_of(const ImportFlags& flags) {
  json::object mapping;
  for (const auto& entry : flags.mapping) {
    const auto equals = entry.rfind('=');
    if (equals == std::string::npos) throw UsageError("--map is written COLUMN=FIELD, not " + entry);
    mapping[entry.substr(0, equals)] = entry.substr(equals + 1);
  }
  return mapping;
}

std::string upload_target(const ImportFlags& flags) {
  std::string target = "/api/v1/imports/upload?account=" + http::percent_encode(flags.account);
  const auto add = [&target](std::string_view name, const std::string& value) {
    if (!value.empty()) target += "&" + std::string(name) + "=" + http::percent_encode(value);
  };
  add("file_name", std::filesystem::path(flags.file).filename().string());
  add("encoding", flags.encoding);
  add("sheet", flags.sheet);
  add("unknown_customers", flags.create_customers ? "create" : "refuse");
  if (flags.header_line >= 0) add("header_line", std::to_string(flags.header_line));
  if (!flags.mapping.empty()) add("mapping", to_json_text(mapping_of(flags)));
  return target;
}

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string content{std::istreambuf_iterator<char>(in), {}};
  if (!in || std::filesystem::is_directory(path)) throw UsageError("The file cannot be opened: " + path);
  if (content.size() > upload_bytes_max) throw UsageError("The file is larger than 64 MiB: " + path);
  return content;
}

AdminAnswer ask_to(const CommonOptions& common, const std::string& import, std::string_view verb, const json::object& body) {
  return call_admin(config_of(common), http::Method::post,
                    "/api/v1/imports/" + http::percent_encode(import) + "/" + std::string(verb), to_json_text(body));
}

// Shows on a terminal how far it is, and answers when it has ended.
AdminAnswer carry_out(const CommonOptions& common, const std::string& import, std::string_view verb, json::object body) {
  if (::isatty(STDOUT_FILENO) != 1 || common.as_json) return ask_to(common, import, verb, body);
  auto without_waiting = body;
  without_waiting["wait"] = false;
  auto begun = ask_to(common, import, verb, without_waiting);
  if (begun.status != 200) return begun;
  show_job(config_of(common), text_member(body, "account"), app::import_kind);
  return call_admin(
      config_of(common), http::Method::get,
      "/api/v1/imports/" + http::percent_encode(import) + "?account=" + http::percent_encode(text_member(body, "account")), "");
}

int import_file(const CommonOptions& common, const ImportFlags& flags) {
  const auto staged = call_admin(config_of(common), http::Method::post, upload_target(flags), content_of(flags.file));
  const auto value = parse_json(staged.body);
  if (flags.dry_run || staged.status != 200 || !value || !value->is_object()) return print_answer(staged, common, print_import);
  const json::object body{{"account", flags.account}, {"bad_rows", flags.skip_bad ? "skip" : "refuse_all"}};
  const auto id = text_member(value->get_object(), "id");
  const auto applied = carry_out(common, id, "apply", body);
  // Why nothing was applied is best seen in what was staged.
  if (applied.status != 200 && !common.as_json) print_import(staged.body);
  return print_answer(applied, common, print_import);
}

void add_import(CLI::App& group, CommonOptions& common, Verb& verb) {
  auto flags = std::make_shared<ImportFlags>();
  auto* import = group.add_subcommand("import", "Bring a file of bonus checks into the ledger, and tell Rule");
  import->add_option("FILE", flags->file, "A spreadsheet or text file")->required();
  import->add_option("--account", flags->account, "Whose")->required();
  import->add_flag("--dry-run", flags->dry_run, "Only show what would happen");
  import->add_flag("--skip-bad", flags->skip_bad, "Leave refused rows out; otherwise one refused row stops all");
  import->add_flag("--create-customers", flags->create_customers, "Add customers who are not known");
  import->add_option("--map,--mapping", flags->mapping, "COLUMN=FIELD, by title or letter; FIELD may be empty")
      ->allow_extra_args(false);
  import->add_option("--header-line", flags->header_line, "Line of the titles; 0: there are none");
  import->add_option("--encoding", flags->encoding, "Of a text file, when it is guessed wrong");
  import->add_option("--sheet", flags->sheet, "Of a workbook; otherwise the first");
  import->callback([&common, &verb, flags] { verb = [&common, flags] { return import_file(common, *flags); }; });
}

void add_undo(CLI::App& group, CommonOptions& common, Verb& verb) {
  auto flags = std::make_shared<ImportFlags>();
  auto* undo = group.add_subcommand("undo", "Put back what an import has changed, as long as nothing of it has been used");
  undo->add_option("IMPORT", flags->import, "Its id, as `kassabro bonus-checks imports` shows it")->required();
  undo->add_option("--account", flags->account, "Whose")->required();
  undo->callback([&common, &verb, flags] {
    verb = [&common, flags] {
      return print_answer(carry_out(common, flags->import, "undo", {{"account", flags->account}}), common, print_import);
    };
  });
}

void add_list(CLI::App& group, CommonOptions& common, Verb& verb) {
  auto account = std::make_shared<std::string>();
  auto* list = group.add_subcommand("imports", "The files that were imported, newest first");
  list->add_option("--account", *account, "Of this account only");
  list->callback([&common, &verb, account] {
    verb = [&common, account] {
      const auto target = "/api/v1/imports" + (account->empty() ? "" : "?account=" + http::percent_encode(*account));
      return print_answer(call_admin(config_of(common), http::Method::get, target, ""), common, print_imports);
    };
  });
}

}  // namespace

void add_import_commands(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto* group = app.add_subcommand("bonus-checks", "Files of bonus checks");
  group->require_subcommand(1);
  add_import(*group, common, verb);
  add_undo(*group, common, verb);
  add_list(*group, common, verb);
}

}  // namespace kassabro::main
