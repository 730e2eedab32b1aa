#include "main/secret_argument.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "main/commands.hpp"
#include "testing/temporary_folder.hpp"

namespace kassabro::main {
namespace {

class SecretArgument : public ::testing::Test {
 protected:
  std::string file_with(const std::string& text) {
    const auto path = folder_.file("secret");
    std::ofstream(path) << text;
    return "@" + path;
  }
  std::string read(const std::string& given) { return read_secret("--rule-api-key", given, input_); }
  std::string fault(const std::string& given) {
    try {
      return "read " + read(given);
    } catch (const UsageError& error) {
      return error.what();
    }
  }

  kassabro::testing::TemporaryFolder folder_;
  std::istringstream input_{"typed\nsecond line\n"};
};

TEST_F(SecretArgument, stands_on_the_command_line_itself) { EXPECT_EQ(read("rk_1"), "rk_1"); }

TEST_F(SecretArgument, is_the_first_line_of_the_standard_input) {
  EXPECT_EQ(read("-"), "typed");
  EXPECT_EQ(read("-"), "second line");  // the next secret of the same command
}

TEST_F(SecretArgument, is_the_first_line_of_a_file) {
  EXPECT_EQ(read(file_with("rk_2")), "rk_2");
  EXPECT_EQ(read(file_with("rk 3 \r\nnever seen\n")), "rk 3 ");
}

TEST_F(SecretArgument, that_is_not_there_is_told_by_the_name_of_its_option) {
  EXPECT_EQ(fault("@" + folder_.file("none")), "--rule-api-key: the file " + folder_.file("none") + " cannot be read");
  EXPECT_EQ(fault(file_with("\nrk_2\n")), "--rule-api-key: there is nothing to read");
  input_.str("");
  EXPECT_EQ(fault("-"), "--rule-api-key: there is nothing to read");
}

}  // namespace
}  // namespace kassabro::main
