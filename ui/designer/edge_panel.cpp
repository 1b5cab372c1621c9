#include "ui/designer/edge_panel.h"

#include "ui/common/button.h"
#include "ui/common/label.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"
#include "ui/models/size_text.h"
#include "ui/models/state_words.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;
using Kind = PassedThing::Kind;
using models::qt;

namespace {

constexpr int factsWidth = 360;

QString lines(const Json& value)
{
    return value.is_string() ? qt(value.get<std::string>()) : qt(value.dump(2, ' ', false, Json::error_handler_t::replace));
}

} // namespace

EdgePanel::EdgePanel(const models::WorkspaceModel& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_title(new common::Label({}, theme::Type::name))
    , m_explanation(common::secondary({}))
    , m_facts(new common::Label)
    , m_note(common::secondary({}))
    , m_open(common::button(tr("Open the folder")))
    , m_text(new QPlainTextEdit)
    , m_picture(new QLabel)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_title->setFit(common::Label::Fit::elide);
    m_explanation->setFit(common::Label::Fit::wrap);
    m_facts->setFit(common::Label::Fit::wrap);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts->setAccessibleName(tr("What went through the edge"));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(theme::Theme::font(theme::Type::mono));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Beginning of what went through the edge"));
    m_picture->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* left = new QWidget;
    left->setFixedWidth(factsWidth);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_explanation), static_cast<QWidget*>(m_facts), static_cast<QWidget*>(m_open)})
        column->addWidget(widget, 0, widget == m_open ? Qt::AlignLeft : Qt::Alignment());
    column->addStretch(1);
    auto* right = new QVBoxLayout;
    right->addWidget(m_note);
    right->addWidget(m_picture, 1);
    right->addWidget(m_text, 1);
    right->addStretch(0);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(16);
    row->addWidget(left);
    row->addLayout(right, 1);
    connect(m_open, &QPushButton::clicked, this, &EdgePanel::openFolder);
    show(std::nullopt, {});
}

void EdgePanel::show(const std::optional<canvas::Edge>& edge, const ShownRun& run)
{
    PassedThing thing = edge ? passedThrough(*edge, m_workspace.view().workspace, run) : PassedThing{};
    const QString name = run.name();
    if (edge == m_edge && thing == m_thing && name == m_run && !m_title->text().isEmpty())
        return;
    m_edge = edge;
    m_thing = std::move(thing);
    m_run = name;
    m_reading.forget();
    m_text->clear();
    m_picture->clear();
    for (QWidget* widget : {static_cast<QWidget*>(m_text), static_cast<QWidget*>(m_picture), static_cast<QWidget*>(m_note)})
        widget->hide();
    m_title->setText(edge ? tr("%1 → %2", "an edge: from, to").arg(edge->from, edge->to) : tr("No edge is chosen"));
    m_explanation->setText(edge ? explanation() : tr("Choose an edge on the canvas to see what went through it in the last run."));
    m_facts->setText(facts());
    m_facts->setVisible(!m_facts->text().isEmpty());
    m_open->setVisible(m_thing.kind == Kind::artifact);
    if (m_thing.kind == Kind::artifact)
        readPreview();
    if (m_thing.kind == Kind::value || m_thing.kind == Kind::metrics) {
        m_text->setPlainText(lines(m_thing.value));
        m_text->show();
    }
}

QString EdgePanel::explanation() const
{
    switch (m_thing.kind) {
    case Kind::nothing: return tr("Nothing goes through here: the edge is the order of the two steps.");
    case Kind::way: return m_thing.isTaken ? tr("%1 went this way.", "a run").arg(m_run) : tr("%1 did not go this way.", "a run").arg(m_run);
    case Kind::notYet: return !m_run.isEmpty() ? tr("Nothing has gone through here in %1 so far.", "a run").arg(m_run) : tr("There is no run of this pipeline yet.");
    case Kind::artifact: return tr("The artifact %1, as it went through in %2.", "a name, a run").arg(m_thing.name, m_run);
    case Kind::value: return tr("The value %1, as it went through in %2.", "a name, a run").arg(m_thing.name, m_run);
    case Kind::metrics: return tr("The metrics, as they went through in %1.", "a run").arg(m_run);
    }
    return {};
}

QString EdgePanel::facts() const
{
    if (!m_thing.artifact)
        return {};
    QStringList facts;
    const bool folder = m_thing.artifact->shape == ArtifactShape::folder;
    const QString shape = folder ? tr("folder") : tr("file");
    facts.append(m_thing.declared.isEmpty() ? shape : tr("%1, a %2", "kind of an artifact, file or folder").arg(m_thing.declared, shape));
    facts.append(models::SizeText::part(m_thing.artifact->size, 0));
    facts.append(u"SHA-256 "_s % models::NumberText::digest(m_thing.artifact->digest.hex()));
    facts.append(m_thing.path.isEmpty() ? tr("in the store alone") : tr("at %1 in the workspace", "a path").arg(m_thing.path));
    return facts.join(u'\n');
}

void EdgePanel::readPreview()
{
    m_reading.start([this, file = m_workspace.objectFile(m_thing.artifact->digest), shape = m_thing.artifact->shape] {
        return [this, preview = previewOf(file, shape)] { take(preview); };
    });
}

void EdgePanel::take(const ArtifactPreview& preview)
{
    QString note;
    if (!preview.isThere)
        note = tr("It is no longer in the store.");
    else if (!preview.picture.isNull())
        note = tr("Picture of %1 × %2 pixels", "width, height").arg(preview.pictureSize.width()).arg(preview.pictureSize.height());
    else if (preview.text.isEmpty())
        note = tr("There is nothing in it to be shown here.");
    else if (preview.isCut)
        note = tr("The beginning");
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_picture->setPixmap(QPixmap::fromImage(preview.picture));
    m_picture->setAccessibleName(note);
    m_picture->setVisible(!preview.picture.isNull());
    m_text->setPlainText(preview.text);
    m_text->setVisible(!preview.text.isEmpty());
}

QString EdgePanel::placeOf() const
{
    const QString inWorkspace = m_workspace.info().folder % u'/' % m_thing.path;
    if (!m_thing.path.isEmpty() && QFileInfo::exists(inWorkspace))
        return inWorkspace;
    return m_workspace.objectFile(m_thing.artifact->digest);
}

void EdgePanel::openFolder() const
{
    const QFileInfo place(placeOf());
    QDesktopServices::openUrl(QUrl::fromLocalFile(place.isDir() ? place.filePath() : place.path()));
}

} // namespace penstock::designer
