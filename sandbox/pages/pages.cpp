#include "sandbox/pages/pages.hpp"

#include <array>
#include <string>
#include <utility>

#include "sandbox/pages/bundle.hpp"

namespace kassabro::sandbox::pages {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> content_types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".json", "application/json; charset=utf-8"},
    {".ico", "image/x-icon"},
}};

std::string_view content_type_of(std::string_view path) {
  for (const auto& [ending, type] : content_types)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

const BundleFile* find_file(std::string_view path) {
  for (const auto& file : bundle_files())
    if (file.path == path) return &file;
  return nullptr;
}

http::Response html(std::string body, int status = 200) {
  http::Response response;
  response.status = status;
  response.content_type = "text/html; charset=utf-8";
  response.body = std::move(body);
  return response;
}

http::Response file_response(const BundleFile& file) {
  http::Response response;
  response.content_type = content_type_of(file.path);
  response.body = file.bytes;
  const bool named_by_content = file.path.starts_with("/assets/");
  response.headers.emplace_back("Cache-Control", named_by_content ? "public, max-age=31536000, immutable" : "no-cache");
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  // The component library writes style elements while it runs.
  if (file.path.ends_with(".html"))
    response.headers.emplace_back(
        "Content-Security-Policy",
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'");
  return response;
}

constexpr std::string_view frame =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
    "<title>Kassabro sandbox</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 "
    "1rem}"
    "</style>";

http::Response index_page() {
  return html(std::string(frame) +
              "<h1>Kassabro sandbox</h1><p>Imitates Sitoo POS, Sitoo and Rule on this computer.</p><ul>"
              "<li><a href=\"/pos\">Point of sale</a></li><li><a href=\"/backoffice\">Sitoo backoffice</a></li>"
              "<li><a href=\"/rule\">Rule</a></li></ul></html>");
}

http::Response missing_bundle_page() {
  return html(
      std::string(frame) +
          "<h1>The pages are not in this program</h1><p>It was built before the pages were. Run <code>npm run build</code> in "
          "<code>web</code>, then build again. The APIs and <code>/control</code> work without the pages.</p></html>",
      503);
}

}  // namespace

http::Response answer_page(const http::Request& request, std::string_view path) {
  if (request.method != http::Method::get && request.method != http::Method::head) return html("Not allowed here.", 405);
  if (path == "/") return index_page();
  for (const std::string_view page : {"/pos", "/backoffice", "/rule"}) {
    if (path != page && !(path.starts_with(page) && path[page.size()] == '/')) continue;
    const auto* document = find_file(std::string(page) + ".html");
    return document == nullptr ? missing_bundle_page() : file_response(*document);
  }
  if (const auto* file = find_file(path)) return file_response(*file);
  return html(std::string(frame) + "<h1>There is no such page</h1><p><a href=\"/\">To the sandbox</a></p></html>", 404);
}

}  // namespace kassabro::sandbox::pages
