#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace kassabro {

// Values and their stored names, in one table that reads both ways.
template <class Value, std::size_t count>
using NameTable = std::array<std::pair<Value, std::string_view>, count>;

template <class Value, std::size_t count>
std::string_view name_in(const NameTable<Value, count>& table, Value value) {
  for (const auto& [candidate, name] : table)
    if (candidate == value) return name;
  return {};
}

// Absent: no value has this name.
template <class Value, std::size_t count>
std::optional<Value> value_in(const NameTable<Value, count>& table, std::string_view text) {
  for (const auto& [value, name] : table)
    if (name == text) return value;
  return std::nullopt;
}

}  // namespace kassabro
