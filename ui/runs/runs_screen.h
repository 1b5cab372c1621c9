#pragma once

#include "ui/models/screen.h"
#include "ui/models/workspace_model.h"


class QStackedWidget;
class QTabBar;

namespace penstock::runs {

class InboxList;
class RunList;
class RunPage;

// What is happening, and why? All runs at the left, one of them at the right.
class RunsScreen final : public models::Screen {
    Q_OBJECT

public:
    explicit RunsScreen(models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    QString place() const override;
    QList<QAction*> barActions() const override;
    QList<models::KeyGroup> keys() const override;
    void show(const models::Target& target) override;
    using QWidget::show;

private:
    void buildActions();
    QWidget* buildLists();
    void updateInbox();
    void replay();
    void showCurrent();
    void updateActions();
    void cancel();
    void resume();
    void runAgain();
    void runAgainWith();
    void runPart(bool from, bool to, const std::string& step);
    void showMenu(const InstanceId& instance, const QPoint& global);
    std::optional<session::StartRun> orderOfShown() const;
    void reproduce();
    void review();
    void goTo(const models::Answer& answer);

    models::WorkspaceModel& m_workspace;
    RunList* m_list;
    InboxList* m_inbox;
    QTabBar* m_tabs;
    RunPage* m_page;
    QAction* m_cancel;
    QAction* m_resume;
    QAction* m_again;
    QAction* m_againWith;
    QAction* m_reproduce;
    QAction* m_review;
    QAction* m_replay;
    std::optional<RunId> m_awaited; // started here, but its first event is still under way
};

} // namespace penstock::runs
