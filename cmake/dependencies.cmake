# Outside libraries, all from Debian. Why each of them: docs/architecture.md, "Libraries".

find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS system json url)
find_package(CURL REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(prometheus-cpp REQUIRED COMPONENTS core)
find_package(date REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(EXPAT REQUIRED)
find_package(GTest REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(icu REQUIRED IMPORTED_TARGET icu-uc)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(qrencode REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(libpq REQUIRED IMPORTED_TARGET libpq)
pkg_check_modules(seccomp REQUIRED IMPORTED_TARGET libseccomp)

# libphonenumber-dev conflicts with Boost 1.81's -dev packages, so script/build unpacks its headers into the build folder
# and links the runtime library that apt installed.
set(PHONENUMBER_ROOT ${CMAKE_SOURCE_DIR}/build/deps/phonenumber/usr)
if(NOT EXISTS ${PHONENUMBER_ROOT}/include/phonenumbers/phonenumberutil.h)
  message(FATAL_ERROR "The phone library's headers are missing below build/deps/phonenumber: run script/build once.")
endif()
add_library(phone_library INTERFACE)
target_include_directories(phone_library SYSTEM INTERFACE ${PHONENUMBER_ROOT}/include)

# The link in that folder points to the system's own library, which the loader finds by itself: no folder of this machine
# in the programs.
set(CMAKE_SKIP_RPATH ON)
find_library(PHONENUMBER_LIBRARY phonenumber PATHS ${PHONENUMBER_ROOT}/lib NO_DEFAULT_PATH REQUIRED)
find_library(PROTOBUF_LIBRARY protobuf REQUIRED)
target_link_libraries(phone_library INTERFACE ${PHONENUMBER_LIBRARY} ${PROTOBUF_LIBRARY})
