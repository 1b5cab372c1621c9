#include "app/studio/welcome_page.h"

#include "app/studio/workspace_maker.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/models/item_views.h"
#include "ui/models/roles.h"
#include "ui/theme/style.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace penstock::studio {

using namespace Qt::Literals::StringLiterals;
using theme::Metrics;

namespace {
constexpr int mostRecent = 8; // seen at once
}

WelcomePage::WelcomePage(const QStringList& recent, QWidget* parent)
    : QWidget(parent)
    , m_open(common::button(theme::Icon::open, tr("Open a folder…"), theme::Prominence::primary))
    , m_new(common::button(theme::Icon::plus, tr("New from the digits template…"), theme::Prominence::normal))
    , m_state(new common::Label({}, theme::Type::secondary, theme::Role::failed))
    , m_maker(new WorkspaceMaker(this))
{
    auto* title = common::pageTitle(tr("Penstock"));
    title->setSurface(theme::Role::window);
    auto* about = new common::Label(tr("Draw a pipeline, run it, compare the models that come out, and put one into production with a click that is backed by evidence."), theme::Type::text, theme::Role::muted);
    about->setSurface(theme::Role::window);
    about->setFit(common::Label::Fit::wrap);
    m_state->setFit(common::Label::Fit::wrap);
    m_state->setSurface(theme::Role::window);
    m_open->setShortcut(QKeySequence::Open);
    m_new->setShortcut(QKeySequence::New);
    m_open->setAccessibleName(tr("Open a folder"));
    m_new->setAccessibleName(tr("New from the digits template"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Metrics::gap);
    buttons->addWidget(m_open);
    buttons->addWidget(m_new);
    buttons->addStretch(1);

    auto* middle = new QWidget;
    middle->setMaximumWidth(620);
    auto* column = new QVBoxLayout(middle);
    column->setSpacing(Metrics::margin);
    column->addStretch(1);
    column->addWidget(title);
    column->addWidget(about);
    column->addLayout(buttons);
    column->addWidget(m_state);
    if (!recent.isEmpty())
        column->addWidget(makeRecent(recent));
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
}

QWidget* WelcomePage::makeRecent(const QStringList& recent)
{
    auto* folders = new QStandardItemModel(this);
    for (const QString& path : recent) {
        auto* item = new QStandardItem(QDir(path).dirName());
        const bool there = QFileInfo(path).isDir();
        item->setData(path, models::IdRole);
        item->setData(QVariant::fromValue(theme::Icon::open), models::IconRole);
        item->setData(there ? path : tr("%1 · this folder is gone").arg(path), models::DetailRole);
        item->setEnabled(there);
        folders->appendRow(item);
    }
    auto* card = new common::Card(tr("Recent workspaces"));
    QListView* list = models::rowList(folders, tr("Recent workspaces"));
    list->setCurrentIndex(folders->index(0, 0));
    for (const auto signal : {&QListView::activated, &QListView::clicked})
        connect(list, signal, this, [this](const QModelIndex& index) { Q_EMIT folderChosen(index.data(models::IdRole).toString()); });
    const int rows = static_cast<int>(std::min<qsizetype>(recent.size(), mostRecent)) * list->sizeHintForRow(0);
    list->setFixedHeight(rows + 4);
    card->body()->addWidget(list);
    return card;
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
