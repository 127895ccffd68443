// Where output goes: its width, whether it is coloured, and the codes for that.
#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cctype>
#include <charconv>
#include <cstdlib>
#include <cstring>

namespace averment::cli {
namespace {

constexpr std::size_t width_of_a_pipe = 110;
constexpr std::size_t least_width = 40;

std::string_view stated(const Environment& environment, const char* name) {
  const char* value = environment(name);
  return value ? value : "";
}

}  // namespace

std::string Style::wrap(std::string_view code, std::string_view text) const {
  return colored_ ? fmt::format("\033[{}m{}\033[0m", code, text) : std::string(text);
}

std::string Style::star(std::string_view text) const { return colored_ ? bold(text) : fmt::format("*{}*", text); }

bool use_color(Coloring coloring, const Environment& environment, bool is_terminal) {
  if (coloring != Coloring::automatic) return coloring == Coloring::always;
  if (!stated(environment, "NO_COLOR").empty()) return false;
  const std::string_view force = stated(environment, "CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return true;
  return is_terminal && stated(environment, "TERM") != "dumb";
}

std::size_t output_width(const Environment& environment) {
  const std::string_view columns = stated(environment, "COLUMNS");
  std::size_t width = 0;
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  winsize size{};
  if (width == 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  return width == 0 ? width_of_a_pipe : std::max(width, least_width);
}

bool is_utf8(const Environment& environment) {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    std::string locale(stated(environment, name));
    if (locale.empty()) continue;
    for (char& c : locale) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
  }
  return false;
}

bool stdout_is_terminal() { return isatty(STDOUT_FILENO) == 1; }
bool stderr_is_terminal() { return isatty(STDERR_FILENO) == 1; }

Environment process_environment() {
  return [](const char* name) -> const char* { return std::getenv(name); };
}

Style output_style(const Options& options) {
  return Style(use_color(options.color, process_environment(), stdout_is_terminal()));
}

}  // namespace averment::cli
