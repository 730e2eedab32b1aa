#pragma once

#include <exception>
#include <string>
#include <utility>

namespace kassabro::sheets::formats {

// This file is not read. Thrown by the readers, caught once in the program that runs them: nobody in between can act on it.
// `reason` is one of the words in sheets/refusal.hpp, `message` is for the person who chose the file.
struct Refused : std::exception {
  Refused(std::string why, std::string text) : reason(std::move(why)), message(std::move(text)) {}
  const char* what() const noexcept override { return message.c_str(); }
  std::string reason;
  std::string message;
};

[[noreturn]] inline void refuse_damaged(const std::string& what) {
  throw Refused("damaged", "The file is damaged: " + what + ".");
}

}  // namespace kassabro::sheets::formats
