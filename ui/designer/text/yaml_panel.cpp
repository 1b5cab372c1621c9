#include "ui/designer/text/yaml_panel.h"

#include "ui/common/label.h"
#include "ui/common/state_label.h"
#include "ui/designer/form/completer.h"
#include "ui/designer/text/find_bar.h"
#include "ui/designer/text/text_words.h"
#include "ui/designer/text/yaml_text.h"
#include "ui/models/qt_text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace penstock::designer {

using models::qt;
using models::utf8;

namespace {

constexpr int pauseBeforeTaking = 350; // ms
constexpr int longestWait = 1'500;     // ms of typing without a pause; drafts count on it

QWidget* strip(const QString& text)
{
    auto* made = new QWidget;
    auto* row = new QHBoxLayout(made);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(new common::StateLabel(theme::Mark::warning, common::StateLabel::Words::hidden));
    auto* label = common::secondary(text);
    label->setFit(common::Label::Fit::elide);
    row->addWidget(label, 1);
    made->setBackgroundRole(QPalette::AlternateBase);
    made->setAutoFillBackground(true);
    made->hide();
    return made;
}

} // namespace

YamlPanel::YamlPanel(PipelineEditor& editor, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_strip(strip(tr("This text makes no sense at the marked line. The drawing shows the last text that did.")))
    , m_text(new YamlText)
    , m_find(new FindBar(*m_text))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_text, 1);
    column->addWidget(m_find);
    setFocusProxy(m_text);
    auto* completer = new Completer(m_text, [this](const std::string& text, std::size_t cursor) {
        return m_editor.isOpen() ? wordsAt(text, cursor, m_editor.lastGood(), m_editor.opened()) : check::Completions{};
    });
    completer->setLastValue([this](const std::string& path) { return m_last ? m_last(utf8(m_step), path) : QString(); });
    m_text->installEventFilter(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBeforeTaking);
    m_longest.setSingleShot(true);
    m_longest.setInterval(longestWait);
    connect(&m_pause, &QTimer::timeout, this, &YamlPanel::takeOver);
    connect(&m_longest, &QTimer::timeout, this, &YamlPanel::takeOver);
    connect(m_text, &YamlText::edited, this, [this] {
        m_pause.start();
        if (!m_longest.isActive())
            m_longest.start();
    });
    connect(m_text, &YamlText::moved, this, [this] { Q_EMIT stepReached(stepAt(m_text->textCursor().blockNumber() + 1)); });
    connect(m_text, &YamlText::left, this, &YamlPanel::left);
    connect(m_text, &YamlText::refused, this, &YamlPanel::refused);
    connect(&editor, &PipelineEditor::editsWanted, this, &YamlPanel::takeOver);
    connect(&editor, &PipelineEditor::textChanged, this, &YamlPanel::follow);
    connect(&editor, &PipelineEditor::changed, this, &YamlPanel::judge);
    follow();
    judge();
}

void YamlPanel::takeOver()
{
    m_pause.stop();
    m_longest.stop();
    QString text = m_isTaking || !m_editor.isOpen() ? m_shown : m_text->toPlainText();
    if (text == m_shown)
        return;
    m_shown = text;
    if (m_editor.document().text().find("\r\n") != std::string::npos)
        text.replace(QLatin1Char('\n'), QLatin1String("\r\n")); // the widget knows only \n
    const QScopedValueRollback guard(m_isTaking, true);
    m_editor.apply(edit::ReplaceText{utf8(text)});
}

void YamlPanel::follow()
{
    if (!m_editor.isOpen())
        return;
    m_shown = qt(m_editor.document().text()).replace(QLatin1String("\r\n"), QLatin1String("\n"));
    m_text->follow(m_shown);
}

void YamlPanel::judge()
{
    if (!m_editor.isOpen())
        return;
    m_text->setMarks(LineMarks(m_editor.issues()));
    m_strip->setVisible(m_editor.showsLastGood());
    m_steps.clear();
    const format::ReadPipeline& read = m_editor.document().read();
    for (const pipeline::Step& step : read.pipeline.steps) {
        if (const pipeline::Spot* spot = read.places.find("steps." + step.name))
            m_steps.push_back({spot->key.line, qt(step.name)});
    }
    std::sort(m_steps.begin(), m_steps.end(), [](const StepLine& one, const StepLine& other) { return one.line < other.line; });
    tint();
    if (m_isSought)
        showStep(m_step);
}

void YamlPanel::tint()
{
    const auto step = std::find_if(m_steps.begin(), m_steps.end(), [this](const StepLine& each) { return each.step == m_step; });
    if (step == m_steps.end())
        return m_text->setTinted(0, 0);
    const auto next = std::next(step);
    int last = next == m_steps.end() ? m_text->blockCount() : next->line - 1;
    const auto isOutside = [this](int line) {
        const QString text = m_text->document()->findBlockByNumber(line - 1).text();
        return text.trimmed().isEmpty() || text.trimmed().startsWith(QLatin1Char('#')) || !text.startsWith(QLatin1Char(' '));
    };
    while (last > step->line && isOutside(last))
        --last;
    m_text->setTinted(step->line, last);
}

void YamlPanel::showStep(const QString& step)
{
    m_step = step;
    m_isSought = false;
    tint();
    if (!m_editor.isOpen() || step.isEmpty() || m_text->hasFocus())
        return;
    const auto known = std::find_if(m_steps.begin(), m_steps.end(), [&](const StepLine& each) { return each.step == step; });
    m_isSought = known == m_steps.end(); // just made: judge() will know it
    if (!m_isSought)
        goTo({known->line, 1});
}

void YamlPanel::goTo(const pipeline::Place& place) { m_text->goTo(place); }

QString YamlPanel::stepAt(int line) const
{
    const auto behind = std::upper_bound(m_steps.begin(), m_steps.end(), line, [](int at, const StepLine& each) { return at < each.line; });
    if (behind == m_steps.begin())
        return {};
    // Keys of the document may stand below the steps.
    for (QTextBlock block = m_text->document()->findBlockByNumber(line - 1); block.isValid() && block.blockNumber() + 1 > std::prev(behind)->line; block = block.previous()) {
        if (!block.text().isEmpty() && !block.text().startsWith(QLatin1Char(' ')) && !block.text().startsWith(QLatin1Char('#')))
            return {};
    }
    return std::prev(behind)->step;
}

bool YamlPanel::eventFilter(QObject* watched, QEvent* event)
{
    // The screen may have other uses for these keys; while somebody writes they are the text's.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            takeOver();
            return true; // not accepted: the document's
        }
        if (key->matches(QKeySequence::Find) || key->matches(QKeySequence::FindNext) || key->matches(QKeySequence::FindPrevious)
            || (key->key() == Qt::Key_Slash && key->modifiers() == Qt::ControlModifier)) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Find)) {
            m_find->open();
            return true;
        }
        if (key->matches(QKeySequence::FindNext) || key->matches(QKeySequence::FindPrevious)) {
            m_find->step(key->matches(QKeySequence::FindNext));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QList<std::pair<QString, QString>> YamlPanel::keys()
{
    return {{QStringLiteral("Ctrl+F"), tr("find in the text")},
            {QStringLiteral("F3"), tr("the next place; with Shift the one before")},
            {QStringLiteral("Ctrl+Space"), tr("what can be written here")},
            {QStringLiteral("Tab"), tr("indent; with Shift the other way")},
            {QStringLiteral("Ctrl+/"), tr("make lines a comment, or no comment")},
            {QStringLiteral("Esc"), tr("back to the canvas")}};
}

} // namespace penstock::designer
