#pragma once

#include "app/merge_bonus_checks.hpp"
#include "http/client.hpp"
#include "main/config.hpp"
#include "rule/automations/automations.hpp"
#include "rule/channel.hpp"
#include "rule/directory.hpp"
#include "rule/feed_trial.hpp"
#include "rule/news_source.hpp"
#include "store/sql/store.hpp"

namespace kassabro::main {

// What asks Rule and tells it, composed of its parts.
struct RuleAdapter {
  // The references must outlive it.
  RuleAdapter(const Config& config, http::Client& http, store::sql::SqlStore& store, app::UnitOfWork& unit, const Clock& clock);

  rule::RuleClient client;
  rule::GroupNames groups;
  rule::RuleDirectory directory;             // for a till that waits
  rule::RuleDirectory background_directory;  // behind tills and deliveries
  rule::RuleCatalogue catalogue;
  rule::RuleKeyProbe probe;
  rule::RuleNewsSource news_source;
  app::MergeBonusChecks bonus_edits;
  rule::RuleChannel channel;
  rule::FeedTrials feed_trials;
  rule::automations::Automations automations;
};

}  // namespace kassabro::main
