#include "sheets/formats/confinement.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace kassabro::sheets::formats {
namespace {

// What a confined process can still do, as an exit code: 1 a file, 2 the network, 4 another program.
int powers_left() {
  int powers = 0;
  if (::open("/etc/passwd", O_RDONLY) >= 0 || errno != EPERM) powers |= 1;
  if (::socket(AF_INET, SOCK_STREAM, 0) >= 0 || errno != EPERM) powers |= 2;
  if (::fork() >= 0 || errno != EPERM) powers |= 4;
  return powers;
}

TEST(Confinement, leaves_a_process_neither_files_nor_network_nor_programs) {
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
  GTEST_SKIP() << "sanitizers need what is forbidden";
#endif
#endif
  EXPECT_EXIT(::_exit(confine_process(5) ? powers_left() : 100), testing::ExitedWithCode(0), "");
}

TEST(Confinement, ends_a_process_that_calculates_for_ever) {
  EXPECT_EXIT(
      {
        confine_process(1);
        for (volatile unsigned i = 0;; i = i + 1) {
        }
      },
      testing::KilledBySignal(SIGXCPU), "");
}

}  // namespace
}  // namespace kassabro::sheets::formats
