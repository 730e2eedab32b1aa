#include "check/report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace kassabro::check {
namespace {

std::string_view mark_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::passed: return "ok     ";
    case Outcome::failed: return "FAILED ";
    case Outcome::advised: return "advice ";
    case Outcome::skipped: return "skipped";
  }
  return "";
}

std::string indented(const std::string& text) {
  std::string result;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const auto end = std::min(text.find('\n', begin), text.size());
    result += "          " + text.substr(begin, end - begin) + "\n";
    begin = end + 1;
  }
  return result;
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool fits_in_xml(char c) { return static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t'; }

// XML 1.0 knows no other control characters, and a server's answer may be in any character set: of one that is not the file's no letter beyond
// ASCII is kept.
std::string xml(std::string_view text) {
  const bool keeps_letters = is_utf8(text);
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '"': result += "&quot;"; break;
      default: result += fits_in_xml(c) && (is_ascii(c) || keeps_letters) ? c : '?';
    }
  }
  return result;
}

double seconds(std::chrono::milliseconds time) { return static_cast<double>(time.count()) / 1000; }

}  // namespace

std::size_t Report::count(Outcome outcome) const {
  return static_cast<std::size_t>(std::ranges::count(cases, outcome, &CaseResult::outcome));
}

std::string to_readable(const Report& report) {
  std::string text = report.subject + "\n\n";
  for (const auto& each : report.cases) {
    text += fmt::format("{} {}\n", mark_of(each.outcome), each.name);
    if (each.outcome != Outcome::passed) text += indented(each.found);
    if (each.outcome == Outcome::failed || each.outcome == Outcome::advised) text += indented(each.exchange);
  }
  return text + fmt::format("\n{} hold, {} fail, {} are advised, {} were skipped\n", report.count(Outcome::passed),
                            report.count(Outcome::failed), report.count(Outcome::advised), report.count(Outcome::skipped));
}

std::string to_junit(const Report& report) {
  std::chrono::milliseconds total{0};
  for (const auto& each : report.cases) total += each.took;
  std::string text = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" skipped=\"{}\" "
      "time=\"{:.3f}\">\n",
      xml(report.subject), report.cases.size(), report.count(Outcome::failed),
      report.count(Outcome::advised) + report.count(Outcome::skipped), seconds(total));
  for (const auto& each : report.cases) {
    text += fmt::format("  <testcase classname=\"{}\" name=\"{}\" time=\"{:.3f}\"", xml(report.subject), xml(each.name),
                        seconds(each.took));
    if (each.outcome == Outcome::passed) {
      text += "/>\n";
      continue;
    }
    const char* element = each.outcome == Outcome::failed ? "failure" : "skipped";
    text += fmt::format(">\n    <{} message=\"{}\">{}</{}>\n  </testcase>\n", element, xml(each.found), xml(each.exchange),
                        element);
  }
  return text + "</testsuite>\n";
}

}  // namespace kassabro::check
