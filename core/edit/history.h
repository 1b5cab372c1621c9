#pragma once

#include "core/edit/edit.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace penstock::edit {

// A document with all that was done to it: undo gives back the very bytes, redo does it again. A value; not thread-safe.
// The oldest steps are forgotten: there are at most 1,000, and their texts take at most 256 MiB.
class History final {
public:
    explicit History(Document document);

    const Document& now() const { return m_now; }
    // Errors: those of apply(); then nothing happened. An edit that changes no byte is no step.
    Result<void> apply(const Edit& edit);
    // The same with a document that is made already: what came from elsewhere. Steps with the same gesture are one until the
    // gesture ends; an empty one is never continued.
    void put(Document next, Message name, const std::string& gesture = {});
    void endGesture() { m_openGesture.clear(); } // the next edit is a step of its own

    bool canUndo() const { return !m_done.empty(); }
    bool canRedo() const { return !m_undone.empty(); }
    void undo();
    void redo();
    std::optional<Message> undoName() const;
    std::optional<Message> redoName() const;

    // All steps, the oldest first, with those that were undone behind them; the first position() of them are done.
    std::vector<Message> names() const;
    std::size_t position() const { return m_done.size(); }
    void goTo(std::size_t position); // as many undos or redos as it takes; beyond the end: to the end

    bool isSaved() const { return m_saved && m_now.text() == *m_saved; } // the text; layouts are saved at once
    void markSaved() { m_saved = m_now.text(); }
    // What the file holds is this, whatever the document says; nothing: there is no file.
    void setSaved(std::optional<std::string> text) { m_saved = std::move(text); }

private:
    struct Step {
        Document other; // before, of a done one; after, of an undone one
        Message name;
    };

    static void move(std::vector<Step>& from, std::vector<Step>& to, Document& now);
    void forgetOldest();

    Document m_now;
    std::optional<std::string> m_saved;
    std::vector<Step> m_done, m_undone;
    std::string m_openGesture;
};

} // namespace penstock::edit
