#include "ui/designer/pipeline_editor.h"

#include "core/messages/messages.h"
#include "ui/designer/opened_pipelines.h"
#include "ui/models/qt_text.h"

namespace penstock::designer {

using models::qt;
using models::utf8;

namespace {

constexpr std::uint64_t largestFile = 16 << 20;

} // namespace

PipelineEditor::PipelineEditor(QString workspace, FileSystem& files, QObject* parent)
    : QObject(parent)
    , m_workspace(std::move(workspace))
    , m_files(files)
{}

QString PipelineEditor::open(const QString& file)
{
    auto text = m_files.read(utf8(absolute(file)), largestFile);
    if (!text)
        return messages::sentence(text.error());
    const auto layout = m_files.read(utf8(absolute(qt(format::layoutPathOf(utf8(file))))), largestFile);
    m_file = file;
    m_onDisk = *text;
    m_layoutOnDisk = layout ? *layout : std::string();
    m_lastGood = {};
    m_history.emplace(edit::Document(std::move(*text), m_layoutOnDisk));
    settle();
    return {};
}

QString PipelineEditor::apply(const edit::Edit& edit)
{
    if (const auto applied = m_history->apply(edit); !applied)
        return messages::sentence(applied.error());
    settle();
    return {};
}

QString PipelineEditor::save()
{
    if (isSaved())
        return {};
    if (look() == Outside::conflict)
        return tr("%1 was changed by another program. Reload it, or undo the change there, before saving.").arg(m_file);
    const std::string& text = document().text();
    if (const auto written = m_files.writeAtomically(utf8(absolute(m_file)), text); !written)
        return messages::sentence(written.error());
    m_onDisk = text;
    m_history->markSaved();
    Q_EMIT changed();
    return {};
}

void PipelineEditor::undo()
{
    m_history->undo();
    settle();
}

void PipelineEditor::redo()
{
    m_history->redo();
    settle();
}

void PipelineEditor::endGesture()
{
    if (m_history)
        m_history->endGesture();
}

PipelineEditor::Outside PipelineEditor::look()
{
    if (!isOpen())
        return Outside::same;
    const auto text = m_files.read(utf8(absolute(m_file)), largestFile);
    if (!text || *text == m_onDisk)
        return Outside::same;
    if (*text == document().text()) { // the same edit came from elsewhere
        m_onDisk = *text;
        m_history->markSaved();
        return Outside::same;
    }
    if (!isSaved())
        return Outside::conflict;
    return takeOutside().isEmpty() ? Outside::taken : Outside::same;
}

QString PipelineEditor::takeOutside() { return open(QString(m_file)); }

void PipelineEditor::settle()
{
    const edit::Document& now = document();
    m_issues = now.read().issues;
    if (now.isEditable()) {
        m_issues = check::merged(m_issues, check::check(now.pipeline(), now.read().places, now.text()));
        m_issues = check::merged(m_issues, openedIssues(m_files, utf8(m_workspace), utf8(m_file), now.read(), now.text()));
        m_lastGood = now.pipeline();
    }
    saveLayout();
    Q_EMIT changed();
}

// Where nodes stand is kept at once: losing it loses nothing, and asking about it would be a bother.
void PipelineEditor::saveLayout()
{
    const std::string& layout = document().layoutText();
    if (layout == m_layoutOnDisk)
        return;
    if (m_files.writeAtomically(utf8(absolute(qt(format::layoutPathOf(utf8(m_file))))), layout))
        m_layoutOnDisk = layout;
}

} // namespace penstock::designer
