#include "store/postgres/schema_texts.hpp"

namespace kassabro::store::postgres {

const char* const version_12 = R"sql(
CREATE FUNCTION audit_log_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION 'audit_log is only ever appended to'; END $$;
CREATE TRIGGER audit_log_keeps_entries BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION audit_log_is_kept();
CREATE TRIGGER audit_log_keeps_all BEFORE TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_kept();
)sql";

}  // namespace kassabro::store::postgres
