#include "base/whole_file.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "base/error.hpp"
#include "testing/temporary_folder.hpp"

namespace kassabro {
namespace {

TEST(WholeFile, is_replaced_as_a_whole_and_closed_to_others) {
  const testing::TemporaryFolder folder;
  const auto path = folder.file("a");
  EXPECT_FALSE(state_of_file(path));
  replace_whole_file(path, "first");
  EXPECT_EQ(read_whole_file(path), "first");
  const std::string long_text(100'000, 'x');
  replace_whole_file(path, long_text);
  EXPECT_EQ(read_whole_file(path), long_text);
  struct stat found{};
  ASSERT_EQ(::stat(path.c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777, 0600U);
}

TEST(WholeFile, every_replacement_shows_however_soon_it_comes) {
  const testing::TemporaryFolder folder;
  const auto path = folder.file("a");
  for (int i = 0; i < 200; ++i) {
    replace_whole_file(path, "a");
    const auto before = state_of_file(path);
    replace_whole_file(path, "b");
    EXPECT_NE(before, state_of_file(path));
  }
}

TEST(WholeFile, what_cannot_be_read_or_written_is_told_with_its_path) {
  const testing::TemporaryFolder folder;
  const auto path = folder.file("no/such/folder/a");
  EXPECT_THROW(read_whole_file(path), InfrastructureFailure);
  EXPECT_THROW(replace_whole_file(path, "x"), InfrastructureFailure);
}

}  // namespace
}  // namespace kassabro
