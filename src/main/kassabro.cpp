#include <sodium.h>

#include <cstdio>

#include "main/command_line.hpp"

int main(int argc, char** argv) {
  if (sodium_init() < 0) {
    std::fputs("kassabro: the cryptographic library cannot start\n", stderr);
    return 1;
  }
  return kassabro::main::run_command_line(argc, argv);
}
