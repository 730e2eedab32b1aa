#include "store/sqlite/schema_versions.hpp"

namespace kassabro::store::sqlite {

const char* const version_12 = R"sql(
-- The audit log is only ever appended to, whoever asks: its seals would tell afterwards, this keeps it from happening by a mistake.
CREATE TRIGGER audit_log_alters_nothing BEFORE UPDATE ON audit_log BEGIN
  SELECT RAISE(ABORT, 'audit_log is only ever appended to'); END;
CREATE TRIGGER audit_log_removes_nothing BEFORE DELETE ON audit_log BEGIN
  SELECT RAISE(ABORT, 'audit_log is only ever appended to'); END;
CREATE TRIGGER audit_log_replaces_nothing BEFORE INSERT ON audit_log
  WHEN EXISTS (SELECT 1 FROM audit_log WHERE account_id = NEW.account_id AND number = NEW.number) BEGIN
  SELECT RAISE(ABORT, 'audit_log is only ever appended to'); END;
)sql";

}  // namespace kassabro::store::sqlite
