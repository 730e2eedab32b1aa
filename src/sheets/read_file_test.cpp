#include "sheets/read_file.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <tuple>

#include "testing/temporary_folder.hpp"

namespace kassabro::sheets {
namespace {

using namespace std::chrono_literals;

class ReadFile : public ::testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& content) const {
    std::ofstream(folder_.file(name), std::ios::binary) << content;
    return folder_.file(name);
  }

  // A program that stands in the reader's place and misbehaves.
  std::filesystem::path script(const std::string& body) const {
    const auto path = write("reader", "#!/bin/sh\n" + body + "\n");
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return path;
  }

  std::expected<ReadSummary, Refusal> read(const std::string& path, const ReadLimits& limits = {}) {
    return read_file(
        path, {}, [&](const Sheet& sheet) { sheet_ = sheet; },
        [&](Row&& row) {
          rows_.push_back(std::move(row));
          return rows_.size() == rows_wanted_ ? Next::stop : Next::go_on;
        },
        limits);
  }

  std::string reason_by(const std::string& body, std::chrono::milliseconds wall_clock = 30s) {
    const auto summary = read(write("a.csv", "a;b\n"), {.program = script(body), .wall_clock = wall_clock});
    return summary ? "" : summary.error().reason;
  }

  kassabro::testing::TemporaryFolder folder_;
  Sheet sheet_;
  std::vector<Row> rows_;
  std::size_t rows_wanted_ = SIZE_MAX;
};

TEST_F(ReadFile, gives_the_sheet_and_its_rows) {
  const auto summary = read(write("a.csv", "E-post;V\xC3\xA4rde\n\na@example.com;100,50\n"));
  ASSERT_TRUE(summary) << summary.error().message;
  EXPECT_EQ(summary->rows, 2);
  EXPECT_FALSE(summary->stopped);
  EXPECT_EQ(sheet_.format, "csv");
  EXPECT_EQ(sheet_.delimiter, ";");
  ASSERT_EQ(rows_.size(), 2U);
  EXPECT_EQ(rows_[1].line, 3);
  EXPECT_EQ(rows_[1].cells[1], (Cell{CellKind::text, "100,50"}));
}

TEST_F(ReadFile, ends_the_reader_when_enough_rows_were_seen) {
  std::string content;
  for (int i = 0; i < 500'000; ++i) content += "a;b\n";
  rows_wanted_ = 3;
  const auto summary = read(write("long.csv", content));
  ASSERT_TRUE(summary);
  EXPECT_TRUE(summary->stopped);
  EXPECT_EQ(summary->rows, 3);
}

TEST_F(ReadFile, lets_pass_what_the_caller_throws) {
  struct Stop {};
  const auto path = write("a.csv", "a;b\n");
  EXPECT_THROW(
      std::ignore = read_file(path, {}, [](const Sheet&) { throw Stop(); }, [](const Row&) { return Next::go_on; }), Stop);
}

TEST_F(ReadFile, refuses_what_cannot_be_opened_or_is_no_file) {
  EXPECT_EQ(read(folder_.file("absent")).error().reason, "unreadable");
  EXPECT_EQ(read(folder_.path().string()).error().reason, "unreadable");
  ASSERT_EQ(::mkfifo(folder_.file("pipe").c_str(), 0600), 0);
  EXPECT_EQ(read(folder_.file("pipe")).error().reason, "unreadable");
}

TEST_F(ReadFile, names_the_option_that_cannot_be_met) {
  const auto summary = read_file(
      write("a.csv", "a;b\n"), {.encoding = "klingon", .delimiter = "", .sheet = ""}, [](const Sheet&) {},
      [](const Row&) { return Next::go_on; });
  ASSERT_FALSE(summary);
  EXPECT_EQ(summary.error().field, "encoding");
}

TEST_F(ReadFile, survives_whatever_happens_to_the_reader) {
  EXPECT_EQ(reason_by("kill -SEGV $$"), "crash");
  EXPECT_EQ(reason_by("exit 0"), "crash");
  EXPECT_EQ(reason_by("kill -XCPU $$"), "time");
  EXPECT_EQ(reason_by("echo 'no JSON'"), "crash");
  EXPECT_EQ(reason_by("echo '{\"line\":1,\"cells\":7}'"), "crash");
  EXPECT_EQ(reason_by("echo '{\"end\":true,\"rows\":5}'"), "crash");
}

TEST_F(ReadFile, kills_a_reader_that_never_ends) { EXPECT_EQ(reason_by("exec sleep 1000", 50ms), "time"); }

TEST_F(ReadFile, keeps_our_environment_from_the_reader) {
  ASSERT_EQ(::setenv("KASSABRO_TEST_SECRET", "open sesame", 1), 0);
  EXPECT_EQ(reason_by("echo '{\"error\":{\"code\":\"'$KASSABRO_TEST_SECRET'none\",\"message\":\"\"}}'"), "none");
}

TEST_F(ReadFile, throws_when_there_is_no_reader) {
  EXPECT_THROW(std::ignore = read(write("a.csv", "a;b\n"), {.program = folder_.file("absent")}), InfrastructureFailure);
}

}  // namespace
}  // namespace kassabro::sheets
