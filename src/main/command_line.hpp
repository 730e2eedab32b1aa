#pragma once

namespace kassabro::main {

// The program: 0 done, 1 failed, 2 wrong usage or a server that cannot start.
int run_command_line(int argc, char** argv);

}  // namespace kassabro::main
