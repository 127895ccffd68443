# The steps that ./demo, ./check and bench/ share: packages, configuration, build. Sourced from the repository's root.

logs=build/logs
package_lists=packages.txt
export CCACHE_SLOPPINESS=pch_defines,time_macros
CCACHE_BASEDIR=$(pwd -P)  # Clones share what was compiled.
export CCACHE_BASEDIR
export DEBIAN_FRONTEND=noninteractive

# One run at a time; the next one waits, then finds the work done.
begin() {
  mkdir -p "$logs"
  exec 9>build/.lock
  if command -v flock >/dev/null 2>&1 && ! flock -n 9; then
    echo "waiting for another run to finish" >&2
    flock 9
  fi
}

# The lock must not outlive the build: tests may want it.
end() { exec 9>&-; }

# step NAME COMMAND...: runs with its output in the log; on failure names the step and shows the log's end.
step() {
  name=$1
  shift
  "$@" >"$logs/$name.log" 2>&1 9>&- && return 0
  status=$?
  {
    echo "the step \"$name\" failed (exit $status): $*"
    echo "the end of $logs/$name.log:"
    tail -n 40 "$logs/$name.log" | sed 's/^/  /'
  } >&2
  exit "$status"
}

missing_packages() {
  # shellcheck disable=SC2086 # Several files.
  for package in $(sed 's/#.*//' $package_lists); do
    case $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) in
      installed) ;;
      *) echo "$package" ;;
    esac
  done
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo DEBIAN_FRONTEND=noninteractive "$@"
  else
    echo "this needs root, and there is no sudo: $*"
    return 1
  fi
}

install_packages() {
  if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "this is no Debian system: what $package_lists lists must be there already" >&2
    return 0
  fi
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  {
    echo "Debian packages to install:"
    for package in $missing; do echo "  $package"; done
  } >&2
  if [ "$(id -u)" -ne 0 ] && command -v sudo >/dev/null 2>&1; then
    sudo -n true 2>/dev/null || sudo -v || exit 1
  fi
  step apt-update as_root apt-get -q update
  # shellcheck disable=SC2086 # The names are separate arguments.
  step apt-install as_root apt-get -q -y --no-install-recommends install $missing
}

# configure [OPTION]...: of CMake.
configure() {
  cache=build/release/CMakeCache.txt
  # A tree that was moved or copied cannot go on with paths of its old place.
  if [ -f "$cache" ] && ! grep -q "^CMAKE_HOME_DIRECTORY:INTERNAL=$(pwd -P)\$" "$cache"; then rm -rf build/release; fi
  if command -v ccache >/dev/null 2>&1; then
    step configure cmake --preset release -DCMAKE_CXX_COMPILER_LAUNCHER=ccache "$@"
  else
    step configure cmake --preset release "$@"
  fi
}

# build TARGET: everything it needs, in build/release.
build() { step "build-$1" cmake --build build/release --target "$1"; }
