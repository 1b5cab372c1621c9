#include "app/studio/main_window.h"

#include "app/studio/banner.h"
#include "app/studio/parameter_form.h"
#include "app/studio/top_bar.h"
#include "app/studio/welcome_page.h"
#include "app/studio/workspace_maker.h"
#include "core/messages/messages.h"
#include "ui/common/mode_rail.h"
#include "ui/models/qt_text.h"

#include <QCloseEvent>
#include <QDataStream>
#include <QFileDialog>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace penstock::studio {

using namespace Qt::Literals::StringLiterals;
using models::qt;
using models::Target;

MainWindow::MainWindow(OpenWorkspace* open, messages::UserSettings& settings, QWidget* parent)
    : QMainWindow(parent)
    , m_open(open)
    , m_settings(settings)
    , m_modes(modes())
    , m_menu(new QMenu(this))
    , m_bar(new TopBar(m_menu))
    , m_restricted(new Banner(Banner::Kind::restricted))
    , m_problem(new Banner(Banner::Kind::problem))
    , m_maker(new WorkspaceMaker(this))
    , m_trouble(new Banner(Banner::Kind::problem))
{
    setWindowTitle(open ? tr("%1 – Penstock").arg(open->folder().name()) : tr("Penstock"));
    auto* all = new QWidget;
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_restricted);
    column->addWidget(m_trouble);
    column->addWidget(m_problem);
    setCentralWidget(all);
    resize(1440, 900);
    buildCommands();
    buildMenu();
    for (Banner* banner : {m_problem, m_trouble})
        connect(banner, &Banner::accepted, banner, [banner] { banner->setText({}); });
    if (m_open) {
        buildScreens();
        followModel();
        openMode(ModeId::design);
    } else {
        m_welcome = new WelcomePage(settings.recentWorkspaces());
        connect(m_welcome, &WelcomePage::folderChosen, this, &MainWindow::folderChosen);
        column->addWidget(m_welcome, 1);
        m_bar->setPlace({}, {});
    }
}

MainWindow::~MainWindow() = default;

void MainWindow::buildScreens()
{
    m_rail = new common::ModeRail;
    m_stack = new QStackedWidget;
    for (const Mode& mode : m_modes) {
        m_rail->addMode(mode.icon, mode.title);
        m_stack->addWidget(new QWidget); // until it is first opened
    }
    connect(m_rail, &common::ModeRail::currentChanged, this, [this](int index) { openMode(m_modes[static_cast<std::size_t>(index)].id); });
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_stack, 1);
    static_cast<QVBoxLayout*>(centralWidget()->layout())->addLayout(row, 1);
}

void MainWindow::followModel()
{
    models::WorkspaceModel& model = m_open->model();
    connect(&model, &models::WorkspaceModel::opened, this, &MainWindow::showCount);
    connect(&model, &models::WorkspaceModel::requestsChanged, this, &MainWindow::showCount);
    connect(&model, &models::WorkspaceModel::infoChanged, this, &MainWindow::showTrust);
    connect(&model, &models::WorkspaceModel::failed, m_problem, &Banner::setText);
    connect(&model, &models::WorkspaceModel::troubleChanged, this, [this](const QString& trouble) {
        m_trouble->setText(trouble.isEmpty() ? trouble : tr("The runs wait, and go on by themselves once this is mended: %1").arg(trouble));
    });
    connect(m_restricted, &Banner::accepted, this, &MainWindow::trust);
    connect(m_maker, &WorkspaceMaker::failed, m_problem, &Banner::setText);
    connect(m_maker, &WorkspaceMaker::made, this, [this](const QString&, const QString& pipeline) {
        m_open->pipelines().read();
        show(Target{Target::Kind::pipeline, pipeline, {}});
    });
    showCount();
    showTrust();
}

models::Screen* MainWindow::screen(ModeId mode)
{
    if (const auto known = m_screens.find(mode); known != m_screens.end())
        return known->second;
    const int index = static_cast<int>(mode);
    models::Screen* made = m_modes[static_cast<std::size_t>(index)].makeScreen(*m_open);
    QWidget* placeholder = m_stack->widget(index);
    m_stack->removeWidget(placeholder);
    placeholder->deleteLater();
    m_stack->insertWidget(index, made);
    m_screens[mode] = made;
    made->restoreViewState(m_settings.windowState(viewNameOf(mode)));
    connectScreen(made);
    return made;
}

QString MainWindow::viewNameOf(ModeId mode) const { return u"%1#%2"_s.arg(m_open->folder().path()).arg(static_cast<int>(mode)); }

void MainWindow::connectScreen(models::Screen* screen)
{
    connect(screen, &models::Screen::placeChanged, this, &MainWindow::showPlace);
    connect(screen, &models::Screen::barChanged, this, &MainWindow::showActions);
    connect(screen, &models::Screen::secretsWanted, this, &MainWindow::showSecrets);
    connect(screen, &models::Screen::problemMet, m_problem, &Banner::setText);
    connect(screen, &models::Screen::runWanted, this, &MainWindow::run);
    connect(screen, &models::Screen::pipelineWanted, this, &MainWindow::makePipeline);
    connect(screen, &models::Screen::targetChosen, this, [this](const Target& target) { show(target); });
}

