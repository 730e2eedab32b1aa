#pragma once

#include "app/sending_queue.hpp"
#include "store/sql/connection.hpp"

namespace kassabro::store::sql {

std::optional<app::OutgoingMessage> find_message(Connection& connection, app::AccountId account, std::string_view id);
std::vector<app::OutgoingMessage> list_messages_of_contact(Connection& connection, app::AccountId account,
                                                           domain::ContactId contact);
std::size_t forget_messages(Connection& connection, app::AccountId account, Timestamp before, std::size_t count_max);

class SqlMessageTable final : public app::MessageTable {
 public:
  explicit SqlMessageTable(Connection& connection) : connection_(connection) {}
  bool tell(const app::OutgoingMessage& message) override;
  void tell_one(const app::OutgoingMessage& message, app::EndpointId endpoint) override;
  std::optional<std::size_t> replay(app::AccountId account, std::string_view message, std::optional<app::EndpointId> endpoint,
                                    Timestamp now) override;
  std::size_t recover(app::AccountId account, app::EndpointId endpoint, Timestamp since, std::size_t count_max,
                      Timestamp now) override;
  std::size_t forget_sendings(app::AccountId account, app::EndpointId endpoint, std::size_t count_max) override;

 private:
  void keep(const app::OutgoingMessage& message);
  void send(app::AccountId account, std::string_view message, app::EndpointId endpoint, Timestamp at);

  Connection& connection_;
};

}  // namespace kassabro::store::sql
