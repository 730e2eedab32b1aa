// The service's unit shuts the program in: does it do all of its work with the system calls that are left, and its reader of sheets, which shuts
// itself in further?
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <stdexcept>

#include "tests/support/connected_account.hpp"
#include "tests/support/unit_filter.hpp"

namespace kassabro::tests {
namespace {

using http::Method;
using ::testing::HasSubstr;

std::string unit_text() {
  std::ifstream in(std::string(KASSABRO_SOURCE_DIR) + "/deploy/systemd/kassabro.service");
  return {std::istreambuf_iterator<char>(in), {}};
}

// What the kernel says of the server: "Seccomp:\t2" is a filter.
std::string status_of(int pid) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/status");
  return {std::istreambuf_iterator<char>(in), {}};
}

class UnitFilterTest : public ::testing::Test {
 protected:
  UnitFilterTest() {
    system.stop_kassabro();
    system.start_with([this] { filter.load(); });
    system.start_kassabro();
  }

  const UnitFilter filter{unit_text()};
  System system;
};

TEST_F(UnitFilterTest, lets_the_server_do_its_work) {
  ASSERT_THAT(status_of(system.pid()), HasSubstr("Seccomp:\t2\n"));
  const auto account = connect_account(system);
  ASSERT_EQ(system.spi(Method::post, "/contacts", R"({"email":"anna@shop.se"})").status, 200);
  const auto sold = system.sandbox(
      Method::post, "/control/pos/sell",
      R"({"spi":"v2","key":"anna@shop.se","items":[{"sku":"S1","name":"Shirt","quantity":1,"price":"349.00","vat":25}]})");
  ASSERT_EQ(sold.status, 200) << sold.body;
  ASSERT_TRUE(system.wait_until_quiet());
  EXPECT_THAT(to_json_text(system.rule_dump()), HasSubstr("OrderCompleted"));
  const TempFolder folder;
  const auto copy = system.command({"backup", folder.path("copy")});
  EXPECT_EQ(copy.status, wants_postgres() ? 1 : 0) << copy.output;  // which has tools of its own for that
  EXPECT_EQ(system.stop_kassabro(), 0);
}

TEST_F(UnitFilterTest, lets_the_reader_of_sheets_shut_itself_in_further) {
  const auto account = connect_account(system);
  const auto id = account.text("account_id");
  ASSERT_EQ(system.spi(Method::post, "/contacts", R"({"email":"anna@shop.se"})").status, 200);
  const auto text = system.data_dir() + "/checks.csv";
  std::ofstream(text) << "E-post;Bonuscheck-id;Namn;Värde;Giltig t.o.m.\nanna@shop.se;B-100;Check;100,00;2099-12-31\n";
  const auto imported = system.command({"bonus-checks", "import", text, "--account", id});
  EXPECT_EQ(imported.status, 0) << imported.output;
  const auto workbook = std::string(KASSABRO_SOURCE_DIR) + "/fixtures/imports/xlsx_swedish.xlsx";
  const auto read = system.command({"bonus-checks", "import", workbook, "--account", id, "--dry-run"});
  EXPECT_THAT(read.output, HasSubstr("Medlemsnummer")) << "the titles of its columns: " << read.output;
}

TEST(UnitFilter, that_cannot_be_loaded_ends_the_new_process_and_no_test_goes_on_in_it) {
  const TempFolder folder;
  Process process({program("kassabro"), "--version"}, folder.path("out"), {}, [] { throw std::runtime_error("no filter"); });
  EXPECT_EQ(process.wait(), 126);
  EXPECT_EQ(process.output(), "no filter\n");
}

TEST(UnitFilter, keeps_what_the_program_does_not_need) {
  const UnitFilter filter(unit_text());
  for (const auto* needed : {"read", "mmap", "execve", "clone3", "accept4", "seccomp"})
    EXPECT_TRUE(filter.allows(needed)) << needed;
  for (const auto* other : {"ptrace", "mount", "reboot", "chroot", "setuid", "bpf", "kexec_load", "init_module"})
    EXPECT_FALSE(filter.allows(other)) << other;
}

}  // namespace
}  // namespace kassabro::tests
