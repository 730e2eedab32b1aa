#include "store/sqlite/receipt_links.hpp"

namespace kassabro::store::sqlite {
namespace {

constexpr const char* sql_find_living =
    "SELECT token FROM receipt_links WHERE account_id = ?1 AND order_id = ?2 AND expires_at > ?3 "
    "ORDER BY expires_at DESC LIMIT 1";
constexpr const char* sql_keep =
    "INSERT INTO receipt_links (token_digest, account_id, order_id, token, created_at, expires_at) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
constexpr const char* sql_find =
    "SELECT account_id, order_id, created_at, expires_at FROM receipt_links WHERE token_digest = ?1";
constexpr const char* sql_forget = "DELETE FROM receipt_links WHERE expires_at < ?1";

std::string_view bytes_of(const Digest& digest) { return {reinterpret_cast<const char*>(digest.data()), digest.size()}; }

SecretString find_or_keep_row(Connection& connection, const Vault& vault, const app::ReceiptLink& link,
                              const SecretString& fresh) {
  {
    auto query = connection.prepare(sql_find_living);
    query->bind(1, link.account).bind(2, link.order_id).bind(3, to_epoch_ms(link.created_at));
    if (query->step()) return vault.unseal(query->text_view(0));
  }
  auto insert = connection.prepare(sql_keep);
  insert->bind_blob(1, bytes_of(vault.token_digest(fresh.reveal()))).bind(2, link.account).bind(3, link.order_id);
  insert->bind_blob(4, vault.seal(fresh.reveal())).bind(5, to_epoch_ms(link.created_at)).bind(6, to_epoch_ms(link.expires_at));
  insert->run();
  return fresh;
}

}  // namespace

Async<SecretString> SqliteReceiptLinks::find_or_keep(app::ReceiptLink link, SecretString fresh) {
  SecretString token;
  co_await write(writer_, [&](app::Tables&, Connection& connection) {
    token = find_or_keep_row(connection, vault_, link, fresh);
    return true;
  });
  co_return token;
}

Async<std::optional<app::ReceiptLink>> SqliteReceiptLinks::find(SecretString token) {
  auto query = pool_.mine().prepare(sql_find);
  query->bind_blob(1, bytes_of(vault_.token_digest(token.reveal())));
  if (!query->step()) co_return std::nullopt;
  co_return app::ReceiptLink{query->integer(0), query->text(1), from_epoch_ms(query->integer(2)),
                             from_epoch_ms(query->integer(3))};
}

Async<std::size_t> SqliteReceiptLinks::forget_expired(Timestamp at) {
  std::size_t count = 0;
  co_await write(writer_, [&](app::Tables&, Connection& connection) {
    connection.prepare(sql_forget)->bind(1, to_epoch_ms(at)).run();
    count = static_cast<std::size_t>(connection.changes());
    return true;
  });
  co_return count;
}

}  // namespace kassabro::store::sqlite
