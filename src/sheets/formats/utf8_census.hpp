#pragma once

#include <cstdint>
#include <string_view>

namespace kassabro::sheets::formats {

// Counts, piece by piece, what a text holds beyond ASCII.
class Utf8Census {
 public:
  void add(std::string_view piece);
  void finish();

  std::int64_t characters() const { return characters_; }  // of two bytes and more, well formed
  std::int64_t faults() const { return faults_; }
  bool cut_off() const { return cut_off_; }  // the last character is not all there, and nothing else is wrong

 private:
  void step(unsigned char byte);

  int missing_ = 0;          // bytes of the character that has begun
  unsigned char low_ = 0x80;  // bounds of the next one
  unsigned char high_ = 0xBF;
  std::int64_t characters_ = 0;
  std::int64_t faults_ = 0;
  bool cut_off_ = false;
};

}  // namespace kassabro::sheets::formats
