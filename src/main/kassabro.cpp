#include <sodium.h>

#include <cstdio>

#include "main/command_line.hpp"
#include "main/core_file.hpp"

int main(int argc, char** argv) {
  kassabro::main::keep_no_core();  // first: a command reads keys before it calls the server
  if (sodium_init() < 0) {
    std::fputs("kassabro: the cryptographic library cannot start\n", stderr);
    return 1;
  }
  return kassabro::main::run_command_line(argc, argv);
}
