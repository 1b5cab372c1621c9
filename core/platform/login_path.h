#pragma once

#include "core/base/clock.h"
#include "core/base/file_system.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <optional>
#include <string>

namespace penstock::platform {

struct LoginShell {
    std::string user;
    std::string home;
    std::string program; // "/bin/bash"

    static LoginShell ofThisUser(); // from the password database
};

// The PATH that a login shell of this user has, the same whether a desktop, a terminal or a timer started this process.
//
// Asking costs what the user's profile costs, seconds where it hangs, and an owner that is started for one command
// would pay that each time. So the answer is remembered, and that there was none as well, until the shell or one of
// its start files changes, at most an hour: start files read others, whose changes do not show.
class LoginPath final {
public:
    // Remembered in `stateHome`/penstock/login-path; where that cannot be written it is asked for each time.
    LoginPath(LoginShell shell, std::string stateHome, FileSystem& files, const Clock& clock);

    // Remembered, or asked for. Nothing when the shell fails or takes longer than `patience`.
    std::optional<std::string> find(Duration patience = Duration(3000)) const;
    // Always asked for, and remembered for the others.
    std::optional<std::string> ask(Duration patience = Duration(3000)) const;

    const LoginShell& shell() const { return m_shell; }

private:
    struct Answer {
        std::optional<std::string> path;
    };
    std::string key() const; // changes with the shell and with each of its start files
    std::optional<Answer> recall(const std::string& key) const;
    void remember(const std::string& key, const std::optional<std::string>& path) const;

    LoginShell m_shell;
    std::string m_folder;
    FileSystem& m_files;
    const Clock& m_clock;
};

} // namespace penstock::platform
