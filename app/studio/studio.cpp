#include "app/studio/studio.h"

#include "core/messages/messages.h"
#include "ui/common/accessible_scroll_area.h"

#include <QApplication>
#include <QMessageBox>
#include <QProcess>

namespace penstock::studio {

using namespace Qt::Literals::StringLiterals;
using messages::ThemeChoice;
using theme::ThemeController;

namespace {

ThemeController::Choice choiceOf(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::light: return ThemeController::Choice::light;
    case ThemeChoice::dark: return ThemeController::Choice::dark;
    case ThemeChoice::system: return ThemeController::Choice::system;
    }
    return ThemeController::Choice::system;
}

messages::UserSettings loaded(const messages::UserFolders& user)
{
    messages::UserSettings settings(user);
    (void)settings.load(); // what cannot be read was set aside; the standard settings do
    return settings;
}

} // namespace

Studio::Studio(QApplication& application, const messages::UserFolders& user)
    : m_user(user)
    , m_settings(loaded(user))
    , m_theme(application, choiceOf(m_settings.theme()))
{
    m_language.choose(m_settings.language());
    common::installAccessibleScrollAreas();
}

Studio::~Studio() = default;

void Studio::open(const QString& folder)
{
    const auto workspace = folder.isEmpty() ? std::nullopt : WorkspaceFolder::around(folder);
    const auto itself = folder.isEmpty() ? std::nullopt : WorkspaceFolder::at(folder);
    if (workspace)
        return openFolder(*workspace);
    if (itself)
        return openFolder(*itself);
    makeWindow(m_settings.windowState(u"welcome"_s));
}

void Studio::openFolder(const WorkspaceFolder& folder)
{
    m_open = std::make_unique<OpenWorkspace>(folder, m_user, m_clock);
    m_settings.addRecentWorkspace(folder.path());
    (void)m_settings.save(); // a list of recent folders is not worth a question
    makeWindow(m_settings.windowState(folder.path()));
}

void Studio::makeWindow(const QByteArray& state)
{
    auto window = std::make_unique<MainWindow>(m_open.get(), m_settings);
    connect(window.get(), &MainWindow::folderChosen, this, &Studio::chooseFolder);
    connect(window.get(), &MainWindow::themeChosen, this, &Studio::chooseTheme);
    // Later: the window that asks must not go while it is asking.
    connect(window.get(), &MainWindow::languageChosen, this, &Studio::chooseLanguage, Qt::QueuedConnection);
    if (!state.isEmpty())
        window->restore(state);
    window->show();
    if (m_window) {
        m_window->hide();
        m_window.release()->deleteLater();
    }
    m_window = std::move(window);
}

void Studio::chooseTheme(ThemeChoice choice)
{
    m_settings.setTheme(choice);
    (void)m_settings.save();
    m_theme.choose(choiceOf(choice));
}

void Studio::chooseLanguage(const QString& language)
{
    m_settings.setLanguage(language);
    (void)m_settings.save();
    m_language.choose(language);
    m_window->leave(); // what is unsaved there is taken up by the next one
    makeWindow(m_window->state());
}

void Studio::chooseFolder(const QString& folder)
{
    if (!m_open)
        return open(folder);
    QProcess::startDetached(QApplication::applicationFilePath(), {folder});
}

} // namespace penstock::studio
