// The program averment: picks the command, and turns errors into messages and exit codes.
#include <fmt/format.h>

#include <cerrno>
#include <filesystem>
#include <iostream>
#include <new>

#include "averment/error.hpp"
#include "cli/command.hpp"
#include "cli/display_text.hpp"
#include "cli/help_text.hpp"
#include "cli/last_words.hpp"
#include "cli/signals.hpp"
#include "cli/terminal.hpp"

namespace {

using namespace averment;
using namespace averment::cli;

struct Invocation {
  std::string command;
  std::vector<std::string> arguments;
};

/// `averment-indexer` and `averment-searcher` are links that mean a command; else the first argument names it.
Invocation read_invocation(int argc, char** argv) {
  std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
  const std::string program = argc > 0 ? std::filesystem::path(argv[0]).filename().string() : "";
  if (program == "averment-indexer") return {"index", arguments};
  if (program == "averment-searcher") return {"search", arguments};
  if (arguments.empty()) return {};
  return {arguments.front(), {arguments.begin() + 1, arguments.end()}};
}

void complain(std::string_view what) { std::cerr << "averment: " << without_controls(what) << '\n'; }

/// The query, and a caret under what cannot be understood.
void show_position(const std::string& query, std::size_t position) {
  const std::string before = one_line(query.substr(0, position) + "|");
  std::cerr << "  " << one_line(query) << "\n  " << std::string(display_width(before) - 1, ' ') << "^\n";
}

int exit_of(const IndexError& error) {
  return error.reason() == IndexError::Reason::failed ? exit_failed : exit_no_index;
}

int run(const Command& command, const std::vector<std::string>& arguments) {
  Options options;
  try {
    options = parse_options(command, arguments, process_environment());
    if (options.help) {
      std::cout << help_of(command);
      return exit_done;
    }
    if (takes(command, "timeout")) end_after(options.timeout);
    const int status = command.run(options);
    std::cout.flush();
    return status;
  } catch (const UsageError& error) {
    complain(error.what());
    std::cerr << "averment: 'averment help " << command.name << "' says what there is\n";
    return exit_failed;
  } catch (const QueryError& error) {
    complain(error.what());
    show_position(options.query, error.position());
    return exit_failed;
  } catch (const IndexError& error) {
    complain(error.what());
    return exit_of(error);
  } catch (const Error& error) {
    complain(error.what());
    return exit_failed;
  }
}

/// Whoever reads our output may stop when it has enough.
int output_failed() {
  const int reason = errno;
  std::cout.exceptions(std::ios::goodbit);  // Standard error flushes standard output first.
  if (reason == EPIPE) return exit_done;
  complain(fmt::format("cannot write to standard output: {}", std::strerror(reason)));
  return exit_failed;
}

int run_invocation(const Invocation& invocation) {
  const std::string& name = invocation.command;
  if (name.empty() || name == "--help" || name == "-h") {
    (name.empty() ? std::cerr : std::cout) << help_of_program() << std::flush;
    return name.empty() ? exit_failed : exit_done;
  }
  if (name == "--version") {
    std::cout << "averment " AVERMENT_VERSION "\n" << std::flush;
    return exit_done;
  }
  if (const Command* command = find_command(name)) return run(*command, invocation.arguments);
  complain(fmt::format("there is no command '{}'; 'averment help' lists them", name));
  return exit_failed;
}

int run_guarded(const Invocation& invocation) {
  try {
    return run_invocation(invocation);
  } catch (const std::ios_base::failure&) {
    return output_failed();
  } catch (const std::bad_alloc&) {
    end_for_lack_of_memory();
  } catch (const std::exception& error) {
    complain(fmt::format("stopped: {}", error.what()));
    return exit_failed;
  }
}

}  // namespace

int main(int argc, char** argv) {
  ignore_write_signals();
  have_last_words();
  std::ios::sync_with_stdio(false);
  std::cout.exceptions(std::ios::badbit | std::ios::failbit);
  const int status = run_guarded(read_invocation(argc, argv));
  std::cout.exceptions(std::ios::goodbit);  // What is flushed at exit must not throw any more.
  return status;
}
