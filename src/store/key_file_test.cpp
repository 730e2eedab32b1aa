#include "store/key_file.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "base/error.hpp"
#include "testing/temporary_folder.hpp"

namespace kassabro::store {
namespace {

const std::string a(64, 'a'), b(64, 'b'), c(64, 'c'), d(64, 'd');

TEST(KeyFile, of_one_line_is_one_key) {
  const auto file = parse_key_file(a + "\n");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->masters.size(), 1U);
  EXPECT_FALSE(file->next || file->digest || !file->audit.empty());
  EXPECT_EQ(to_text(*file), a + "\n");
}

TEST(KeyFile, of_an_exchange_is_written_as_it_was_read) {
  const auto text = "next " + a + "\n" + b + "\n" + c + "\naudit " + d + "\naudit " + a + "\ndigest " + b + "\n";
  const auto file = parse_key_file(text);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->masters.size(), 2U);
  EXPECT_EQ(file->audit.size(), 2U);
  EXPECT_EQ(to_text(*file), text);
}

TEST(KeyFile, that_is_none_is_refused_whole) {
  for (const auto& text : {std::string(), std::string("\n"), a.substr(1), a + "a", "next " + a, a + "\nother " + b,
                           a + "\nnext x", "next " + a + "\nnext " + b + "\n" + c, std::string(64, 'g')})
    EXPECT_FALSE(parse_key_file(text)) << text;
}

TEST(KeyFile, is_replaced_in_one_step_and_stays_the_owners_alone) {
  const testing::TemporaryFolder folder;
  const auto path = folder.file("secret.key");
  create_key_file(path);
  auto file = read_key_file(path);
  file.next = random_key();
  std::ofstream(path + ".new") << "what somebody who was killed has left";
  replace_key_file(path, file);
  EXPECT_EQ(to_text(read_key_file(path)), to_text(file));
  EXPECT_FALSE(std::filesystem::exists(path + ".new"));
  struct stat status{};
  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600U);
  EXPECT_THROW(read_key_file(folder.file("nowhere")), InfrastructureFailure);
}

}  // namespace
}  // namespace kassabro::store
