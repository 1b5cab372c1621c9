// Gives the events of the inbox to the pipelines that listen to them. What an event started and that it was handled are one
// commit, so a crash at any moment leaves it either handled or waiting for the next owner. Owner's thread only.
#pragma once

#include "core/base/artifact_store.h"
#include "core/base/file_system.h"
#include "core/host/fact.h"
#include "core/host/layout.h"
#include "core/host/mailbox.h"
#include "core/host/workers.h"
#include "core/pipeline/document.h"
#include "core/session/view.h"

#include <atomic>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace penstock::host {

class Inbox final {
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

    explicit Inbox(Parts parts);
    ~Inbox(); // asks workers to stop

    // Looks at what is open, with the pipelines as they are on disk now. Call it each turn, in a trusted workspace only.
    void handle(Duration now);
    bool isEmpty() const { return m_told.empty(); } // no event is on its way into the log
    // When to look again though nothing happens: the disk had no room for what a run is fixed to (monotonic).
    std::optional<Duration> nextLook() const { return m_again; }

private:
    struct Listener {
        std::string file;             // relative to the workspace
        pipeline::Pipeline pipeline;  // as far as it can be read
        std::optional<Error> problem; // it cannot be read at all
        std::string text;             // then: what might be in it
    };
    using Match = engine::HandleEvent::Match;

    std::vector<Listener> listeners() const;
    void recordCode(const engine::InboxEvent& event, std::vector<Match> matches); // then settles it
    void settle(EventId event, const std::string& actor, std::vector<Match> matches);
    Result<std::vector<Match>> matchesOf(const engine::InboxEvent& event, const std::vector<Listener>& listeners) const;
    Result<std::optional<Match>> matchOf(const engine::InboxEvent& event, const Listener& listener) const;

    Parts m_parts;
    std::set<EventId> m_told; // on their way into the log
    std::optional<Duration> m_again;
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
};

} // namespace penstock::host
