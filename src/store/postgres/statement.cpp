#include <algorithm>
#include <array>
#include <charconv>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "store/postgres/connection.hpp"

namespace kassabro::store::postgres {
namespace {

// Types of PostgreSQL (pg_type.dat) that the tables have, or their expressions.
constexpr Oid bool_type = 16;
constexpr Oid bytea_type = 17;
constexpr Oid int8_type = 20;
constexpr Oid int4_type = 23;
constexpr Oid text_type = 25;
constexpr int as_bytes = 1;
constexpr int as_text = 0;

bool takes_bytes(Oid type) { return type == bytea_type || type == text_type; }

constexpr std::string_view mark = "\xEF\xBF\xBD";  // what a reader shows for a character that it cannot

std::size_t length_of_character(std::string_view text) {
  for (std::size_t length = 1; length <= std::min<std::size_t>(4, text.size()); ++length)
    if (is_utf8(text.substr(0, length))) return length;
  return 0;
}

// A text of PostgreSQL holds no NUL and nothing but UTF-8; elsewhere such a text is looked for and stored as it is.
std::string as_text_value(std::string_view text) {
  if (!text.contains('\0') && is_utf8(text)) return std::string(text);
  std::string out;
  while (!text.empty()) {
    const auto length = text.front() == '\0' ? 0 : length_of_character(text);
    out += length == 0 ? mark : text.substr(0, length);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

template <class Integer>
Integer from_network(const char* bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < sizeof(Integer); ++i) value = value << 8U | static_cast<unsigned char>(bytes[i]);
  return static_cast<Integer>(value);
}

}  // namespace

Statement::Statement(Connection& connection, std::string_view sql, std::string name)
    : connection_(connection), name_(std::move(name)) {
  connection_.prepare_on_server(*this, std::string(sql));
}

std::optional<std::string>& Statement::parameter(int place) { return parameters_.at(static_cast<std::size_t>(place - 1)); }

Statement& Statement::bind(int place, std::int64_t value) {
  parameter(place) = std::to_string(value);
  return *this;
}

Statement& Statement::bind(int place, std::string_view text) {
  const bool is_text = types_.at(static_cast<std::size_t>(place - 1)) != bytea_type;
  parameter(place) = is_text ? as_text_value(text) : std::string(text);
  return *this;
}

Statement& Statement::bind_blob(int place, std::string_view bytes) {
  parameter(place) = std::string(bytes);
  return *this;
}

Statement& Statement::bind_null(int place) {
  parameter(place).reset();
  return *this;
}

void Statement::send() {
  const auto count = parameters_.size();
  std::vector<const char*> values(count);
  std::vector<int> lengths(count);
  std::vector<int> formats(count);
  for (std::size_t i = 0; i < count; ++i) {
    values[i] = parameters_[i] ? parameters_[i]->c_str() : nullptr;
    lengths[i] = parameters_[i] ? static_cast<int>(parameters_[i]->size()) : 0;
    formats[i] = takes_bytes(types_[i]) ? as_bytes : as_text;
  }
  const auto sent = PQsendQueryPrepared(connection_.session_.get(), name_.c_str(), static_cast<int>(count), values.data(),
                                        lengths.data(), formats.data(), as_bytes);
  if (sent == 0) connection_.fail();
}

bool Statement::step() {
  if (!is_sent_) {
    is_sent_ = true;
    send();
    connection_.sent_.push_back(this);
    connection_.wait();
  }
  return result_ != nullptr && ++row_ < PQntuples(result_.get());
}

void Statement::run() {
  if (is_sent_) return;
  is_sent_ = true;
  send();
  connection_.sent_.push_back(nullptr);
}

void Statement::reset() {
  result_.reset();
  row_ = -1;
  is_sent_ = false;
  for (auto& parameter : parameters_) parameter.reset();
}

bool Statement::is_null(int column) const { return PQgetisnull(result_.get(), row_, column) != 0; }

std::string_view Statement::text_view(int column) const {
  // Ids are read as texts here and there.
  const auto type = PQftype(result_.get(), column);
  if (type == int8_type || type == int4_type) {
    static thread_local std::array<std::string, 8> numbers;
    static thread_local std::size_t next = 0;
    auto& text = numbers.at(next++ % numbers.size());
    text = is_null(column) ? "" : std::to_string(integer(column));
    return text;
  }
  return {PQgetvalue(result_.get(), row_, column), static_cast<std::size_t>(PQgetlength(result_.get(), row_, column))};
}

std::int64_t Statement::integer(int column) const {
  if (is_null(column)) return 0;
  const char* bytes = PQgetvalue(result_.get(), row_, column);
  switch (PQftype(result_.get(), column)) {
    case int8_type: return from_network<std::int64_t>(bytes);
    case int4_type: return from_network<std::int32_t>(bytes);
    case bool_type: return bytes[0] != 0 ? 1 : 0;
    default: break;
  }
  std::int64_t value = 0;
  const auto text = text_view(column);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) throw InfrastructureFailure("The database answered with something that is no number.");
  return value;
}

}  // namespace kassabro::store::postgres
