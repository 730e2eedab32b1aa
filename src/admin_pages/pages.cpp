#include "admin_pages/pages.hpp"

#include <array>
#include <string>
#include <utility>

#include "admin_pages/bundle.hpp"

namespace kassabro::admin_pages {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> content_types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".woff2", "font/woff2"},
    {".json", "application/json; charset=utf-8"},
    // The documentation, to be read in the browser as it stands.
    {".md", "text/plain; charset=utf-8"},
}};

// The component library writes style elements while it runs; scripts come from here only. Letters are shown with their pictures,
// in a frame in which nothing runs.
constexpr const char* security_policy =
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; frame-src 'self'; frame-ancestors "
    "'none'; base-uri 'none'; "
    "form-action 'self'";

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

http::Response secured(http::Response response) {
  response.headers.emplace_back("Content-Security-Policy", security_policy);
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("Referrer-Policy", "no-referrer");
  return response;
}

http::Response html(std::string body, int status) {
  http::Response response;
  response.status = status;
  response.content_type = "text/html; charset=utf-8";
  response.body = std::move(body);
  return secured(std::move(response));
}

// "W/" and a list of tags are for the proxies in between.
bool is_known(const http::Request& request, const BundleFile& file) {
  const auto tags = request.header("If-None-Match").value_or("");
  return tags == "*" || tags.find(file.etag) != std::string_view::npos;
}

// Whether it still counts the pages find out: here it only decides which scripts the browser is told to load ahead.
bool has_session_cookie(const http::Request& request) {
  return request.header("Cookie").value_or("").find("kassabro_session=") != std::string_view::npos;
}

// One for whoever has to sign in, one for whoever has.
const BundleFile* document_for(const http::Request& request) {
  const auto* inside = has_session_cookie(request) ? find_file("/inside.html") : nullptr;
  return inside != nullptr ? inside : find_file("/index.html");
}

constexpr std::string_view packed_ending = ".gz";

// "gzip;q=0" is said by nobody who calls for pages.
bool takes_gzip(const http::Request& request) {
  return request.header("Accept-Encoding").value_or("").find("gzip") != std::string_view::npos;
}

const BundleFile* packed_form(const BundleFile& file) { return find_file(std::string(file.path) + std::string(packed_ending)); }

http::Response file_response(const http::Request& request, const BundleFile& plain) {
  const auto* packed = packed_form(plain);
  const bool is_packed = packed != nullptr && takes_gzip(request);
  const auto& file = is_packed ? *packed : plain;
  auto response = is_known(request, file) ? http::empty_response(304) : http::Response{};
  if (response.status == 200) {
    response.content_type = content_type_of(plain.path);
    response.body = file.bytes;
    if (is_packed) response.headers.emplace_back("Content-Encoding", "gzip");
  }
  if (packed != nullptr) response.headers.emplace_back("Vary", "Accept-Encoding");
  const bool named_by_content = plain.path.starts_with("/assets/");
  response.headers.emplace_back("Cache-Control", named_by_content ? "public, max-age=31536000, immutable" : "no-cache");
  response.headers.emplace_back("ETag", file.etag);
  return secured(std::move(response));
}

constexpr std::string_view frame =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
    "<title>Kassabro</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 "
    "1rem}</style>";

}  // namespace

http::Response answer_page(const http::Request& request, std::string_view path) {
  if (request.method != http::Method::get && request.method != http::Method::head)
    return html(std::string(frame) + "<h1>Not allowed here</h1></html>", 405);
  if (path == "/api/v1/openapi.json") path = "/openapi.json";
  if (const auto* file = find_file(path); file != nullptr && !path.ends_with(packed_ending))
    return file_response(request, *file);
  // A file of an older bundle must not be answered with the document: the browser would take it for a script.
  if (path.starts_with("/assets/") || path.ends_with(packed_ending) || path == "/openapi.json")
    return html(std::string(frame) + "<h1>There is no such file</h1><p><a href=\"/\">To Kassabro</a></p></html>", 404);
  if (const auto* document = document_for(request)) {
    auto response = file_response(request, *document);
    response.headers.emplace_back("Vary", "Cookie");
    return response;
  }
  return html(
      std::string(frame) +
          "<h1>The pages are not in this program</h1><p>It was built before the pages were. Run <code>npm run build</code> in "
          "<code>web</code>, then build again. The API works without the pages.</p></html>",
      503);
}

}  // namespace kassabro::admin_pages
