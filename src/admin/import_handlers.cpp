#include <array>

#include "admin/handlers.hpp"
#include "admin/import_text.hpp"
#include "admin/named_account.hpp"
#include "admin/parameters.hpp"
#include "app/refusals_csv.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

constexpr std::size_t preview_rows = 20;
constexpr std::size_t csv_rows_a_turn = 1000;

// An account's import, as a call names it.
struct Named : NamedAccount {
  app::ImportId import = 0;
};

Async<Result<Named>> named_by(const Call& call) {
  auto account = co_await named_account(call);
  if (!account) co_return fail(account.error());
  // All of a request is checked before anything is begun.
  constexpr std::array<std::string_view, 6> texts{"bad_rows", "path", "file_name", "encoding", "sheet", "unknown_customers"};
  if (auto checked = check_texts(account->body, texts); !checked) co_return fail(checked.error());
  if (const auto* wait = find_member(account->body, "wait"); wait != nullptr && !wait->is_bool())
    co_return fail(invalid("wait", "This must be true or false."));
  Named named{std::move(*account)};
  if (call.params.size() > 0) {
    const auto id = parse_id(call.params[0], "import");
    if (!id) co_return fail(id.error());
    named.import = *id;
  }
  co_return named;
}

// An import with its first rows, and the first that are refused.
Async<http::Response> import_response(const Call& call, const app::Import& import,
                                      std::optional<bool> is_known = std::nullopt) {
  auto object = import_object(import);
  if (is_known) object["known"] = *is_known;
  json::array rows;
  for (const auto& row : co_await call.use_cases.imports.reader.list_rows({import.id, std::nullopt, 0, preview_rows}))
    rows.push_back(import_row_object(row));
  json::array refused;
  for (const auto& row :
       co_await call.use_cases.imports.reader.list_rows({import.id, app::ImportOutcome::refused, 0, preview_rows}))
    refused.push_back(import_row_object(row));
  object["preview"] = std::move(rows);
  object["refused"] = std::move(refused);
  co_return http::json_response(to_json_text(object));
}

Async<http::Response> stage(const Call& call, const app::Account& account, const std::string& path, std::string file_name,
                            app::ImportOptions options) {
  const auto& imports = call.use_cases.imports;
  auto sheet = co_await imports.read_sheet(path, options);
  if (!sheet) co_return http::problem(sheet.error());
  const auto staged = co_await imports.stage(account, {std::move(file_name), std::move(options)}, std::move(*sheet));
  if (!staged) co_return http::problem(staged.error());
  co_return co_await import_response(call, staged->import, staged->is_known);
}

// The options of an upload stand in the query; the mapping is a JSON object's text there.
Result<json::object> upload_settings(const http::Query& query) {
  json::object settings;
  for (const auto& [name, value] : query.items()) settings[name] = value;
  if (text_member(settings, "mapping").empty()) settings.erase("mapping");
  if (settings.contains("mapping")) {
    auto mapping = parse_json(text_member(settings, "mapping"));
    if (!mapping) return fail(invalid("mapping", "This must be a JSON object of columns and fields."));
    settings["mapping"] = std::move(*mapping);
  }
  return settings;
}

// What is begun goes on in the background. `"wait": false` answers at once.
Async<http::Response> carry_on(const Call& call, const Named& named, Result<app::Import> begun) {
  if (!begun) co_return http::problem(begun.error());
  const auto* wait = find_member(named.body, "wait");
  const auto& imports = call.use_cases.imports;
  co_await imports.carry_on(named.account.id, named.import, wait == nullptr || wait->get_bool());
  const auto import = co_await imports.reader.find(named.account.id, named.import);
  if (!import) co_return http::problem(not_found("import", "There is no import with this id."));
  co_return co_await import_response(call, *import);
}

}  // namespace

Async<http::Response> stage_import(const Call& call) {
  auto named = co_await named_by(call);
  if (!named) co_return http::problem(named.error());
  auto options = parse_import_options(named->body);
  if (!options) co_return http::problem(options.error());
  const auto path = text_member(named->body, "path");
  if (path.empty()) co_return http::problem(invalid("path", "Which file?"));
  auto file_name = text_member(named->body, "file_name");
  if (file_name.empty()) file_name = path.substr(path.rfind('/') + 1);
  co_return co_await stage(call, named->account, path, std::move(file_name), std::move(*options));
}

Async<http::Response> upload_import(const Call& call) {
  const auto account = co_await account_in_query(call);
  if (!account) co_return http::problem(account.error());
  const auto settings = upload_settings(call.query);
  if (!settings) co_return http::problem(settings.error());
  auto options = parse_import_options(*settings);
  if (!options) co_return http::problem(options.error());
  if (call.request.body.empty()) co_return http::problem(invalid("file", "The body must be the file."));
  const auto kept = co_await call.use_cases.imports.keep_file(call.request.body);
  if (!kept) co_return http::problem(kept.error());
  auto file_name = text_member(*settings, "file_name");
  if (file_name.empty()) file_name = "upload";
  co_return co_await stage(call, *account, kept->path, std::move(file_name), std::move(*options));
}

Async<http::Response> list_imports(const Call& call) {
  const auto account = parse_account(call.query);
  if (!account) co_return http::problem(account.error());
  json::array items;
  for (const auto& import : co_await call.use_cases.imports.reader.list(*account)) items.push_back(import_object(import));
  co_return http::json_response(to_json_text(json::object{{"items", std::move(items)}}));
}

Async<http::Response> get_import(const Call& call) {
  const auto named = co_await named_by(call);
  if (!named) co_return http::problem(named.error());
  const auto import = co_await call.use_cases.imports.reader.find(named->account.id, named->import);
  if (!import) co_return http::problem(not_found("import", "There is no import with this id."));
  co_return co_await import_response(call, *import);
}

Async<http::Response> get_import_refusals(const Call& call) {
  const auto named = co_await named_by(call);
  if (!named) co_return http::problem(named.error());
  auto& reader = call.use_cases.imports.reader;
  if (!co_await reader.find(named->account.id, named->import))
    co_return http::problem(not_found("import", "There is no import with this id."));
  auto csv = app::refusals_csv_head();
  for (std::int64_t after = 0;;) {
    const auto rows = co_await reader.list_rows({named->import, app::ImportOutcome::refused, after, csv_rows_a_turn});
    if (rows.empty()) break;
    app::append_refusals_csv(csv, rows);
    after = rows.back().position;
  }
  auto response = http::json_response(std::move(csv));
  response.content_type = "text/csv; charset=utf-8";
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"refusals.csv\"");
  co_return response;
}

Async<http::Response> apply_import(const Call& call) {
  const auto named = co_await named_by(call);
  if (!named) co_return http::problem(named.error());
  const auto bad_rows = text_member(named->body, "bad_rows");
  if (!bad_rows.empty() && bad_rows != "skip" && bad_rows != "refuse_all")
    co_return http::problem(invalid("bad_rows", "This must be \"refuse_all\" or \"skip\"."));
  const auto choice = bad_rows == "skip" ? app::BadRows::skip : app::BadRows::refuse_all;
  co_return co_await carry_on(call, *named, co_await call.use_cases.imports.apply.begin(named->account, named->import, choice));
}

Async<http::Response> undo_import(const Call& call) {
  const auto named = co_await named_by(call);
  if (!named) co_return http::problem(named.error());
  co_return co_await carry_on(call, *named, co_await call.use_cases.imports.undo.begin(named->account, named->import));
}

}  // namespace kassabro::admin
