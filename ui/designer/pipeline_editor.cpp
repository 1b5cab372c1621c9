#include "ui/designer/pipeline_editor.h"

#include "core/edit/touched.h"
#include "core/messages/messages.h"
#include "ui/models/qt_text.h"

namespace penstock::designer {

using models::qt;
using models::utf8;

namespace {

constexpr std::uint64_t largestFile = 16 << 20;
constexpr std::size_t largeText = 200'000; // bytes; to read and check more takes longer than a frame or two
constexpr int unfinishedEvery = 800;       // ms: what is typed is looked at, also while the person goes on

} // namespace

PipelineEditor::PipelineEditor(QString workspace, FileSystem& files, const DraftPlace& drafts, QObject* parent)
    : QObject(parent)
    , m_workspace(std::move(workspace))
    , m_files(files)
    , m_drafts(drafts, files)
    , m_base(std::make_shared<const std::string>())
    , m_clock(drafts.clock)
{
    connect(&m_drafts, &DraftKeeper::failed, this, &PipelineEditor::troubleMet);
    m_pause.setSingleShot(true);
    m_pause.setInterval(unfinishedEvery);
    connect(&m_pause, &QTimer::timeout, this, &PipelineEditor::keepUnfinished);
}

PipelineEditor::~PipelineEditor() = default;

QString PipelineEditor::open(const QString& file)
{
    auto text = m_files.read(utf8(absolute(file)), largestFile);
    if (!text)
        return messages::sentence(text.error());
    Q_EMIT editsWanted(); // of the file that is open still
    const auto layout = m_files.read(utf8(absolute(qt(format::layoutPathOf(utf8(file))))), largestFile);
    m_merging.forget();
    setUnfinished({});
    m_file = file;
    m_layoutOnDisk = layout ? *layout : std::string();
    m_lastGood = edit::Document(std::string(), std::string());
    m_opened = std::make_shared<const OpenedPipelines>();
    m_isBroken = false;
    m_issues.clear();
    m_history.emplace(edit::Document(*text, m_layoutOnDisk));
    rememberFile(std::move(*text));
    setNotice({});
    recover();
    settle();
    return {};
}

QString PipelineEditor::apply(const edit::Edit& edit)
{
    Q_EMIT editsWanted();
    if (const auto applied = m_history->apply(edit); !applied)
        return messages::sentence(applied.error());
    settle();
    return {};
}

QString PipelineEditor::save()
{
    Q_EMIT editsWanted();
    const auto theirs = m_files.read(utf8(path()), largestFile);
    if (!theirs && theirs.error().code != ErrorCode::notFound)
        return messages::sentence(theirs.error()); // who knows what would be written over
    if (theirs)
        meet(*theirs, false);
    else
        m_history->setSaved(std::nullopt);
    if (isSaved())
        return {};
    if (m_notice.kind == FileNotice::Kind::conflict)
        return tr("%1 was changed by another program, and the two changes do not fit together. Decide above the canvas which of them is kept.").arg(m_file);
    const std::string& text = document().text();
    if (const auto written = m_files.writeAtomically(utf8(path()), text); !written)
        return messages::sentence(written.error());
    rememberFile(text);
    setNotice({});
    keepDraft();
    Q_EMIT textChanged();
    if (!isReading())
        Q_EMIT changed();
    return {};
}

void PipelineEditor::undo()
{
    travel([this] { m_history->undo(); });
}

void PipelineEditor::redo()
{
    travel([this] { m_history->redo(); });
}

void PipelineEditor::goTo(std::size_t position)
{
    travel([this, position] { m_history->goTo(position); });
}

void PipelineEditor::travel(const std::function<void()>& move)
{
    Q_EMIT editsWanted();
    const edit::Document before = document();
    move();
    settle();
    if (document().text().size() > largeText || document() == before) // of a large text, finding out would make the window wait
        return;
    QStringList steps;
    for (const std::string& step : edit::touched(before, document()))
        steps.append(qt(step));
    Q_EMIT travelled(steps);
}

void PipelineEditor::endGesture()
{
    if (m_history)
        m_history->endGesture();
}

void PipelineEditor::leave()
{
    Q_EMIT editsWanted();
    setUnfinished({}); // what could not be taken over was said to be wrong
    m_drafts.leave();
}

PipelineEditor::Meaning PipelineEditor::meaningOf(const edit::Document& document, const FileSystem& files, const std::string& workspace, const std::string& file)
{
    const format::ReadPipeline& read = document.read();
    Meaning meaning{read.issues, document.isEditable()};
    if (meaning.isGood) {
        meaning.opened = std::make_shared<const OpenedPipelines>(files, workspace, file, read.pipeline);
        meaning.issues = check::merged(std::move(meaning.issues), check::check(read.pipeline, read.places, document.text()));
        meaning.issues = check::merged(std::move(meaning.issues), meaning.opened->issues(read, document.text()));
    }
    return meaning;
}

void PipelineEditor::settle()
{
    if (m_notice.kind == FileNotice::Kind::conflict && document().text() == m_theirs) { // by undo, say
        rememberFile(m_theirs);
        setNotice({});
    }
    saveLayout();
    keepDraft();
    const edit::Document now = document();
    if (now.text().size() <= largeText) {
        m_reading.forget();
        Q_EMIT textChanged();
        return take(meaningOf(now, m_files, utf8(m_workspace), utf8(m_file)), now);
    }
    m_reading.start([this, now, &files = std::as_const(m_files), workspace = utf8(m_workspace), file = utf8(m_file)] {
        return [this, now, meaning = meaningOf(now, files, workspace, file)] { take(meaning, now); };
    });
    Q_EMIT textChanged();
}

void PipelineEditor::take(Meaning meaning, const edit::Document& document)
{
    m_issues = std::move(meaning.issues);
    m_isBroken = !meaning.isGood;
    if (meaning.isGood) {
        m_lastGood = document;
        m_opened = std::move(meaning.opened);
    }
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

void PipelineEditor::keepDraft()
{
    m_writing.forget();
    if (isSaved())
        m_drafts.settled(m_file);
    else
        m_drafts.edited(m_file, m_base, document());
    if (!m_unfinished.empty())
        m_pause.start();
}

void PipelineEditor::setUnfinished(std::vector<edit::Edit> edits)
{
    const bool wasAny = !m_unfinished.empty();
    m_unfinished = std::move(edits);
    if (!m_unfinished.empty() && !m_pause.isActive())
        m_pause.start();
    if (m_unfinished.empty() && wasAny && isOpen()) {
        m_pause.stop();
        keepDraft();
    }
}

void PipelineEditor::keepUnfinished()
{
    if (!isOpen() || m_unfinished.empty())
        return;
    const auto applied = [now = document(), edits = m_unfinished] { return edit::apply(now, edit::Several{{}, edits}); };
    const auto keep = [this, before = document()](const Result<edit::Document>& then) {
        if (!then || before != document())
            return;
        if (then->text() == before.text())
            return setUnfinished({}); // it was taken back
        m_drafts.edited(m_file, m_base, *then);
    };
    if (document().text().size() <= largeText)
        return keep(applied());
    m_writing.start([applied, keep] { return [then = applied(), keep] { keep(then); }; });
}

void PipelineEditor::rememberFile(std::string text)
{
    m_base = std::make_shared<const std::string>(std::move(text));
    m_isThere = true;
    m_history->setSaved(*m_base);
}

void PipelineEditor::setNotice(const FileNotice& notice)
{
    if (notice == m_notice)
        return;
    m_notice = notice;
    if (notice.kind != FileNotice::Kind::conflict)
        m_theirs.clear();
    Q_EMIT noticeChanged();
}

} // namespace penstock::designer
