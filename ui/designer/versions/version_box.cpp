#include "ui/designer/versions/version_box.h"

#include "ui/models/qt_text.h"
#include "ui/models/time_text.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QSignalBlocker>

#include <algorithm>

namespace penstock::designer {

using models::qt;

namespace {

constexpr int shortCommit = 8;
constexpr qsizetype longestSubject = 60;
constexpr int mostShown = 24;

QString nameOf(const std::string& file) { return qt(file).section(QLatin1Char('/'), -1).section(QLatin1Char('.'), 0, 0); }

} // namespace

VersionBox::VersionBox(const QString& name, QWidget* parent)
    : QComboBox(parent)
{
    setAccessibleName(name);
    setAccessibleDescription(name); // Qt says what is chosen as the name of a box
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(24);
    setMaxVisibleItems(mostShown);
    view()->setTextElideMode(Qt::ElideRight);
    view()->installEventFilter(this);
    connect(this, &QComboBox::activated, this, &VersionBox::chosen);
}

void VersionBox::setVersions(bool hasEdits, const std::vector<Revision>& revisions, const std::vector<std::string>& others, Instant now)
{
    const QSignalBlocker quiet(this);
    const Version before = version();
    clear();
    m_versions.clear();
    const auto add = [this](const QString& text, Version version, const QString& tip = {}) {
        addItem(text);
        setItemData(count() - 1, tip.isEmpty() ? text : tip, Qt::ToolTipRole);
        m_versions.push_back(std::move(version));
    };
    add(hasEdits ? tr("As edited here") : tr("As it is here, nothing edited"), {Version::Kind::edited, {}});
    add(tr("As saved"), {Version::Kind::saved, {}});
    for (const Revision& revision : revisions) {
        QString subject = qt(revision.subject);
        if (subject.size() > longestSubject)
            subject = subject.left(longestSubject - 1) + QChar(u'…');
        const QString commit = qt(revision.commit).left(shortCommit), author = qt(revision.author);
        add(tr("%1 · %2 · %3", "of a revision: subject, when, who").arg(subject, models::TimeText::when(revision.at, now), author), {Version::Kind::revision, revision.commit},
            tr("%1 by %2, %3\n%4", "of a revision: commit, who, when, subject").arg(commit, author, models::TimeText::exact(revision.at), qt(revision.subject)));
    }
    for (const std::string& file : others)
        add(tr("Pipeline %1").arg(nameOf(file)), {Version::Kind::file, file}, qt(file));
    choose(before);
}

bool VersionBox::eventFilter(QObject* watched, QEvent* event)
{
    // The list closes itself; the page behind it has a use for the same key.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QComboBox::eventFilter(watched, event);
}

Version VersionBox::version() const
{
    const int row = currentIndex();
    return row < 0 || row >= static_cast<int>(m_versions.size()) ? Version{} : m_versions[static_cast<std::size_t>(row)];
}

void VersionBox::choose(const Version& version)
{
    const auto found = std::find(m_versions.begin(), m_versions.end(), version);
    const QSignalBlocker quiet(this);
    if (found != m_versions.end())
        setCurrentIndex(static_cast<int>(found - m_versions.begin()));
}

} // namespace penstock::designer
