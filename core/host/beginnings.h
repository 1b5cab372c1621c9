// How runs begin: what they are fixed to is read, frozen and recorded before they enter the log. Owner's thread; what git has to be
// asked for is asked on a worker.
#pragma once

#include "core/base/file_system.h"
#include "core/host/fact.h"
#include "core/host/git.h"
#include "core/host/layout.h"
#include "core/host/mailbox.h"
#include "core/host/revision_files.h"
#include "core/host/workers.h"
#include "core/session/session.h"

#include <atomic>
#include <memory>
#include <string>

namespace penstock::host {

// Who asked, with which idempotency key, and who is to hear the answer. The answer comes once, after the commit.
struct Asker {
    std::string actor, key;
    session::Session::Reply reply;
};

class Beginnings final {
public:
    struct Parts {
        Layout layout;
        ArtifactStore& artifacts;
        const FileSystem& files;
        Workers& workers;
        Mailbox& mailbox;
        const session::View& view;
        FactSink tell;
    };

    explicit Beginnings(Parts parts);
    ~Beginnings(); // asks workers to stop

    // The workspace is trusted.
    void start(const session::StartRun& command, Asker asker);
    void resume(const engine::Run& ended, Asker asker);
    void reproduce(const engine::Run& ended, Asker asker);

    bool isEmpty() const { return m_underWay == 0; } // nothing is asked of git at present

private:
    void startAt(const session::StartRun& command, Asker asker);
    void freezeAndBegin(const session::StartRun& command, const FileSystem& files, const RevisionFiles* revision, Asker asker);
    void setMachine(int jobs);
    void recordCode(engine::RunCreated run, Asker asker); // then begins it
    void begin(engine::RunCreated run, Asker asker);

    Parts m_parts;
    git::Library m_library;
    int m_underWay = 0;
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
};

} // namespace penstock::host
