#include "store/postgres/dialect.hpp"

namespace kassabro::store::postgres {
namespace {

constexpr std::string_view index_hint = "INDEXED BY ";
constexpr std::string_view join_hint = "CROSS JOIN ";

std::size_t word_length(std::string_view text) {
  const auto end = text.find_first_of(" ,()");
  return end == std::string_view::npos ? text.size() : end;
}

}  // namespace

std::string postgres_sql(std::string_view sql) {
  std::string out;
  bool is_quoted = false;
  while (!sql.empty()) {
    if (sql.front() == '\'') is_quoted = !is_quoted;
    if (!is_quoted && sql.starts_with(index_hint)) {
      sql.remove_prefix(index_hint.size());
      sql.remove_prefix(word_length(sql));
    } else if (!is_quoted && sql.starts_with(join_hint)) {
      out += "JOIN ";
      sql.remove_prefix(join_hint.size());
    } else {
      out += !is_quoted && sql.front() == '?' ? '$' : sql.front();
      sql.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace kassabro::store::postgres
