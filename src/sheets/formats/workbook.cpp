#include "sheets/formats/workbook.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "sheets/formats/refused.hpp"
#include "sheets/formats/xml.hpp"
#include "sheets/limits.hpp"

namespace kassabro::sheets::formats {

namespace {

unsigned to_unsigned(std::string_view text) {
  unsigned value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

struct Relation {
  std::string kind;  // the last word of its type: "worksheet", "sharedStrings", "styles" ...
  std::string part;
};

std::string folder_of(const std::string& part) {
  const auto slash = part.rfind('/');
  return slash == std::string::npos ? "" : part.substr(0, slash + 1);
}

// `target` as seen from `folder`, which ends in a slash: "/xl/a.xml", "a.xml" and "../xl/a.xml" are all "xl/a.xml" in "xl/".
std::string resolved(std::string folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  while (target.starts_with("../") || target.starts_with("./")) {
    if (target.starts_with("../") && !folder.empty()) folder = folder_of(folder.substr(0, folder.size() - 1));
    target.remove_prefix(target.find('/') + 1);
  }
  return folder + std::string(target);
}

class RelationsHandler : public XmlHandler {
 public:
  explicit RelationsHandler(std::string folder) : folder_(std::move(folder)) {}
  void on_start(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship" || attributes.get("TargetMode") == "External") return;
    const auto type = attributes.get("Type");
    relations.insert_or_assign(
        std::string(attributes.get("Id")),
        Relation{.kind = std::string(type.substr(type.rfind('/') + 1)), .part = resolved(folder_, attributes.get("Target"))});
    if (relations.size() > 4 * sheets_max) refuse_damaged("it has too many parts");
  }
  void on_end(std::string_view) override {}
  void on_text(std::string_view) override {}

  std::map<std::string, Relation> relations;

 private:
  std::string folder_;
};

std::map<std::string, Relation> relations_of(Package& package, const std::string& part) {
  const auto folder = folder_of(part);
  const auto where = folder + "_rels/" + part.substr(folder.size()) + ".rels";
  if (!package.has(where)) return {};
  RelationsHandler handler(folder);
  parse_xml(package, where, handler);
  return std::move(handler.relations);
}

class WorkbookHandler : public XmlHandler {
 public:
  WorkbookHandler(Workbook& workbook, const std::map<std::string, Relation>& relations)
      : workbook_(workbook), relations_(relations) {}
  void on_start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "workbookPr" && attributes.is_true("date1904")) workbook_.dates = DateSystem::from_1904;
    if (name != "sheet") return;
    const auto relation = relations_.find(std::string(attributes.get_local("id")));
    if (relation == relations_.end()) refuse_damaged("a sheet's content is missing");
    if (relation->second.kind != "worksheet") return;  // a chart
    if (workbook_.sheets.size() == sheets_max) refuse_damaged("it has too many sheets");
    const auto state = attributes.get("state");
    workbook_.sheets.push_back({.name = std::string(attributes.get("name")),
                                .visible = state.empty() || state == "visible",
                                .part = relation->second.part});
  }
  void on_end(std::string_view) override {}
  void on_text(std::string_view) override {}

 private:
  Workbook& workbook_;
  const std::map<std::string, Relation>& relations_;
};

class StylesHandler : public XmlHandler {
 public:
  void on_start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "numFmts" || name == "cellXfs" || name == "dxfs" || name == "cellStyleXfs") section_ = name;
    if (std::max(formats_.size(), styles.size()) > styles_max) refuse_damaged("it has too many styles");
    if (name == "numFmt" && section_ == "numFmts")
      formats_[to_unsigned(attributes.get("numFmtId"))] = parse_format(attributes.get("formatCode"));
    if (name == "xf" && section_ == "cellXfs") {
      const auto id = to_unsigned(attributes.get("numFmtId"));
      const auto own = formats_.find(id);
      styles.push_back(own == formats_.end() ? builtin_format(id) : own->second);
    }
  }
  void on_end(std::string_view name) override {
    if (name == section_) section_.clear();
  }
  void on_text(std::string_view) override {}

  std::vector<NumberFormat> styles;

 private:
  std::string section_;
  std::map<unsigned, NumberFormat> formats_;
};

[[noreturn]] void refuse_other(const std::string& what) {
  throw Refused("other_format", "This is " + what + ". Save it as .xlsx, or as text.");
}

void refuse_other_archives(Package& package) {
  if (package.has("mimetype")) {
    const auto type = package.read_start("mimetype", 100);
    if (type.contains("opendocument.spreadsheet")) refuse_other("an OpenDocument spreadsheet (.ods)");
    if (type.contains("opendocument")) throw Refused("not_a_sheet", "This is an OpenDocument file without a sheet.");
  }
  const auto names = package.part_names();
  if (std::ranges::any_of(names, [](const auto& name) { return name.ends_with(".iwa") || name.ends_with("Index.zip"); }))
    refuse_other("a Numbers document (.numbers)");
}

std::string main_part_of(Package& package) {
  for (const auto& [id, relation] : relations_of(package, ""))
    if (relation.kind == "officeDocument") return relation.part;
  throw Refused("not_a_sheet", "This is a ZIP archive, not a sheet. Unpack it and choose the file inside.");
}

}  // namespace

Workbook read_workbook(Package& package) {
  refuse_other_archives(package);
  const auto main_part = main_part_of(package);
  if (main_part.ends_with(".bin")) refuse_other("an Excel binary workbook (.xlsb)");
  if (main_part.starts_with("word/")) throw Refused("not_a_sheet", "This is a Word document, not a sheet.");
  if (main_part.starts_with("ppt/")) throw Refused("not_a_sheet", "This is a PowerPoint presentation, not a sheet.");
  const auto relations = relations_of(package, main_part);
  Workbook workbook;
  WorkbookHandler handler(workbook, relations);
  parse_xml(package, main_part, handler);
  for (const auto& [id, relation] : relations) {
    if (relation.kind == "sharedStrings") workbook.shared_strings_part = relation.part;
    if (relation.kind != "styles") continue;
    StylesHandler styles;
    parse_xml(package, relation.part, styles);
    workbook.styles = std::move(styles.styles);
  }
  return workbook;
}

}  // namespace kassabro::sheets::formats
