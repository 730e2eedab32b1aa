#pragma once

#include <string>
#include <string_view>

#include "sandbox/rcml/values.hpp"

namespace kassabro::sandbox::rcml {

// A message as its reader gets it.
struct Mail {
  std::string html;   // "" for a text message
  std::string plain;
};

// `preheader` stands in the inbox's list behind the subject; the document's rc-preview goes before it.
Mail render_email(const json::value& document, const Values& values, std::string_view subject, std::string_view preheader);
Mail render_sms(const json::value& document, const Values& values);

// The parts of it, of settled documents (settle.hpp).
std::string to_html(const json::value& settled, std::string_view subject, std::string_view preheader);
std::string to_plain(const json::value& settled);

}  // namespace kassabro::sandbox::rcml
