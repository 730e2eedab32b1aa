#pragma once

#include <string>
#include <string_view>

#include "sheets/formats/package.hpp"

namespace kassabro::sheets::formats {

// The attributes of the element that has just begun.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
  // "" when it is not there.
  std::string_view get(std::string_view name) const;
  // Of an attribute with a namespace: get_local("id") finds r:id, whatever r is called, and not a plain id.
  std::string_view get_local(std::string_view name) const;
  bool is_true(std::string_view name) const { return get(name) == "1" || get(name) == "true"; }

 private:
  const char* const* pairs_;
};

// Told what an XML text holds, in its order. Names come without their namespace's prefix.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void on_start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void on_end(std::string_view name) = 0;
  virtual void on_text(std::string_view text) = 0;  // may come in several pieces
};

// Reads a part of the package as XML. Refuses what is not XML, and every document type declaration: no sheet has one, and
// entities are how a small text becomes an endless one or names other files.
void parse_xml(Package& package, const std::string& part, XmlHandler& handler);

}  // namespace kassabro::sheets::formats
