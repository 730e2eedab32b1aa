#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.hpp"

namespace kassabro::store {

// secret.key: one line a key, 64 hexadecimal digits, the newest first. While a key is exchanged there are several:
//   next KEY     opens what it has sealed, but seals nothing yet: first every node has to have it
//   KEY          the first of them seals, all of them open
//   audit KEY    of a master key that is gone: what is needed to verify the older part of the audit log; opens nothing
//   digest KEY   of the first master key that there was: by which tokens are found; opens nothing
struct KeyFile {
  std::optional<Digest> next;
  std::vector<Digest> masters;
  std::vector<Digest> audit;     // newest first
  std::optional<Digest> digest;  // absent: it is derived from the last of `masters`
};

// Absent: not of this form, or without a key that seals.
std::optional<KeyFile> parse_key_file(std::string_view text);
std::string to_text(const KeyFile& file);

// Makes the file, readable by its owner only, unless there is one. Throws InfrastructureFailure, also below.
void create_key_file(const std::string& path);
KeyFile read_key_file(const std::string& path);
// In one step: whoever is killed meanwhile leaves the file of before, or the new one.
void replace_key_file(const std::string& path, const KeyFile& file);

Digest random_key();

}  // namespace kassabro::store
