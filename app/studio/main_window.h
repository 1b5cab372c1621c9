// The window: rail, top bar, banners and the screens of one workspace, or the welcome page. It holds nothing that matters:
// it can be thrown away and made again (another language) and closed at any time; runs go on.
#pragma once

#include <QMainWindow>

#include "app/studio/modes.h"
#include "core/messages/user_settings.h"

#include <map>

class QActionGroup;
class QStackedWidget;

namespace penstock::common {
class ModeRail;
}

namespace penstock::studio {

class Banner;
struct PaletteEntry;
class TopBar;
class WelcomePage;
class WorkspaceMaker;

class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    // `open` is null for the welcome page. Both outlive the window.
    MainWindow(OpenWorkspace* open, messages::UserSettings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    ModeId mode() const;
    void openMode(ModeId mode);
    void show(const models::Target& target);
    using QWidget::show;
    models::Screen* screen(ModeId mode); // made now if it was not yet
    void leave();                        // all screens keep what was begun
    QByteArray state() const;            // geometry and mode; of the same workspace
    void restore(const QByteArray& state);

Q_SIGNALS:
    void folderChosen(const QString& folder);
    void themeChosen(penstock::messages::ThemeChoice choice);
    void languageChosen(const QString& language); // empty: that of the system

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void buildMenu();
    void buildCommands();
    void addScreenMenu();
    void buildScreens();
    void followModel();
    QString viewNameOf(ModeId mode) const; // in the settings
    void connectScreen(models::Screen* screen);
    void showPlace();
    void showActions();
    void showCount();
    void showTrust();
    bool trust();
    void makePipeline(const QString& script); // empty: asks for one
    void find();
    std::vector<PaletteEntry> findables() const;
    void open(const PaletteEntry& entry);
    void showKeys();
    void showSecrets(const QString& name); // to begin with; may be empty
    void run(const session::StartRun& order);
    void askParameters(const PipelineFile& pipeline, const session::StartRun& order);
    void begin(const session::StartRun& order);
    QAction* command(const QString& text, const QKeySequence& key, std::function<void()> act);

    OpenWorkspace* m_open;
    messages::UserSettings& m_settings;
    std::vector<Mode> m_modes;
    std::map<ModeId, models::Screen*> m_screens;
    QMenu* m_menu;
    TopBar* m_bar;
    Banner* m_restricted;
    Banner* m_problem;
    WorkspaceMaker* m_maker;
    Banner* m_trouble; // the owner's
    common::ModeRail* m_rail = nullptr;
    QStackedWidget* m_stack = nullptr;
    WelcomePage* m_welcome = nullptr;
    QStringList m_lately; // what was found, the newest first
};

} // namespace penstock::studio
