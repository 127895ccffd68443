// The config file: lines `key = value`, where a key is an option's long name.
#include "cli/config_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>

namespace averment::cli {
namespace {

/// The XDG base directory specification: a relative path in such a variable is to be ignored.
std::filesystem::path base_directory(const Environment& environment, const char* variable, const char* below_home) {
  if (const char* stated = environment(variable); stated && *stated == '/') return stated;
  if (const char* home = environment("HOME"); home && *home) return std::filesystem::path(home) / below_home;
  return {};
}

std::string_view trimmed(std::string_view text) {
  const std::string_view blanks = " \t\r";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool is_option(std::string_view name) {
  for (const OptionRow& row : all_options())
    if (row.name == name) return true;
  return false;
}

Setting parse_line(std::string_view line, const std::filesystem::path& path, unsigned number) {
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos)
    throw InputError(fmt::format("{}:{}: '{}' is no line of the form key = value", path.string(), number, line));
  Setting setting{trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1))};
  if (!is_option(setting.first))
    throw InputError(fmt::format("{}:{}: there is no option '{}'; keys are the long names of options without dashes",
                                 path.string(), number, setting.first));
  return setting;
}

}  // namespace

std::filesystem::path config_path(const Environment& environment) {
  const std::filesystem::path base = base_directory(environment, "XDG_CONFIG_HOME", ".config");
  return base.empty() ? base : base / "averment" / "config";
}

std::filesystem::path default_database(const Environment& environment) {
  const std::filesystem::path base = base_directory(environment, "XDG_DATA_HOME", ".local/share");
  return base.empty() ? base : base / "averment" / "default";
}

std::vector<Setting> read_config(const std::filesystem::path& path) {
  std::vector<Setting> settings;
  std::error_code ignored;
  if (path.empty() || !std::filesystem::exists(path, ignored)) return settings;
  std::ifstream file(path);
  if (!file) throw InputError(fmt::format("cannot read the config file {}: {}", path.string(), std::strerror(errno)));
  std::string line;
  for (unsigned number = 1; std::getline(file, line); ++number) {
    const std::string_view content = trimmed(line);
    if (!content.empty() && content.front() != '#') settings.push_back(parse_line(content, path, number));
  }
  return settings;
}

}  // namespace averment::cli
