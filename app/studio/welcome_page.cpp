#include "app/studio/welcome_page.h"

#include "app/studio/workspace_maker.h"
#include "ui/common/button.h"
#include "ui/common/label.h"
#include "ui/theme/style.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace penstock::studio {

using namespace Qt::Literals::StringLiterals;
using theme::Metrics;

WelcomePage::WelcomePage(const QStringList& recent, QWidget* parent)
    : QWidget(parent)
    , m_recent(new QListWidget)
    , m_open(common::button(theme::Icon::open, tr("Open a folder…"), theme::Prominence::primary))
    , m_new(common::button(theme::Icon::plus, tr("New from the digits template…"), theme::Prominence::normal))
    , m_state(new common::Label({}, theme::Type::secondary, theme::Role::failed))
    , m_maker(new WorkspaceMaker(this))
{
    auto* title = common::pageTitle(tr("Penstock"));
    title->setSurface(theme::Role::window);
    auto* about = common::secondary(tr("Draw a pipeline, run it, compare the models that come out, and put one into production with a click that is backed by evidence."));
    about->setSurface(theme::Role::window);
    about->setFit(common::Label::Fit::wrap);
    m_state->setFit(common::Label::Fit::wrap);
    m_state->setSurface(theme::Role::window);
    m_open->setShortcut(QKeySequence::Open);
    m_new->setShortcut(QKeySequence::New);
    m_open->setAccessibleName(tr("Open a folder"));
    m_new->setAccessibleName(tr("New from the digits template"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(m_new);
    buttons->addStretch(1);

    m_recent->setAccessibleName(tr("Recent workspaces"));
    m_recent->setFrameShape(QFrame::NoFrame);
    for (const QString& path : recent) {
        auto* item = new QListWidgetItem(tr("%1\n%2", "name and path of a workspace").arg(QDir(path).dirName(), path), m_recent);
        item->setData(Qt::UserRole, path);
        item->setSizeHint({200, 48});
        if (!QFileInfo(path).isDir()) {
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
            item->setToolTip(tr("This folder is gone."));
        }
    }
    auto* recentTitle = common::sectionTitle(tr("Recent workspaces"));
    recentTitle->setSurface(theme::Role::window);
    recentTitle->setVisible(!recent.isEmpty());
    m_recent->setVisible(!recent.isEmpty());

    auto* middle = new QWidget;
    middle->setMaximumWidth(620);
    auto* column = new QVBoxLayout(middle);
    column->setSpacing(Metrics::margin);
    column->addStretch(1);
    column->addWidget(title);
    column->addWidget(about);
    column->addLayout(buttons);
    column->addWidget(m_state);
    column->addWidget(recentTitle);
    column->addWidget(m_recent, 3);
    column->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(middle, 4);
    row->addStretch(1);
    connect(m_maker, &WorkspaceMaker::made, this, &WelcomePage::folderChosen);
    connect(m_maker, &WorkspaceMaker::failed, this, [this](const QString& problem) {
        m_new->setEnabled(true);
        say(problem);
    });
    connect(m_open, &QPushButton::clicked, this, &WelcomePage::chooseFolder);
    connect(m_new, &QPushButton::clicked, this, &WelcomePage::chooseNew);
    for (const auto signal : {&QListWidget::itemActivated, &QListWidget::itemClicked})
        connect(m_recent, signal, this, [this](const QListWidgetItem* item) { Q_EMIT folderChosen(item->data(Qt::UserRole).toString()); });
}

void WelcomePage::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a folder as workspace"), QDir::homePath());
    if (!folder.isEmpty())
        Q_EMIT folderChosen(folder);
}

void WelcomePage::chooseNew()
{
    const QString folder = QFileDialog::getSaveFileName(this, tr("Folder of the new workspace"), QDir::homePath() + u"/digits"_s, {}, nullptr,
                                                        QFileDialog::DontConfirmOverwrite);
    if (!folder.isEmpty())
        make(folder);
}

void WelcomePage::make(const QString& folder)
{
    say({});
    m_new->setEnabled(false);
    m_maker->fromTemplate(folder, u"digits"_s);
}

void WelcomePage::say(const QString& problem) { m_state->setText(problem); }

void WelcomePage::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), theme::themeOf(this).color(theme::Role::window)); }

} // namespace penstock::studio
