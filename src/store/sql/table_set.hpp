#pragma once

#include "store/sql/account_rows.hpp"
#include "store/sql/bonus_rows.hpp"
#include "store/sql/card_rows.hpp"
#include "store/sql/contact_rows.hpp"
#include "store/sql/endpoint_rows.hpp"
#include "store/sql/erasure_rows.hpp"
#include "store/sql/event_tables.hpp"
#include "store/sql/history_rows.hpp"
#include "store/sql/import_rows.hpp"
#include "store/sql/inbound_rows.hpp"
#include "store/sql/job_rows.hpp"
#include "store/sql/message_rows.hpp"
#include "store/sql/receipt_links.hpp"
#include "store/sql/silence_rows.hpp"
#include "store/vault.hpp"

namespace kassabro::store::sql {

// All tables on one connection.
class TableSet {
 public:
  TableSet(Connection& connection, const Vault& vault)
      : connection_(connection), accounts_(connection, vault), endpoints_(connection, vault) {}
  app::Tables& all() { return all_; }

 private:
  Connection& connection_;
  SqlContactTable contacts_{connection_};
  SqlOrderTable orders_{connection_};
  SqlDeliveryTable deliveries_{connection_};
  SqlInboxTable inbox_{connection_};
  SqlAccountTable accounts_;
  SqlBonusTable bonus_{connection_};
  SqlContactExtrasTable extras_{connection_};
  SqlChannelPurchaseTable channel_purchases_{connection_};
  SqlEventTable events_{connection_};
  SqlOrderFetchTable order_fetches_{connection_};
  SqlQuarantineTable quarantine_{connection_};
  SqlJobTable jobs_{connection_};
  SqlHistoryTable history_{connection_};
  SqlImportTable imports_{connection_};
  SqlSilenceTable silences_{connection_};
  SqlReceiptRequestTable receipt_requests_{connection_};
  SqlErasureTable erasures_{connection_};
  SqlEndpointTable endpoints_;
  SqlMessageTable messages_{connection_};
  app::Tables all_{contacts_,          orders_,           deliveries_,    inbox_,      accounts_, bonus_,   extras_,
                   channel_purchases_, events_,           order_fetches_, quarantine_, jobs_,     history_, imports_,
                   silences_,          receipt_requests_, erasures_,      endpoints_,  messages_};
};

}  // namespace kassabro::store::sql
