#pragma once

#include "core/edit/edit.h"

#include <optional>
#include <string>
#include <vector>

namespace penstock::edit {

// A document with all that was done to it: undo gives back the very bytes, redo does it again. A value; not thread-safe.
class History final {
public:
    explicit History(Document document);

    const Document& now() const { return m_now; }
    // Errors: those of apply(); then nothing happened. An edit that changes no byte is no step.
    Result<void> apply(const Edit& edit);
    void endGesture() { m_openGesture.clear(); } // the next edit is a step of its own

    bool canUndo() const { return !m_done.empty(); }
    bool canRedo() const { return !m_undone.empty(); }
    void undo();
    void redo();
    std::optional<Message> undoName() const;
    std::optional<Message> redoName() const;

    bool isSaved() const { return m_now.text() == m_saved; } // the text; layouts are saved at once
    void markSaved() { m_saved = m_now.text(); }

private:
    struct Step {
        Document other; // before, of a done one; after, of an undone one
        Message name;
    };

    Document m_now;
    std::string m_saved;
    std::vector<Step> m_done, m_undone;
    std::string m_openGesture;
};

} // namespace penstock::edit
