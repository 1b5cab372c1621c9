// The commands of the window itself, and its menu.
#include "app/studio/main_window.h"

#include "app/studio/key_sheet.h"
#include "app/studio/panes.h"
#include "app/studio/secrets_dialog.h"
#include "app/studio/top_bar.h"
#include "app/studio/welcome_page.h"
#include "core/messages/language.h"
#include "ui/common/mode_rail.h"

#include <QActionGroup>
#include <QApplication>
#include <QFileDialog>
#include <QMenu>
#include <QShortcut>

namespace penstock::studio {

using namespace Qt::Literals::StringLiterals;
using messages::ThemeChoice;

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
    m_menu->addAction(command(tr("Open another folder…"), m_open ? QKeySequence(QKeySequence::Open) : QKeySequence(), [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a folder as workspace"));
        if (!folder.isEmpty())
            Q_EMIT folderChosen(folder);
    }));
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

} // namespace penstock::studio
