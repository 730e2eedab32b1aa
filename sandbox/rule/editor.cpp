#include "sandbox/rule/editor.hpp"

#include <algorithm>

namespace kassabro::sandbox::rule {
namespace {

constexpr std::array<EditorResource, 5> resources{{
    {"automail", {"name"}, {"name", "active", "trigger", "sendout_type"}},
    {"message", {"dispatcher", "type"}, {}},
    {"template", {"message_type", "template"}, {"message_type", "name", "template"}},
    {"dynamic-set", {"message_id"}, {}},
    {"campaign", {"message_type", "sendout_type"}, {"name", "sendout_type", "tags", "segments", "subscribers"}},
}};

}  // namespace

const EditorResource* find_editor_resource(std::string_view name) {
  const auto* found = std::ranges::find(resources, name, &EditorResource::name);
  return found == resources.end() ? nullptr : found;
}

const EditorStore& editor_store(const Account& account, std::string_view resource) {
  static const EditorStore none;
  const auto found = account.editor.find(resource);
  return found == account.editor.end() ? none : found->second;
}

const json::object* find_editor_object(const Account& account, std::string_view resource, std::int64_t id) {
  const auto& store = editor_store(account, resource);
  const auto found = store.find(id);
  return found == store.end() ? nullptr : &found->second;
}

void complete_editor_object(const EditorResource& resource, json::object& object) {
  const auto or_default = [&](std::string_view name, json::value value) {
    if (!object.contains(name)) object[name] = std::move(value);
  };
  if (resource.name == "automail" || resource.name == "campaign") {
    or_default("description", nullptr);
    or_default("active", false);  // a set-up script switches it on when all is there (SEEN)
    or_default("trigger", nullptr);
    or_default("sendout_type", 1);
    or_default("message_type", 1);
  }
  if (resource.name == "message")
    for (const auto* name : {"subject", "pre_header", "sender", "utm_campaign", "utm_term", "automail_setting"})
      or_default(name, nullptr);
  if (resource.name == "template") or_default("name", nullptr);
  if (resource.name == "dynamic-set") {
    for (const auto* name : {"template_id", "subject", "pre_header", "utm_campaign", "utm_term", "sender", "trigger"})
      or_default(name, nullptr);
    or_default("name", object.at("trigger").is_null() ? json::value("Default") : json::value(nullptr));
    or_default("active", true);
  }
}

}  // namespace kassabro::sandbox::rule
