#include "base/trace.hpp"

#include <algorithm>
#include <random>

namespace kassabro {
namespace {

constexpr std::size_t text_size = 55;  // 00-<32 hex>-<16 hex>-<2 hex>
constexpr std::size_t state_bytes_max = 512;
constexpr std::size_t state_members_max = 32;
constexpr std::size_t state_part_max = 256;  // a key, or a value

// Lower case only, as the standard wants it.
std::optional<std::uint64_t> parse_hex(std::string_view text) {
  std::uint64_t value = 0;
  for (const char c : text) {
    unsigned digit = 0;
    if (c >= '0' && c <= '9')
      digit = static_cast<unsigned>(c - '0');
    else if (c >= 'a' && c <= 'f')
      digit = static_cast<unsigned>(c - 'a' + 10);
    else
      return std::nullopt;
    value = value << 4U | digit;
  }
  return value;
}

void write_hex(char* end, std::uint64_t value, int digits) {
  constexpr std::string_view hex = "0123456789abcdef";
  for (; digits > 0; --digits, value >>= 4U) *--end = hex[value & 0xFU];
}

std::uint64_t seed() {
  std::random_device device;
  return std::uint64_t{device()} << 32U | device();
}

// SplitMix64: a few instructions, no lock, and good enough for what is no secret. Never 0, which means "none".
std::uint64_t next_number() {
  static thread_local std::uint64_t state = seed();
  state += 0x9E3779B97F4A7C15U;
  auto mixed = state;
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
  mixed ^= mixed >> 31U;
  return mixed == 0 ? 1 : mixed;
}

bool is_state_key(std::string_view key) {
  if (key.empty() || key.size() > state_part_max) return false;
  const auto is_first = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return is_first(key.front()) &&
         std::ranges::all_of(key, [&](char c) { return is_first(c) || std::string_view("_-*/@").contains(c); });
}

bool is_state_value(std::string_view value) {
  if (value.empty() || value.size() > state_part_max || value.back() == ' ') return false;
  return std::ranges::all_of(value, [](char c) { return c >= ' ' && c <= '~' && c != '='; });
}

std::string_view without_blanks(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

std::optional<Trace> parse_traceparent(std::string_view text) {
  if (text.size() < text_size || text[2] != '-' || text[35] != '-' || text[52] != '-') return std::nullopt;
  const auto version = parse_hex(text.substr(0, 2));
  const auto high = parse_hex(text.substr(3, 16));
  const auto low = parse_hex(text.substr(19, 16));
  const auto span = parse_hex(text.substr(36, 16));
  const auto flags = parse_hex(text.substr(53, 2));
  if (!version || !high || !low || !span || !flags || *version == 0xFF) return std::nullopt;
  // Later versions may say more behind a further dash; what they say here they must say likewise.
  if (text.size() > text_size && (*version == 0 || text[text_size] != '-')) return std::nullopt;
  if ((*high | *low) == 0 || *span == 0) return std::nullopt;
  return Trace{*high, *low, *span, (*flags & 1U) != 0};
}

bool is_tracestate(std::string_view text) {
  if (text.empty() || text.size() > state_bytes_max) return false;
  std::size_t members = 0;
  while (!text.empty()) {
    const auto comma = text.find(',');
    const auto member = without_blanks(text.substr(0, comma));
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    if (member.empty()) continue;  // allowed, and says nothing
    const auto equals = member.find('=');
    if (equals == std::string_view::npos || ++members > state_members_max) return false;
    if (!is_state_key(member.substr(0, equals)) || !is_state_value(member.substr(equals + 1))) return false;
  }
  return members > 0;
}

Trace next_span(Trace before) {
  if (!before.has_begun()) before = {next_number(), next_number(), 0, false};
  before.span = next_number();
  return before;
}

TraceText::TraceText(const Trace& trace) {
  auto* text = text_.data();
  text_[0] = text_[1] = '0';
  text_[2] = text_[35] = text_[52] = '-';
  write_hex(text + 19, trace.id_high, 16);
  write_hex(text + 35, trace.id_low, 16);
  write_hex(text + 52, trace.span, 16);
  text_[53] = '0';
  text_[54] = trace.sampled ? '1' : '0';
}

}  // namespace kassabro
