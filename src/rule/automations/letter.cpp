#include "rule/automations/letter.hpp"

namespace kassabro::rule::automations {
namespace {

constexpr int order_lines_max = 100;

// Puts the shop's name in the place that is kept for it; the name itself is not looked through.
std::string filled(std::string_view text, const std::string& shop) {
  constexpr std::string_view place = "{shop}";
  const auto at = text.find(place);
  if (at == std::string_view::npos) return std::string(text);
  return std::string(text.substr(0, at)) + shop + std::string(text.substr(at + place.size()));
}

class Writer {
 public:
  explicit Writer(const LetterPlan& plan)
      : plan_(plan),
        nodes_(std::string(to_text(plan.flow))),
        texts_(texts_of(plan.flow, plan.language)),
        words_(words_of(plan.language)),
        shop_(plain(plan.shop)) {}

  Letter write() {
    Letter letter{filled(texts_.subject, shop_), filled(texts_.pre_header, shop_), {}};
    json::array parts;
    parts.push_back(brand_head(nodes_, plan_.brand, letter.pre_header));
    parts.push_back(body());
    letter.document = nodes_.branch("rcml", {}, std::move(parts));
    return letter;
  }

 private:
  json::object section(json::array parts, std::string_view padding = "20px 0") {
    json::array columns;
    columns.push_back(nodes_.branch("rc-column", {{"padding", "0 20px"}}, std::move(parts)));
    return nodes_.branch("rc-section", {{"padding", padding}}, std::move(columns));
  }

  json::object paragraph(json::array inline_nodes, std::string_view look = "rcml-p-style") {
    return nodes_.leaf("rc-text", {{"rc-class", look}}, document(std::move(inline_nodes)));
  }

  json::object body() {
    json::array sections;
    if (!plan_.brand.logo.empty()) {
      json::array logo;
      logo.push_back(nodes_.leaf("rc-logo", {{"rc-class", "rcml-logo-style rc-initial-logo"}, {"width", "96px"}}));
      sections.push_back(section(std::move(logo)));
    }
    sections.push_back(greeting());
    if (plan_.flow == Flow::thank_you) append_purchase(sections);
    sections.push_back(foot());
    return nodes_.branch("rc-body", {}, std::move(sections));
  }

  json::object greeting() {
    json::array parts;
    parts.push_back(
        nodes_.leaf("rc-heading", {{"rc-class", "rcml-h1-style"}}, document({text(filled(texts_.heading, shop_))})));
    for (const auto words : texts_.paragraphs) parts.push_back(paragraph({text(filled(words, shop_))}));
    if (!texts_.button.empty() && !plan_.brand.website.empty())
      parts.push_back(nodes_.leaf("rc-button", {{"href", plan_.brand.website}}, document({text(texts_.button)})));
    return section(std::move(parts));
  }

  // One section with one column and only `.1`: what more columns would show is not known (contract of RCML, section 6).
  void append_purchase(json::array& sections) {
    json::array line;
    line.push_back(paragraph({loop_value("quantity"), text(" × "), loop_value("name"), line_break(), loop_value("total")}));
    json::array lines;
    lines.push_back(section(std::move(line), "4px 0"));
    sections.push_back(nodes_.branch("rc-loop",
                                     {{"loop-type", "custom-field"},
                                      {"loop-value", std::to_string(plan_.order.products.id)},
                                      {"loop-max-iterations", order_lines_max}},
                                     std::move(lines)));
    json::array sums;
    sums.push_back(paragraph({text(words_.total), merge_field(plan_.order.total), text(" "), merge_field(plan_.order.currency)},
                             "rcml-h4-style"));
    sums.push_back(paragraph(
        {text(words_.date), merge_field(plan_.order.date), line_break(), text(words_.store), merge_field(plan_.order.store)}));
    sections.push_back(section(std::move(sums)));
  }

  json::object foot() {
    json::array parts;
    parts.push_back(paragraph({company_name()}));
    parts.push_back(
        paragraph({link(words_.in_browser, "[Link:WebBrowser]"), text(" · "), link(words_.unsubscribe, "[Link:Unsubscribe]")}));
    return section(std::move(parts));
  }

  const LetterPlan& plan_;
  Nodes nodes_;
  Texts texts_;
  Words words_;
  std::string shop_;
};

}  // namespace

OrderFields order_fields_of(const RuleNames& names) {
  const auto field = [&](const char* name) { return FieldRef{names.order_group + "." + name}; };
  return {field("products"), field("orderdate"), field("store"), field("total"), field("currency")};
}

std::array<FieldRef*, 5> refs_of(OrderFields& fields) {
  return {&fields.products, &fields.date, &fields.store, &fields.total, &fields.currency};
}

Letter write_letter(const LetterPlan& plan) { return Writer(plan).write(); }

}  // namespace kassabro::rule::automations
