// What happens to the file apart from the edits in this window: changes of others, and edits of a window that is gone.
#include "core/edit/merge.h"
#include "ui/designer/pipeline_editor.h"
#include "ui/models/qt_text.h"
#include "ui/models/time_text.h"

namespace penstock::designer {

using models::utf8;
using Kind = FileNotice::Kind;

namespace {

constexpr std::uint64_t largestFile = 16 << 20;
constexpr std::size_t largeText = 200'000; // bytes; bringing together more takes longer than a frame or two

} // namespace

void PipelineEditor::look()
{
    if (!isOpen())
        return;
    Q_EMIT editsWanted();
    auto text = m_files.read(utf8(path()), largestFile);
    if (text)
        return meet(std::move(*text), true);
    if (text.error().code != ErrorCode::notFound || !m_isThere)
        return;
    m_isThere = false;
    m_history->setSaved(std::nullopt);
    setNotice({Kind::deleted, {}, false});
    keepDraft();
    Q_EMIT textChanged();
}

// Everything that was read from the file ends here.
void PipelineEditor::meet(std::string theirs, bool canWait)
{
    const std::string& mine = document().text();
    if (theirs == *m_base || theirs == mine) { // as it was, or the same edit came from elsewhere
        const bool wasSaved = isSaved();
        if (theirs != *m_base || !m_isThere || m_notice.kind == Kind::conflict)
            rememberFile(std::move(theirs));
        if (m_notice.kind == Kind::conflict || m_notice.kind == Kind::deleted)
            setNotice({});
        keepDraft();
        if (wasSaved != isSaved())
            Q_EMIT textChanged();
        return;
    }
    if (mine == *m_base)
        return takeText(std::move(theirs), {"edit.outside", {}});
    if (!canWait || mine.size() + theirs.size() <= largeText) {
        const auto together = edit::merged(*m_base, mine, theirs);
        return bringTogether(theirs, together);
    }
    m_merging.start([this, base = m_base, now = document(), theirs = std::move(theirs)] {
        auto together = edit::merged(*base, now.text(), theirs);
        return [this, base, now, theirs, together = std::move(together)] {
            if (base == m_base && now == document())
                bringTogether(theirs, together);
            else
                look(); // the person went on meanwhile
        };
    });
}

void PipelineEditor::bringTogether(const std::string& theirs, const std::optional<std::string>& merged)
{
    if (merged) {
        FileNotice notice{Kind::merged, {}, true};
        if (m_notice.kind == Kind::recovered)
            notice = {Kind::recovered, m_notice.at, true};
        m_history->put(edit::Document(*merged, document().layoutText()), {"edit.merged", {}});
        rememberFile(theirs);
        setNotice(notice);
        return settle();
    }
    m_theirs = theirs;
    m_isThere = true;
    m_history->setSaved(theirs);
    setNotice({Kind::conflict, m_notice.kind == Kind::conflict ? m_notice.at : Instant{}, false});
    keepDraft();
    Q_EMIT textChanged();
}

// The text of the file becomes that of the document.
void PipelineEditor::takeText(std::string text, const Message& name)
{
    const auto layout = m_files.read(utf8(absolute(models::qt(format::layoutPathOf(utf8(m_file))))), largestFile);
    if (layout)
        m_layoutOnDisk = *layout;
    m_history->put(edit::Document(text, layout ? *layout : document().layoutText()), name);
    rememberFile(std::move(text));
    setNotice({});
    settle();
}

void PipelineEditor::keepMine()
{
    if (m_notice.kind != Kind::conflict)
        return;
    rememberFile(std::string(m_theirs));
    setNotice({});
    keepDraft();
    Q_EMIT textChanged();
}

void PipelineEditor::takeTheirs()
{
    if (m_notice.kind == Kind::conflict)
        takeText(std::string(m_theirs), {"edit.outside", {}});
}

void PipelineEditor::discardRecovered()
{
    if (m_notice.kind == Kind::recovered)
        takeText(std::string(*m_base), {"edit.draft_given_up", {}});
}

void PipelineEditor::closeNotice()
{
    if (m_notice.kind != Kind::conflict)
        setNotice({});
}

// Each draft becomes a step, so that none of several is lost; the newest is the text.
void PipelineEditor::recover()
{
    for (const edit::Draft& draft : m_drafts.adopt(m_file))
        recover(draft);
    m_history->endGesture();
    keepDraft();
}

void PipelineEditor::recover(const edit::Draft& draft)
{
    const std::string file = m_notice.kind == Kind::conflict ? m_theirs : *m_base;
    if (draft.text == file)
        return; // it was saved after all
    const Message name{"edit.draft", {{"time", utf8(models::TimeText::when(draft.at, m_clock->wall()))}}};
    const auto put = [&](const std::string& text) { m_history->put(edit::Document(text, document().layoutText()), name); };
    if (draft.base == file) {
        put(draft.text);
        rememberFile(file);
        return setNotice({Kind::recovered, draft.at, false});
    }
    if (const auto together = edit::merged(draft.base, draft.text, file)) {
        put(*together);
        rememberFile(file);
        return setNotice({Kind::recovered, draft.at, true});
    }
    put(draft.text);
    m_base = std::make_shared<const std::string>(draft.base);
    m_theirs = file;
    setNotice({Kind::conflict, draft.at, false});
}

} // namespace penstock::designer
