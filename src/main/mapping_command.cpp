#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "base/json.hpp"
#include "main/commands.hpp"
#include "rule/reference.hpp"

namespace kassabro::main {
namespace {

json::object to_object(const rule::GroupReference& group) {
  json::array fields;
  for (const auto& field : group.fields)
    fields.push_back(json::object{{"name", field.name},
                                  {"type", rule::to_text(field.type)},
                                  {"what", field.what},
                                  {"told_by_orders", field.is_told_by_orders}});
  return {
      {"group", group.name}, {"historical", group.is_historical}, {"native", group.is_native}, {"fields", std::move(fields)}};
}

void print_json(const std::vector<rule::GroupReference>& groups, const std::vector<rule::TagReference>& tags) {
  json::object answer{{"groups", json::array()}, {"tags", json::array()}};
  for (const auto& group : groups) answer["groups"].as_array().push_back(to_object(group));
  for (const auto& tag : tags)
    answer["tags"].as_array().push_back(
        json::object{{"tag", tag.name}, {"when", tag.when}, {"starts_flows", tag.starts_flows}});
  fmt::print("{}\n", to_json_text(answer));
}

void print_text(const std::vector<rule::GroupReference>& groups, const std::vector<rule::TagReference>& tags) {
  for (const auto& group : groups) {
    fmt::print("{} ({}{})\n", group.name, group.is_historical ? "historical: one record an order" : "one record a person",
               group.is_native ? ", with native_groups" : "");
    for (const auto& field : group.fields) fmt::print("  {:<20} {:<9} {}\n", field.name, rule::to_text(field.type), field.what);
  }
  fmt::print("Tags\n");
  for (const auto& tag : tags) fmt::print("  {:<20} {}{}\n", tag.name, tag.when, tag.starts_flows ? "; starts flows" : "");
}

}  // namespace

void add_mapping_command(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto* command =
      app.add_subcommand("mapping", "The fields and tags that appear in Rule, by the names that hold where none are set");
  command->callback([&common, &verb] {
    verb = [&common] {
      const auto groups = rule::list_groups({});
      const auto tags = rule::list_tags({});
      common.as_json ? print_json(groups, tags) : print_text(groups, tags);
      return 0;
    };
  });
}

}  // namespace kassabro::main
