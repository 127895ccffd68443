#!/bin/sh
# run.sh BUILD WORK CXX: installs the build into WORK and uses it as an embedder would: by find_package and by
# pkg-config, the static library and the shared one. Each public header must compile alone, without our dependencies.
set -eu
build=$1
work=$2
compiler=$3
here=$(cd "$(dirname "$0")" && pwd)

rm -rf "$work"
mkdir -p "$work/embedder"
work=$(cd "$work" && pwd)
cmake --install "$build" --prefix "$work/installed" >"$work/install.log"
# pkg-config's file names the prefix it was configured for.
pc=$(find "$work/installed" -name averment.pc)
libdir=$(dirname "$(dirname "$pc")")
pkg_config() { PKG_CONFIG_PATH=$libdir/pkgconfig pkg-config --define-variable=prefix="$work/installed" "$@"; }

expect_same() {
  if ! diff -u "$here/expected.txt" "$1" >&2; then
    echo "$2: printed something else" >&2
    exit 1
  fi
}

run_embedder() {
  rm -rf "$work/index"
  "$@" "$work/index" >"$work/printed.txt"
  expect_same "$work/printed.txt" "$*"
}

echo "headers compile alone and include nothing but the standard library and each other"
(cd "$work/installed/include/averment" && for header in *.hpp; do
  if grep -H '^#include' "$header" | grep -v '#include <[a-z_]*>$' | grep -v '#include "averment/[a-z_]*.hpp"$'; then
    echo "$header includes a header of a dependency" >&2
    exit 1
  fi
  printf '#include "averment/%s"\n' "$header" | "$compiler" -std=c++20 -Wall -Wextra -Werror -fsyntax-only -xc++ - -I"$work/installed/include"
done)

echo "find_package"
cp "$here/embedder.cpp" "$work/embedder/embedder.cpp"
cp "$here/embedder.cmake" "$work/embedder/CMakeLists.txt"
cmake -S "$work/embedder" -B "$work/embedder/build" -G Ninja -DCMAKE_PREFIX_PATH="$work/installed" \
  -DCMAKE_CXX_COMPILER="$compiler" >"$work/configure.log"
cmake --build "$work/embedder/build" >"$work/build.log"
run_embedder "$work/embedder/build/with-static"
run_embedder "$work/embedder/build/with-shared"

echo "pkg-config"
# shellcheck disable=SC2046 # The words are separate arguments.
"$compiler" -std=c++20 "$here/embedder.cpp" -o "$work/with-pkg-config" $(pkg_config --cflags --libs averment)
run_embedder env LD_LIBRARY_PATH="$libdir" "$work/with-pkg-config"
mkdir "$work/static-only"
ln -s "$libdir/libaverment.a" "$work/static-only/"
# shellcheck disable=SC2046
"$compiler" -std=c++20 "$here/embedder.cpp" -o "$work/with-static-pkg-config" $(pkg_config --cflags averment) \
  $(pkg_config --define-variable=libdir="$work/static-only" --static --libs averment)
run_embedder "$work/with-static-pkg-config"

echo "the program and its links"
for program in averment averment-indexer averment-searcher; do
  "$work/installed/bin/$program" --help >"$work/help.txt"
  grep -q '^usage: averment' "$work/help.txt"
done
