#include "main/data_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "base/error.hpp"
#include "testing/temporary_folder.hpp"

namespace kassabro::main {
namespace {

TEST(DataFolder, the_command_line_finds_the_server_once_it_is_announced_and_not_after_its_end) {
  const testing::TemporaryFolder temp;
  EXPECT_FALSE(find_running_server(temp.path().string()));
  {
    DataFolder folder(temp.path().string());
    EXPECT_FALSE(find_running_server(temp.path().string())) << "it does not listen yet";
    folder.announce("http://127.0.0.1:4711");
    const auto found = find_running_server(temp.path().string());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->admin_url, "http://127.0.0.1:4711");
    EXPECT_EQ(found->admin_token.reveal(), folder.admin_token().reveal());
    EXPECT_THROW(DataFolder(temp.path().string()), InfrastructureFailure);
  }
  EXPECT_FALSE(find_running_server(temp.path().string()));
}

TEST(DataFolder, the_address_of_a_server_that_was_killed_is_not_given_for_the_next_one) {
  const testing::TemporaryFolder temp;
  std::ofstream(temp.file("kassabro.lock")) << "http://127.0.0.1:12345/of/the/killed/one\n";
  DataFolder folder(temp.path().string());
  EXPECT_FALSE(find_running_server(temp.path().string()));
  folder.announce("http://[::1]:1");
  EXPECT_EQ(find_running_server(temp.path().string()).value().admin_url, "http://[::1]:1");
}

}  // namespace
}  // namespace kassabro::main
