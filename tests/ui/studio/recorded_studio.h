// Studio's window on the recorded digits workspace, in a temporary folder with the pipeline file and logs of the steps.
#pragma once

#include <QObject>

#include "app/studio/main_window.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/support/recorded_source.h"

#include <memory>

namespace penstock::test {

struct RecordedStudio {
    explicit RecordedStudio(RecordedWorkspace recording = digitsWorkspace(), const QString& user = QStringLiteral("grace"), bool trusted = true);

    template <class Widget>
    Widget* find(const QString& accessibleName) const
    {
        for (Widget* widget : window->findChildren<Widget*>()) {
            if (widget->accessibleName() == accessibleName && widget->isVisibleTo(window.get()))
                return widget;
        }
        return nullptr;
    }
    QAction* action(studio::ModeId mode, const QString& text) const;

    TemporaryFolder folder;
    messages::UserFolders user;
    messages::UserSettings settings;
    RecordedWorkspace recorded;
    StandingClock clock;
    RecordedSource* source;
    std::unique_ptr<studio::OpenWorkspace> open;
    std::unique_ptr<studio::MainWindow> window;
};

} // namespace penstock::test
