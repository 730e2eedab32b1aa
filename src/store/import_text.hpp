#pragma once

#include <string>
#include <string_view>

#include "app/imports.hpp"

namespace kassabro::store {

// The parts of an import that nothing searches by, as JSON texts with our own names. Equal options have equal texts.

std::string options_text(const app::ImportOptions& options);
app::ImportOptions options_from_text(std::string_view text);

// What the file turned out to be, and its shape.
std::string about_text(const app::Import& import);
void read_about(std::string_view text, app::Import& import);

// The columns that are read, the others, and the line of the titles.
std::string columns_text(const app::Import& import);
void read_columns(std::string_view text, app::Import& import);

std::string counts_text(const std::vector<app::ImportCount>& counts);
std::vector<app::ImportCount> counts_from_text(std::string_view text);

}  // namespace kassabro::store
