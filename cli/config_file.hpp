// The config file: lines `key = value`, where a key is an option's long name.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "cli/options.hpp"

namespace averment::cli {

using Setting = std::pair<std::string, std::string>;

/// $XDG_CONFIG_HOME/averment/config, else ~/.config/averment/config; empty where there is no home.
std::filesystem::path config_path(const Environment& environment);

/// $XDG_DATA_HOME/averment/default, else ~/.local/share/averment/default; empty where there is no home.
std::filesystem::path default_database(const Environment& environment);

/// Empty where there is no such file. A switch is written `key = true`. @throws InputError with file and line.
std::vector<Setting> read_config(const std::filesystem::path& path);

}  // namespace averment::cli
