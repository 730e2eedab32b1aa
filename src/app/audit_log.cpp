#include "app/audit_log.hpp"

#include "base/json_text.hpp"

namespace kassabro::app {

std::string seal_text(const AuditEntry& entry) {
  std::string text;
  JsonMembers members(text);
  members.integer("account", entry.account);
  members.integer("number", entry.number);
  members.integer("at", to_epoch_ms(entry.at));
  members.text("actor", entry.actor);
  members.text("peer", entry.peer);
  members.text("action", entry.action);
  members.text("subject", entry.subject);
  members.integer("status", entry.status);
  return text;
}

}  // namespace kassabro::app
