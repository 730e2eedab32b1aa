#include "store/sql/receipt_links.hpp"

namespace kassabro::store::sql {
namespace {

constexpr const char* sql_find_living =
    "SELECT token FROM receipt_links WHERE account_id = ?1 AND order_id = ?2 AND expires_at > ?3 "
    "ORDER BY expires_at DESC LIMIT 1";
constexpr const char* sql_keep =
    "INSERT INTO receipt_links (token_digest, account_id, order_id, token, created_at, expires_at) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
constexpr const char* sql_find =
    "SELECT account_id, order_id, created_at, expires_at FROM receipt_links WHERE token_digest = ?1";
constexpr const char* sql_forget = "DELETE FROM receipt_links WHERE account_id = ?1 AND expires_at < ?2";

constexpr const char* sql_ask =
    "INSERT INTO receipt_requests (account_id, order_id, asked_at) VALUES (?1, ?2, ?3) "
    "ON CONFLICT (account_id, order_id) DO UPDATE SET asked_at = ?3";
constexpr const char* sql_take = "DELETE FROM receipt_requests WHERE account_id = ?1 AND order_id = ?2";
constexpr const char* sql_forget_requests = "DELETE FROM receipt_requests WHERE account_id = ?1 AND asked_at < ?2";

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

Async<SecretString> SqlReceiptLinks::find_or_keep(app::ReceiptLink link, SecretString fresh) {
  SecretString token;
  co_await write(writer_, link.account, [&](app::Tables&, Connection& connection) {
    token = find_or_keep_row(connection, vault_, link, fresh);
    return true;
  });
  co_return token;
}

Async<std::optional<app::ReceiptLink>> SqlReceiptLinks::find(SecretString token) {
  co_return co_await pool_.read([&](Connection& connection) -> std::optional<app::ReceiptLink> {
    auto query = connection.prepare(sql_find);
    query->bind_blob(1, bytes_of(vault_.token_digest(token.reveal())));
    if (!query->step()) return std::nullopt;
    return app::ReceiptLink{query->integer(0), query->text(1), from_epoch_ms(query->integer(2)),
                            from_epoch_ms(query->integer(3))};
  });
}

Async<std::size_t> SqlReceiptLinks::forget_expired(app::AccountId account, Timestamp at) {
  std::size_t count = 0;
  co_await write(writer_, account, [&](app::Tables&, Connection& connection) {
    connection.prepare(sql_forget)->bind(1, account).bind(2, to_epoch_ms(at)).run();
    count = static_cast<std::size_t>(connection.changes());
    return true;
  });
  co_return count;
}

void SqlReceiptRequestTable::ask(app::AccountId account, std::string_view order_id, Timestamp at) {
  connection_.prepare(sql_ask)->bind(1, account).bind(2, order_id).bind(3, to_epoch_ms(at)).run();
}

bool SqlReceiptRequestTable::take(app::AccountId account, std::string_view order_id) {
  connection_.prepare(sql_take)->bind(1, account).bind(2, order_id).run();
  return connection_.changes() > 0;
}

std::size_t SqlReceiptRequestTable::forget(app::AccountId account, Timestamp asked_before) {
  connection_.prepare(sql_forget_requests)->bind(1, account).bind(2, to_epoch_ms(asked_before)).run();
  return static_cast<std::size_t>(connection_.changes());
}

}  // namespace kassabro::store::sql
