#pragma once

#include <QWidget> // first: moc of Qt 6.4 stumbles over standard headers otherwise

#include "ui/designer/artifact_preview.h"
#include "ui/designer/background.h"
#include "ui/designer/passed_thing.h"
#include "ui/models/workspace_model.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace penstock::common {
class Label;
}

namespace penstock::designer {

// What went through the chosen edge in the run that is shown: an artifact with its beginning, a value, metrics, or whether the run went there.
class EdgePanel final : public QWidget {
    Q_OBJECT

public:
    explicit EdgePanel(const models::WorkspaceModel& workspace, QWidget* parent = nullptr); // which outlives it

    void show(const std::optional<canvas::Edge>& edge, const ShownRun& run); // either may be missing
    bool isReading() const { return m_reading.isBusy(); }
    using QWidget::show;

private:
    QString explanation() const;
    QString facts() const;
    void readPreview();
    void take(const ArtifactPreview& preview);
    void openFolder() const;
    QString placeOf() const; // the file or folder, as it can be opened

    const models::WorkspaceModel& m_workspace;
    Background m_reading;
    std::optional<canvas::Edge> m_edge;
    QString m_run; // as it is named; empty: there is none
    PassedThing m_thing;
    common::Label *m_title, *m_explanation, *m_facts, *m_note;
    QPushButton* m_open;
    QPlainTextEdit* m_text;
    QLabel* m_picture;
};

} // namespace penstock::designer
