#pragma once

#include <array>
#include <string_view>

#include "sandbox/rule/wire.hpp"

namespace kassabro::sandbox::rule {

// A resource of /v3/editor. Its objects stay as they were written, completed by defaults; answers are shaped from them.
struct EditorResource {
  std::string_view name;
  std::array<std::string_view, 3> required_to_create;
  std::array<std::string_view, 5> required_to_change;  // a partial PUT is refused where something is listed (SEEN)
};

const EditorResource* find_editor_resource(std::string_view name);

using EditorStore = std::map<std::int64_t, json::object>;
const EditorStore& editor_store(const Account& account, std::string_view resource);
const json::object* find_editor_object(const Account& account, std::string_view resource, std::int64_t id);

// What is absent when an object is made.
void complete_editor_object(const EditorResource& resource, json::object& object);

// Refuses an object, as it would be saved, with the 422 of the contract; it has its `id` already.
OrRefusal<void> check_editor_object(Call& call, const EditorResource& resource, const json::object& object);

// The object as GET shows it, and as a list does.
json::object editor_answer(Call& call, const EditorResource& resource, const json::object& object);
json::object editor_list_item(Call& call, const EditorResource& resource, const json::object& object);

}  // namespace kassabro::sandbox::rule
