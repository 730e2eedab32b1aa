# Built web pages become part of a program: kassabro_bundle(kassabro_admin_pages FOLDER build/web/admin NAMESPACE
# kassabro::admin_pages HEADER admin_pages/bundle.hpp) adds the generated source of `bundle_files()` to the target, a row a file:
# path, bytes, and a tag of its content. Without built pages the list is empty.
function(kassabro_bundle target)
  cmake_parse_arguments(ARG "" "FOLDER;NAMESPACE;HEADER" "" ${ARGN})
  set(bundle ${CMAKE_SOURCE_DIR}/${ARG_FOLDER})
  file(GLOB_RECURSE bundle_files CONFIGURE_DEPENDS ${bundle}/*)
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/bundle.cpp)
  set(arrays "")
  set(rows "")
  set(index 0)
  foreach(file ${bundle_files})
    file(RELATIVE_PATH path ${bundle} ${file})
    file(SHA256 ${file} hash)
    string(SUBSTRING ${hash} 0 32 tag)
    string(APPEND arrays "// ${hash}\nconstexpr unsigned char file_${index}[] = {\n#embed \"${ARG_FOLDER}/${path}\" if_empty(0)\n};\n")
    string(APPEND rows
           "    {\"/${path}\", std::string_view(reinterpret_cast<const char*>(file_${index}), sizeof file_${index}), \"\\\"${tag}\\\"\"},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${bundle_files})
  file(CONFIGURE OUTPUT ${generated} @ONLY CONTENT [[
#include "@ARG_HEADER@"

namespace @ARG_NAMESPACE@ {
namespace {
@arrays@}  // namespace

const std::vector<BundleFile>& bundle_files() {
  static const std::vector<BundleFile> files{
@rows@  };
  return files;
}

}  // namespace @ARG_NAMESPACE@
]])
  target_sources(${target} PRIVATE ${generated})
  # Debug info holds a digest of the generated source, which therefore names no folder of this machine.
  set_source_files_properties(${generated} PROPERTIES COMPILE_OPTIONS "-Wno-c23-extensions;--embed-dir=${CMAKE_SOURCE_DIR}")
  # ccache does not see what #embed reads, and would hand out yesterday's pages.
  set_target_properties(${target} PROPERTIES CXX_COMPILER_LAUNCHER "")
endfunction()
