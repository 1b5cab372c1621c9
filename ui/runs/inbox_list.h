#pragma once

#include "ui/models/screen.h"
#include "ui/runs/inbox_model.h"

#include <QWidget>

class QListView;

namespace penstock::common {
class Label;
}

namespace penstock::runs {

// The events from outside at the left of the runs. Choosing one shows the run that it started.
class InboxList final : public QWidget {
    Q_OBJECT

public:
    explicit InboxList(const models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    static QList<std::pair<QString, QString>> keys();
    std::optional<EventId> current() const;

Q_SIGNALS:
    void currentChanged();
    void runChosen(const penstock::RunId& run);

private:
    InboxModel m_events;
    QListView* m_list;
    common::Label* m_nothing; // while there are none
};

} // namespace penstock::runs
