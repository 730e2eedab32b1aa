#include "rule/golden.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace kassabro::rule {
namespace {

void write(std::string& out, const json::value& value, std::size_t level);

template <class Items, class One>
void write_list(std::string& out, const Items& items, std::size_t level, char open, char close, One one) {
  out += open;
  const char* separator = "\n";
  for (const auto& item : items) {
    out += separator + std::string(2 * (level + 1), ' ');
    one(item);
    separator = ",\n";
  }
  if (!items.empty()) out += "\n" + std::string(2 * level, ' ');
  out += close;
}

void write(std::string& out, const json::value& value, std::size_t level) {
  if (const auto* array = value.if_array()) {
    write_list(out, *array, level, '[', ']', [&](const json::value& item) { write(out, item, level + 1); });
  } else if (const auto* object = value.if_object()) {
    write_list(out, *object, level, '{', '}', [&](const json::key_value_pair& member) {
      out += to_json_text(json::value(member.key())) + ": ";
      write(out, member.value(), level + 1);
    });
  } else {
    out += to_json_text(value);
  }
}

}  // namespace

std::string pretty(const json::value& value) {
  std::string out;
  write(out, value, 0);
  return out + "\n";
}

std::string golden(const std::string& name, const std::string& text) {
  const auto path = std::string(KASSABRO_SOURCE_DIR) + "/fixtures/rule/" + name;
  if (const char* update = std::getenv("KASSABRO_UPDATE_GOLDEN"); update != nullptr && *update == '1')
    std::ofstream(path) << text;
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace kassabro::rule
