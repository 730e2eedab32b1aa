#include "app/consent_proof.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <ranges>

#include "base/json.hpp"

namespace kassabro::app {
namespace {

using Wordings = std::map<std::string, Wording, std::less<>>;

constexpr std::string_view sitoo_v1 = "sitoo_v1";
constexpr std::string_view sitoo_v2 = "sitoo_v2";

// Which members of the settings hold what tills of this contract offer: the first that has any. None: the choice was made elsewhere.
std::vector<std::string_view> groups_of(std::string_view source) {
  if (source == sitoo_v1) return {sitoo_v1};
  if (source == sitoo_v2) return {sitoo_v2, sitoo_v1};
  return {};
}

std::string id_of(const json::object& consent) {
  for (const auto* name : {"consentid", "consent_id", "id"})
    if (auto id = text_member(consent, name); !id.empty()) return id;
  return {};
}

Wordings wordings_in(const json::object& settings, std::string_view source) {
  Wordings wordings;
  for (const auto group : groups_of(source)) {
    const auto* own = settings.if_contains(group);
    const auto* list = own != nullptr && own->is_object() ? own->get_object().if_contains("consents") : nullptr;
    if (list == nullptr || !list->is_array()) continue;
    for (const auto& item : list->get_array())
      if (item.is_object())
        wordings[id_of(item.get_object())] = {text_member(item.get_object(), "name"),
                                              text_member(item.get_object(), "description")};
    break;
  }
  return wordings;
}

bool has(const std::vector<std::string>& ids, const std::string& id) { return std::ranges::find(ids, id) != ids.end(); }

// The records' places, the latest moment first. That is not their order: of a choice in Rule the moment is that of the choice, and it may be
// heard of only after the next one at a till.
std::vector<std::size_t> places_by_moment(const std::vector<ConsentRecord>& records) {
  std::vector<std::size_t> places(records.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::ranges::stable_sort(places, std::greater{}, [&](std::size_t place) { return records[place].at; });
  return places;
}

// What was offered when each record was made, in the order of the records.
std::vector<Wordings> wordings_of(const Account& account, const KnownChanges& known,
                                  const std::vector<ConsentRecord>& records) {
  std::vector<Wordings> wordings(records.size());
  auto settings = account.settings;
  auto change = known.changes.begin();
  for (const auto place : places_by_moment(records)) {
    const auto& record = records[place];
    for (; change != known.changes.end() && change->at > record.at; ++change)
      settings = settings_before(std::move(settings), *change);
    const bool is_known = known.reach_back || change != known.changes.end();
    if (is_known) wordings[place] = wordings_in(settings, record.origin.source);
  }
  return wordings;
}

std::optional<Wording> wording_in(const Wordings& wordings, const std::string& id) {
  const auto found = wordings.find(id);
  return found == wordings.end() ? std::nullopt : std::optional(found->second);
}

// `before`: what the record before has proven.
std::vector<ProvenConsent> proven(const ConsentRecord& record, const Wordings& offered,
                                  const std::vector<ProvenConsent>& before) {
  std::vector<ProvenConsent> consents;
  const auto earlier = [&](const std::string& id) {
    return std::ranges::find_if(before, [&](const auto& one) { return one.accepts && one.id == id; });
  };
  for (const auto& id : record.consent.accepted) {
    const auto held = earlier(id);
    const bool chosen = held == before.end();
    consents.push_back({id, true, chosen, chosen ? wording_in(offered, id) : held->wording});
  }
  for (const auto& one : before)
    if (one.accepts && !has(record.consent.accepted, one.id))
      consents.push_back({one.id, false, true, wording_in(offered, one.id)});
  return consents;
}

}  // namespace

std::vector<ProvenRecord> prove_consents(const Account& account, const KnownChanges& known,
                                         const std::vector<ConsentRecord>& records) {
  const auto offered = wordings_of(account, known, records);
  std::vector<ProvenRecord> proof;
  std::vector<ProvenConsent> before;
  for (std::size_t i = records.size(); i-- > 0;) {
    before = proven(records[i], offered[i], before);
    proof.push_back({records[i], before});
  }
  std::ranges::reverse(proof);
  return proof;
}

}  // namespace kassabro::app
