#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "base/json.hpp"
#include "sheets/lines.hpp"
#include "sheets/read_file.hpp"

// Every file of fixtures/imports, made by other people's writers, is read through the program as a whole and compared with what
// was put in.
namespace kassabro::sheets {
namespace {

const std::filesystem::path folder = std::filesystem::path(KASSABRO_SOURCE_DIR) / "fixtures" / "imports";
constexpr std::string_view suffix = ".rows.json";

std::vector<std::string> fixture_names() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (const auto name = entry.path().filename().string(); name.ends_with(suffix))
      names.push_back(name.substr(0, name.size() - suffix.size()));
  std::ranges::sort(names);
  return names;
}

struct Outcome {
  ReadOptions options;
  std::string lines;
  std::string reason;  // of a refusal; then `lines` does not count
};

Outcome wanted(const std::string& name) {
  std::ifstream file(folder / (name + std::string(suffix)));
  Outcome outcome;
  for (std::string text; std::getline(file, text);) {
    const auto line = parse_json(text).value().as_object();
    if (const auto* options = line.if_contains("options")) {
      outcome.options = {.encoding = text_member(options->as_object(), "encoding"),
                         .delimiter = text_member(options->as_object(), "delimiter"),
                         .sheet = text_member(options->as_object(), "sheet")};
    } else if (const auto* error = line.if_contains("error")) {
      outcome.reason = text_member(error->as_object(), "code");
    } else {
      outcome.lines += to_json_text(line) + "\n";
    }
  }
  return outcome;
}

Outcome read(const std::string& name, const ReadOptions& options) {
  Outcome outcome;
  const auto summary = read_file(
      folder / name, options, [&](const Sheet& sheet) { append_sheet_line(outcome.lines, sheet); },
      [&](const Row& row) {
        append_row_line(outcome.lines, row);
        return Next::go_on;
      });
  if (!summary) {
    outcome.reason = summary.error().reason;
    EXPECT_FALSE(summary.error().message.empty());
  } else {
    append_end_line(outcome.lines, {.rows = summary->rows});
  }
  return outcome;
}

class Fixtures : public testing::TestWithParam<std::string> {};

TEST_P(Fixtures, reads_what_was_put_in) {
  const auto expected = wanted(GetParam());
  const auto got = read(GetParam(), expected.options);
  EXPECT_EQ(got.reason, expected.reason);
  if (expected.reason.empty()) EXPECT_EQ(got.lines, expected.lines);
}

INSTANTIATE_TEST_SUITE_P(imports, Fixtures, testing::ValuesIn(fixture_names()), [](const auto& parameter) {
  auto name = parameter.param;
  std::ranges::replace_if(name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
});

TEST(FixtureFolder, holds_enough_of_every_kind) {
  std::size_t refused = 0;
  std::set<std::string> reasons;
  for (const auto& name : fixture_names())
    if (const auto reason = wanted(name).reason; !reason.empty()) {
      ++refused;
      reasons.insert(reason);
    }
  EXPECT_GE(fixture_names().size() - refused, 60U);
  EXPECT_GE(reasons.size(), 15U);
}

}  // namespace
}  // namespace kassabro::sheets
