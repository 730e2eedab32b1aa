#pragma once

// The suite that every store passes. A kind of store includes this in one test program and says what it is called and how
// it is opened:
//
//   INSTANTIATE_TEST_SUITE_P(Sqlite, StoreConformance, ::testing::Values(&open_sqlite));
#include "store/conformance/accounts.hpp"
#include "store/conformance/audit.hpp"
#include "store/conformance/bonus.hpp"
#include "store/conformance/contacts.hpp"
#include "store/conformance/customer_files.hpp"
#include "store/conformance/deliveries.hpp"
#include "store/conformance/delivery_ends.hpp"
#include "store/conformance/delivery_history.hpp"
#include "store/conformance/erasures.hpp"
#include "store/conformance/imports.hpp"
#include "store/conformance/inbound.hpp"
#include "store/conformance/jobs.hpp"
#include "store/conformance/lookups.hpp"
#include "store/conformance/order_counts.hpp"
#include "store/conformance/orders.hpp"
#include "store/conformance/overview.hpp"
#include "store/conformance/personal_files.hpp"
#include "store/conformance/receipt_links.hpp"
#include "store/conformance/retention.hpp"
#include "store/conformance/sealed_secrets.hpp"
#include "store/conformance/silences.hpp"
#include "store/conformance/transactions.hpp"
#include "store/conformance/webhook_sendings.hpp"
#include "store/conformance/webhooks.hpp"
