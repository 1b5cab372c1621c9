#pragma once

#include <QWidget>

#include "ui/designer/background.h"
#include "ui/designer/versions/versions_comparison.h"

class QListView;
class QTabWidget;
class QTableView;

namespace penstock::canvas {
class GraphView;
}
namespace penstock::common {
class Label;
}

namespace penstock::designer {

class DifferencesModel;
class DifferenceText;
class FieldsModel;
class PipelineEditor;
class VersionBox;

// Two versions of the open pipeline side by side: what differs as a list, on the graph and by lines. Nothing is edited here. All that
// is read and compared is so in another thread.
class VersionsPage final : public QWidget {
    Q_OBJECT

public:
    // The editor and `files` outlive it; `revisions` may be null.
    VersionsPage(PipelineEditor& editor, const FileSystem& files, QString workspace, std::shared_ptr<const Revisions> revisions, QWidget* parent = nullptr);

    void open(); // of the file that is open in the editor, beside what it was last
    bool isReading() const { return m_listing.isBusy() || m_comparing.isBusy(); }

Q_SIGNALS:
    void closed(); // wanted by the person

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Compared {
        VersionsComparison comparison;
        QString problem;
    };

    QWidget* makeBar();
    QWidget* makeList();
    QWidget* makeViews();
    VersionSource source() const;
    void list();
    void listed(const std::vector<Revision>& revisions, const std::vector<std::string>& others);
    void compare();
    void take(Compared compared);
    QString summary(const VersionsComparison& comparison) const;
    void choose(int row);
    void chooseStep(const QString& step);

    PipelineEditor& m_editor;
    const FileSystem& m_files;
    std::string m_workspace;
    std::shared_ptr<const Revisions> m_revisions;
    Background m_listing, m_comparing;
    std::vector<Revision> m_known;
    bool m_isDefault = true; // nobody has chosen a side yet
    bool m_isChoosing = false;
    bool m_isOther = true; // than what was compared last: the whole is shown first
    VersionBox *m_before = nullptr, *m_after = nullptr;
    common::Label* m_summary = nullptr;
    DifferencesModel* m_differences = nullptr;
    FieldsModel* m_fields = nullptr;
    QListView* m_listView = nullptr;
    QTableView* m_table = nullptr;
    canvas::GraphView* m_graph = nullptr;
    DifferenceText* m_lines = nullptr;
    QTabWidget* m_tabs = nullptr;
};

} // namespace penstock::designer
