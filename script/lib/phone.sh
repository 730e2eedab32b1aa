# shellcheck shell=bash
# libphonenumber's headers. Its -dev package depends on Boost 1.74's packages, which conflict with Boost 1.81's; so it is not
# installed but unpacked into the build folder, and linked with the runtime library that apt did install.

need_phone_headers() {
  local dir=$build/deps/phonenumber library
  library=$(dpkg -L libphonenumber8 | grep -m1 '/libphonenumber\.so\.8$') || die "libphonenumber8 is not installed"
  if [[ -e $dir/usr/include/phonenumbers/phonenumberutil.h && $dir/usr/lib/libphonenumber.so -ef $library ]]; then return; fi
  say "unpacking (once): headers of libphonenumber"
  mkdir -p "$build/deps/download"
  (
    cd "$build/deps/download"
    rm -f libphonenumber-dev_*.deb
    # Downloading as apt's own user fails in a folder that only we may read.
    with_package_lists "$build/log/phone.log" apt-get -o APT::Sandbox::User="$(id -un)" download libphonenumber-dev ||
      die "could not download libphonenumber-dev"
    rm -rf "$dir"
    dpkg -x libphonenumber-dev_*.deb "$dir"
  )
  # The package's own link points to a file beside it that is not there.
  rm -rf "$dir/usr/lib"
  mkdir -p "$dir/usr/lib"
  ln -s "$library" "$dir/usr/lib/libphonenumber.so"
}
