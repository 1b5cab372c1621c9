#include "ui/designer/nesting.h"

#include "core/edit/names.h"
#include "core/edit/nesting.h"
#include "core/messages/messages.h"
#include "ui/designer/drawn_edits.h"
#include "ui/models/qt_text.h"
#include "ui/tools/inline_editor.h"

namespace penstock::designer {

using models::qt;
using models::utf8;

namespace {

constexpr std::uint64_t largestFile = 16 << 20;

} // namespace

Nesting::Nesting(canvas::GraphView& view, PipelineEditor& editor, FileSystem& files, QString workspace, QObject* parent)
    : QObject(parent)
    , m_view(view)
    , m_editor(editor)
    , m_files(files)
    , m_workspace(std::move(workspace))
    , m_open(new QAction(tr("Open the sub-pipeline"), this))
    , m_openAlone(new QAction(tr("Open the file of the sub-pipeline by itself"), this))
    , m_collapse(new QAction(tr("Collapse to a sub-pipeline…"), this))
    , m_expand(new QAction(tr("Expand the sub-pipeline"), this))
{
    m_open->setShortcut(Qt::Key_Return);
    m_openAlone->setShortcut(Qt::CTRL | Qt::Key_Return);
    m_collapse->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_G);
    m_expand->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    for (QAction* action : all()) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        view.addAction(action);
    }
    connect(m_open, &QAction::triggered, this, [this] { Q_EMIT openWanted(qt(steps().front())); });
    connect(m_openAlone, &QAction::triggered, this, [this] { Q_EMIT fileWanted(openedFile()); });
    connect(m_collapse, &QAction::triggered, this, &Nesting::askName);
    connect(m_expand, &QAction::triggered, this, &Nesting::expand);
}

std::vector<std::string> Nesting::steps() const
{
    std::vector<std::string> steps;
    for (const QString& id : m_view.selection()) {
        if (!isFrame(id) && !isNote(id))
            steps.push_back(utf8(id));
    }
    return steps;
}

QString Nesting::openedFile() const
{
    const auto chosen = steps();
    const pipeline::Step* step = m_editor.isOpen() && chosen.size() == 1 ? m_editor.document().pipeline().step(chosen.front()) : nullptr;
    const auto* opens = step ? std::get_if<pipeline::SubPipeline>(&step->body) : nullptr;
    return opens ? qt(opens->file) : QString();
}

void Nesting::refresh()
{
    const bool editable = m_editor.isOpen() && m_editor.document().isEditable();
    for (QAction* action : {m_open, m_openAlone})
        action->setEnabled(!openedFile().isEmpty());
    m_collapse->setEnabled(editable && !steps().empty());
    m_expand->setEnabled(editable && !openedFile().isEmpty());
}

void Nesting::askName()
{
    const QRect over = m_view.viewRect(qt(steps().front()));
    auto* field = new tools::InlineEditor(QString(), tr("Name of the new pipeline"), over, &m_view);
    connect(field, &tools::InlineEditor::changed, this, &Nesting::collapse);
}

void Nesting::collapse(const QString& wished)
{
    const std::string name = edit::freeName(m_editor.document().pipeline(), utf8(wished));
    const std::string file = "pipelines/" + name + ".pipeline.yaml", path = utf8(m_workspace) + '/' + file;
    if (m_files.exists(path))
        return Q_EMIT problemMet(tr("There is a file %1 already: choose another name.").arg(qt(file)));
    const auto made = edit::collapse(m_editor.document(), steps(), name, file);
    if (!made)
        return Q_EMIT problemMet(messages::sentence(made.error()));
    if (const auto written = m_files.writeAtomically(path, made->inner); !written)
        return Q_EMIT problemMet(messages::sentence(written.error()));
    m_editor.apply(edit::Several{{"edit.collapse", {{"what", name}}}, {edit::ReplaceText{made->outer.text()}}});
    m_view.select({qt(name)});
    Q_EMIT fileMade(qt(file));
}

void Nesting::expand()
{
    const QString file = openedFile();
    const std::string step = steps().front();
    const auto inner = m_files.read(utf8(m_workspace) + '/' + utf8(file), largestFile);
    if (!inner)
        return Q_EMIT problemMet(messages::sentence(inner.error()));
    const auto expanded = edit::expand(m_editor.document(), step, *inner);
    if (!expanded)
        return Q_EMIT problemMet(messages::sentence(expanded.error()));
    m_editor.apply(edit::Several{{"edit.expand", {{"what", step}}}, {edit::ReplaceText{expanded->text()}}});
}

} // namespace penstock::designer
