// The application: what its windows share. One workspace a process; another one is another process, so that a crash of one
// concerns no other.
#pragma once

#include <QObject>

#include "app/studio/main_window.h"
#include "core/messages/language.h"
#include "core/platform/system_clock.h"
#include "ui/theme/theme_controller.h"

#include <memory>

class QApplication;

namespace penstock::studio {

class Studio final : public QObject {
    Q_OBJECT

public:
    Studio(QApplication& application, const messages::UserFolders& user);
    ~Studio() override;

    // Opens the workspace that `folder` is or lies in, the folder itself where there is none; empty: the welcome page.
    void open(const QString& folder);
    MainWindow* window() const { return m_window.get(); }

private:
    void openFolder(const WorkspaceFolder& folder);
    void makeWindow(const QByteArray& state);
    void chooseTheme(messages::ThemeChoice choice);
    void chooseLanguage(const QString& language);
    void chooseFolder(const QString& folder);

    messages::UserFolders m_user;
    messages::UserSettings m_settings;
    messages::Language m_language;
    theme::ThemeController m_theme;
    platform::SystemClock m_clock;
    std::unique_ptr<OpenWorkspace> m_open;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace penstock::studio
