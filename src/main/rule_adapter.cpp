#include "main/rule_adapter.hpp"

#include "main/notes.hpp"
#include "main/options.hpp"
#include "receipt/compose_message.hpp"

namespace kassabro::main {

RuleAdapter::RuleAdapter(const Config& config, http::Client& http, store::sql::SqlStore& store, app::UnitOfWork& unit,
                         const Clock& clock)
    : client(http::send_through(http), clock, rule_settings_of(config)),
      groups(clock),
      directory(client, groups, clock),
      background_directory(client, groups, clock, rule::CallClass::background),
      catalogue(client, clock),
      probe(client),
      news_source(client),
      bonus_edits(unit, clock),
      channel(client, store.remote_memory(), bonus_edits, clock, &alert_of),
      feed_trials(http::send_through(http), clock, rule_settings_of(config), store.remote_memory(), &receipt::sample_message),
      automations(client, feed_trials, store.remote_memory()) {}

}  // namespace kassabro::main
