#include "main/uploads.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "testing/run.hpp"
#include "testing/temporary_folder.hpp"

namespace kassabro::main {
namespace {

namespace fs = std::filesystem;
using kassabro::testing::run;

TEST(Uploads, a_file_is_there_for_its_owner_as_long_as_it_is_kept) {
  const kassabro::testing::TemporaryFolder folder;
  Uploads uploads(folder.file("uploads"));
  std::string path;
  {
    const auto kept = run(uploads.keep("a;b\n"));
    ASSERT_TRUE(kept);
    path = kept->path;
    std::stringstream content;
    content << std::ifstream(path).rdbuf();
    EXPECT_EQ(content.str(), "a;b\n");
    EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(fs::status(folder.file("uploads")).permissions(), fs::perms::owner_all);
  }
  EXPECT_FALSE(fs::exists(path));
}

TEST(Uploads, what_a_kill_has_left_is_gone_after_the_next_start) {
  const kassabro::testing::TemporaryFolder folder;
  fs::create_directory(folder.file("uploads"));
  std::ofstream(folder.file("uploads") + "/7") << "left";
  Uploads uploads(folder.file("uploads"));
  EXPECT_TRUE(fs::is_empty(folder.file("uploads")));
}

TEST(Uploads, a_disk_that_takes_nothing_is_told) {
  const kassabro::testing::TemporaryFolder folder;
  Uploads uploads(folder.file("uploads"));
  fs::remove_all(folder.file("uploads"));
  EXPECT_EQ(run(uploads.keep("x")).error().code, ErrorCode::unavailable);
}

}  // namespace
}  // namespace kassabro::main
