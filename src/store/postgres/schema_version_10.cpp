#include "store/postgres/schema_texts.hpp"

namespace kassabro::store::postgres {

const char* const version_10 = R"sql(
CREATE TABLE lookups (account_id BIGINT NOT NULL, contact_id BIGINT NOT NULL, minute BIGINT NOT NULL, register TEXT NOT NULL,
  store TEXT NOT NULL, source TEXT NOT NULL, staff TEXT NOT NULL, times BIGINT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY
  (account_id, contact_id, minute, register, store, source));
CREATE INDEX lookups_by_minute ON lookups (account_id, minute);
CREATE TABLE audit_log (account_id BIGINT NOT NULL, number BIGINT NOT NULL, at BIGINT NOT NULL, actor TEXT NOT NULL, peer TEXT
  NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL, status BIGINT NOT NULL, seal TEXT NOT NULL, PRIMARY KEY (account_id, number));
CREATE INDEX jobs_runnable ON jobs (account_id, kind) WHERE state IN ('waiting', 'running');
)sql";

}  // namespace kassabro::store::postgres
