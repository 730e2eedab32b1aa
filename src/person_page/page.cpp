#include "person_page/page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "person_page/words.hpp"
#include "receipt/markup.hpp"
#include "receipt/page_style.hpp"

namespace kassabro::person_page {
namespace {

using receipt::append_escaped;
using receipt::Language;

// A receipt's, wider, and with what a receipt has not: lists within lists.
const std::string& style() {
  static const std::string text =
      std::string(receipt::page_style) +
      "main{max-width:60rem}dl{grid-template-columns:minmax(6rem,max-content) 1fr;margin-top:.5rem}dd{text-align:left}"
      "dd dl{margin:0 0 .4rem;padding-left:.75rem;border-left:2px solid var(--line)}section>hr{margin:1rem 0}"
      "hr{border:0;border-top:1px solid var(--line);margin:.4rem 0}\n";
  return text;
}

const std::string& policy() {
  static const std::string text = receipt::security_policy_of(style());
  return text;
}

bool is_empty(const json::value& value) {
  if (value.is_null()) return true;
  if (const auto* text = value.if_string()) return text->empty();
  if (const auto* list = value.if_array()) return list->empty();
  if (const auto* object = value.if_object())
    return std::ranges::all_of(*object, [](const auto& member) { return is_empty(member.value()); });
  return false;
}

class Page {
 public:
  explicit Page(Language language) : language_(language) { out_.reserve(64 * 1024); }

  void begin(const json::object& file) {
    const auto shop = shop_of(file);
    const auto title = word(Word::title, language_);
    out_ += "<!doctype html>\n<html lang=\"";
    out_ += receipt::language_tag(language_);
    out_ += "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"";
    append_escaped(out_, policy());
    out_ +=
        "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" "
        "content=\"noindex\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"format-detection\" content=\"telephone=no\">\n<title>";
    append_escaped(out_, fmt::format("{} {}", title, shop));
    out_ += "</title>\n<style>";
    out_ += style();
    out_ += "</style>\n</head>\n<body>\n<main>\n<header>\n<p class=\"shop\">";
    append_escaped(out_, shop);
    out_ += "</p>\n<h1>";
    out_ += title;
    out_ += "</h1>\n<p>";
    out_ += word(Word::explanation, language_);
    out_ += "</p>\n</header>\n";
  }

  void section(std::string_view name, const json::value& value) {
    out_ += "<section>\n<h2>";
    append_escaped(out_, label_of(name, language_));
    out_ += "</h2>\n";
    if (value.is_null() || is_empty(value))
      out_ += fmt::format("<p class=\"note\">{}</p>\n", word(value.is_null() ? Word::left_out : Word::nothing, language_));
    else
      append(value);
    out_ += "</section>\n";
  }

  std::string end() { return std::move(out_ += "</main>\n</body>\n</html>\n"); }

 private:
  static std::string shop_of(const json::object& file) {
    const auto* account = find_member(file, "account");
    return account != nullptr && account->is_object() ? text_member(account->get_object(), "name") : std::string();
  }

  void append(const json::value& value) {
    switch (value.kind()) {
      case json::kind::object: return append_object(value.get_object());
      case json::kind::array: return append_array(value.get_array());
      case json::kind::bool_: out_ += word(value.get_bool() ? Word::yes : Word::no, language_); return;
      case json::kind::string: return append_escaped(out_, value.get_string());
      default: return append_escaped(out_, to_json_text(value));
    }
  }

  void append_object(const json::object& object) {
    out_ += "<dl>\n";
    for (const auto& [name, member] : object) {
      if (is_empty(member)) continue;
      out_ += "<dt>";
      append_escaped(out_, label_of(name, language_));
      out_ += "</dt><dd>";
      append(member);
      out_ += "</dd>\n";
    }
    out_ += "</dl>\n";
  }

  void append_array(const json::array& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) out_ += list[i].is_object() ? "<hr>\n" : ", ";
      append(list[i]);
    }
  }

  Language language_;
  std::string out_;
};

}  // namespace

std::string page_html(const json::object& file, Language language) {
  Page page(language);
  page.begin(file);
  for (const auto& [name, value] : file) page.section(name, value);
  return page.end();
}

std::string page_for(const app::Account& account, const json::object& file) {
  return page_html(file, receipt::language_of_country(account.country));
}

}  // namespace kassabro::person_page