ModeId MainWindow::mode() const { return static_cast<ModeId>(m_rail ? m_rail->current() : 0); }

void MainWindow::openMode(ModeId mode)
{
    models::Screen* shown = screen(mode);
    // Where the focus was there, else on what the screen is for: its keys work from the first moment on. The stack by itself
    // would take the first field there is.
    QWidget* last = shown->focusWidget();
    m_rail->setCurrent(static_cast<int>(mode));
    if (m_stack->currentWidget() != shown || !shown->isAncestorOf(focusWidget())) {
        m_stack->setCurrentWidget(shown);
        (last && shown->isAncestorOf(last) ? last : shown)->setFocus();
    }
    showPlace();
    showActions();
}

void MainWindow::show(const Target& target)
{
    const ModeId mode = modeOf(target.kind);
    openMode(mode);
    if (!target.id.isEmpty())
        screen(mode)->show(target);
}

void MainWindow::showPlace() { m_bar->setPlace(m_open->folder().name(), screen(mode())->place()); }

void MainWindow::showActions() { m_bar->setActions(screen(mode())->barActions()); }

void MainWindow::showCount()
{
    const int count = m_open->model().openRequests();
    m_rail->setCount(static_cast<int>(ModeId::approvals), count, count > 0 ? tr("%n request(s) wait for a decision", nullptr, count) : QString());
}

void MainWindow::showTrust()
{
    m_restricted->setText(m_open->model().info().trusted
                              ? QString()
                              : tr("This workspace is restricted, because you have not run it before: you can see and edit everything, but no step runs. "
                                   "Trust it if you know where its files come from."));
}

bool MainWindow::trust()
{
    const auto trusted = m_open->trust();
    if (!trusted)
        m_problem->setText(messages::sentence(trusted.error()));
    return trusted.ok();
}

void MainWindow::makePipeline(const QString& script)
{
    const QString root = m_open->folder().path();
    const QString chosen = !script.isEmpty() ? script : QFileDialog::getOpenFileName(this, tr("Make a pipeline from a script"), root);
    if (!chosen.isEmpty())
        m_maker->fromScript(root, chosen);
}

void MainWindow::run(const session::StartRun& order)
{
    m_open->pipelines().readNow(qt(order.file), this, [this, order](const PipelineFile& read) { askParameters(read, order); });
}

void MainWindow::askParameters(const PipelineFile& pipeline, const session::StartRun& order)
{
    const bool trusted = m_open->model().info().trusted;
    if (trusted && pipeline.document.parameters.empty() && order.reuse.empty())
        return begin(order);
    // The values of the newest run of this file are what people go on from.
    const engine::Run* newest = nullptr;
    for (const auto& [id, run] : m_open->model().view().workspace.runs) {
        if (run.file == order.file && (!newest || id.number > newest->id.number))
            newest = &run;
    }
    session::StartRun wish = order;
    if (wish.parameters.empty() && newest)
        wish.parameters = newest->parameters;
    auto* form = new ParameterForm(pipeline.document, wish, trusted, this);
    form->setAttribute(Qt::WA_DeleteOnClose);
    connect(form, &QDialog::accepted, this, [this, form, trusted] {
        if (trusted || trust())
            begin(form->order());
    });
    form->open();
}

void MainWindow::begin(const session::StartRun& order)
{
    m_problem->setText({});
    m_open->model().start(order, this, [this](const models::Answer& answer) {
        if (answer.ok())
            show(Target{Target::Kind::run, qt(textAt(answer.value, "run")), {}});
        else
            m_problem->setText(answer.problem);
    });
}

QByteArray MainWindow::state() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << saveGeometry() << static_cast<qint32>(mode()) << m_lately;
    return bytes;
}

void MainWindow::restore(const QByteArray& state)
{
    QDataStream stream(state);
    QByteArray geometry;
    qint32 mode = 0;
    stream >> geometry >> mode;
    if (stream.status() != QDataStream::Ok)
        return;
    stream >> m_lately; // not there in what an older version kept
    restoreGeometry(geometry);
    if (m_open && mode >= 0 && mode < static_cast<qint32>(m_modes.size()))
        openMode(static_cast<ModeId>(mode));
}

void MainWindow::leave()
{
    for (const auto& [mode, screen] : m_screens) {
        screen->leave();
        if (const QByteArray state = screen->viewState(); state != m_settings.windowState(viewNameOf(mode)))
            m_settings.setWindowState(viewNameOf(mode), state);
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    leave();
    m_settings.setWindowState(m_open ? m_open->folder().path() : u"welcome"_s, state());
    (void)m_settings.save(); // where a window stood is not worth a question
    event->accept();
}

} // namespace penstock::studio
