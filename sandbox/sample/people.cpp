#include "sandbox/sample/people.hpp"

#include "base/text.hpp"

namespace kassabro::sandbox::sample {

std::string ascii_name(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (static_cast<unsigned char>(name[i]) < 0x80) {
      out.push_back(ascii_lower(name[i]));
      continue;
    }
    const auto second = static_cast<unsigned char>(name[++i]);
    out.push_back(second == 0xB6 || second == 0x96 ? 'o' : 'a');
  }
  return out;
}

}  // namespace kassabro::sandbox::sample
