#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "sheets/formats/encoding.hpp"
#include "sheets/formats/input_file.hpp"

namespace kassabro::sheets::formats {

// A text file as UTF-8, piece by piece. Refuses bytes that the encoding does not have.
class DecodedText {
 public:
  DecodedText(const InputFile& file, const Encoding& encoding);
  ~DecodedText();
  DecodedText(const DecodedText&) = delete;
  DecodedText& operator=(const DecodedText&) = delete;

  // "" at the end. A piece may end in the middle of a character, and is there until the next call.
  std::string_view next();

 private:
  struct Converter;
  std::string_view convert(std::string_view bytes, bool last);

  const InputFile& file_;
  std::int64_t offset_;
  std::string raw_;
  std::string text_;
  std::unique_ptr<Converter> converter_;  // none for UTF-8, which was checked when it was guessed or chosen
};

}  // namespace kassabro::sheets::formats
