// What an owner tells of a run beside its events, for whoever watches: an input that is being read, an environment that
// is made, a disk that is full.
#pragma once

#include "app/cli/console.h"
#include "core/session/notice.h"

#include <map>
#include <string>
#include <utility>

namespace penstock::cli {

class LiveNotices final {
public:
    explicit LiveNotices(Console& console) : m_console(console) {}

    void tell(const session::Notice& notice); // passes over what it does not know
    void endOfTrouble() { m_trouble.clear(); }

private:
    void tellEnvironment(const session::EnvironmentProgress& progress);
    void tellProgress(const session::InputProgress& progress);
    void tellTrouble(const Error& why);

    Console& m_console;
    std::map<AttemptId, std::pair<std::string, int>> m_told; // file and how many quarters of it
    std::map<AttemptId, std::int64_t> m_installing;          // how many times ten seconds
    QString m_trouble;                                       // the sentence that was told last
};

} // namespace penstock::cli
