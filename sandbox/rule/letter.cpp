#include "sandbox/rule/letter.hpp"

#include "sandbox/rule/account.hpp"

namespace kassabro::sandbox::rule {

std::string with_root(std::string_view text, std::string_view base_url) {
  std::string out;
  for (auto at = text.find(letter_root); at != std::string_view::npos; at = text.find(letter_root)) {
    out += text.substr(0, at);
    out += base_url;
    text.remove_prefix(at + letter_root.size());
  }
  return out += text;
}

void Account::keep_letter(Letter letter) {
  letters.push_back(std::move(letter));
  if (letters.size() > letters_max) letters.pop_front();
}

}  // namespace kassabro::sandbox::rule
