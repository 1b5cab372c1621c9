// The commands of the window itself, its menu, and finding among all of them.
#include "app/studio/main_window.h"

#include "app/studio/key_sheet.h"
#include "app/studio/palette_entries.h"
#include "app/studio/panes.h"
#include "app/studio/secrets_dialog.h"
#include "app/studio/top_bar.h"
#include "app/studio/welcome_page.h"
#include "core/messages/language.h"
#include "ui/common/mode_rail.h"
#include "ui/models/chooser.h"

#include <QActionGroup>
#include <QApplication>
#include <QFileDialog>
#include <QMenu>
#include <QShortcut>

namespace penstock::studio {

using namespace Qt::Literals::StringLiterals;
using messages::ThemeChoice;

namespace {

constexpr int mostLately = 12;

} // namespace

QAction* MainWindow::command(const QString& text, const QKeySequence& key, std::function<void()> act)
{
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, std::move(act));
    addAction(action);
    return action;
}

void MainWindow::buildCommands()
{
    connect(m_bar, &TopBar::searchWanted, this, &MainWindow::find);
    QAction* search = command(tr("Find…"), QKeySequence(Qt::CTRL | Qt::Key_K), [this] { find(); });
    search->setVisible(m_open != nullptr);
    if (m_open) {
        m_menu->addAction(command(tr("Make a pipeline from a script…"), {}, [this] { makePipeline({}); }));
        m_menu->addAction(command(tr("Secrets…"), {}, [this] { showSecrets({}); }));
        for (const Mode& mode : m_modes)
            command(tr("Go to %1").arg(mode.title), {}, [this, id = mode.id] { openMode(id); }); // the rail has their keys
    }
    connect(new QShortcut(QKeySequence(Qt::Key_F10), this), &QShortcut::activated, m_bar, &TopBar::openMenu);
    for (const auto& [key, backward] : {std::pair(QKeySequence(Qt::Key_F6), false), {QKeySequence(Qt::SHIFT | Qt::Key_F6), true}})
        connect(new QShortcut(key, this), &QShortcut::activated, this, [this, backward = backward] {
            if (m_open)
                focusNextPane(screen(mode()), backward);
        });
    QAction* keys = command(tr("Keys"), {}, [this] { showKeys(); });
    keys->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)});
    m_menu->addAction(keys);
    if (m_open)
        addScreenMenu();
    m_menu->addAction(command(tr("Open another folder…"), m_open ? QKeySequence(QKeySequence::Open) : QKeySequence(), [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a folder as workspace"));
        if (!folder.isEmpty())
            Q_EMIT folderChosen(folder);
    }));
}

// What the screen can do, with its keys, for those who look through menus.
void MainWindow::addScreenMenu()
{
    QMenu* here = m_menu->addMenu(QString());
    connect(m_menu, &QMenu::aboutToShow, here, [this, here] {
        here->clear();
        here->setTitle(m_modes[static_cast<std::size_t>(mode())].title);
        screen(mode())->fillMenu(*here);
        here->menuAction()->setVisible(!here->isEmpty());
    });
}

void MainWindow::showKeys()
{
    const auto named = [](const QKeySequence& key) { return key.toString(QKeySequence::NativeText); };
    models::KeyGroup everywhere{tr("Everywhere"), keysOf(actions())};
    QList<models::KeyGroup> groups;
    if (m_open) {
        for (const Mode& mode : m_modes)
            everywhere.keys.append({named(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(mode.id)))), mode.title});
        everywhere.keys.append({named(QKeySequence(Qt::Key_F6)), tr("to the next part of the screen; with Shift back")});
        const Mode& shown = m_modes[static_cast<std::size_t>(mode())];
        groups.append({shown.title, keysOf(screen(mode())->barActions())});
        groups += screen(mode())->keys();
    }
    everywhere.keys.append({named(QKeySequence(Qt::Key_F10)), tr("the menu")});
    groups.prepend(everywhere);
    (new KeySheet(groups, this))->open();
}

void MainWindow::showSecrets(const QString& name) { (new SecretsDialog(ownerProgram(), m_open->folder().path(), name, this))->open(); }

void MainWindow::buildMenu()
{
    QMenu* themes = m_menu->addMenu(tr("Theme"));
    auto* oneTheme = new QActionGroup(this);
    for (const auto& [choice, name] : {std::pair(ThemeChoice::system, tr("As the desktop")), {ThemeChoice::light, tr("Light")}, {ThemeChoice::dark, tr("Dark")}}) {
        QAction* action = command(tr("Theme: %1").arg(name), {}, [this, choice = choice] { Q_EMIT themeChosen(choice); });
        action->setCheckable(true);
        action->setChecked(m_settings.theme() == choice);
        oneTheme->addAction(action);
        themes->addAction(action);
    }
    QMenu* languages = m_menu->addMenu(tr("Language"));
    auto* oneLanguage = new QActionGroup(this);
    const auto add = [&](const QString& language, const QString& name) {
        QAction* action = command(name, {}, [this, language] { Q_EMIT languageChosen(language); });
        action->setCheckable(true);
        action->setChecked(m_settings.language() == language);
        oneLanguage->addAction(action);
        languages->addAction(action);
    };
    add({}, tr("As the system"));
    for (const QString& language : messages::Language::available())
        add(language, messages::Language::nameOf(language));
    m_menu->addSeparator();
    m_menu->addAction(command(tr("Close"), QKeySequence(QKeySequence::Quit), [this] { close(); }));
}

std::vector<PaletteEntry> MainWindow::findables() const
{
    std::vector<PaletteEntry> entries;
    const auto add = [&](std::vector<PaletteEntry> more) { entries.insert(entries.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())); };
    if (m_open) {
        const models::Screen* shown = m_screens.at(mode());
        std::vector<models::Findable> open;
        for (const auto& [id, screen] : m_screens) {
            auto more = screen->findables();
            open.insert(open.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        }
        add(entriesOf(m_open->pipelines().files(), open));
        add(entriesOf(shown->barActions()));
        add(entriesOf(shown->moreActions()));
        add(entriesOf(m_open->model()));
    }
    add(entriesOf(actions()));
    putFirst(entries, m_lately);
    return entries;
}

void MainWindow::find()
{
    auto entries = findables();
    std::vector<models::Choice> choices;
    for (const PaletteEntry& entry : entries)
        choices.push_back(entry.choice);
    auto* palette = new models::Chooser(std::move(choices), tr("Find a step, run, model or command"), this);
    palette->resize(std::min(620, width() - 40), std::min(480, height() - 80));
    connect(palette, &models::Chooser::chosen, this, [this, entries = std::move(entries)](std::size_t index) { open(entries[index]); });
    palette->showAt(mapToGlobal(QPoint((width() - palette->width()) / 2, 4)));
}

void MainWindow::open(const PaletteEntry& entry)
{
    m_lately.removeAll(keyOf(entry));
    m_lately.prepend(keyOf(entry));
    m_lately.resize(std::min<qsizetype>(m_lately.size(), mostLately));
    if (entry.target)
        show(*entry.target);
    else if (entry.action)
        entry.action->trigger();
}

} // namespace penstock::studio
