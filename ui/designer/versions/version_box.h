#pragma once

#include <QComboBox>

#include "ui/designer/versions/version_source.h"

#include <vector>

namespace penstock::designer {

// One side of a comparison: what is edited here, the file as it was saved, a revision, another pipeline.
class VersionBox final : public QComboBox {
    Q_OBJECT

public:
    explicit VersionBox(const QString& name, QWidget* parent = nullptr); // what assistive tools say

    // Keeps what is chosen where that is still there. `now` is for the words of times.
    void setVersions(bool hasEdits, const std::vector<Revision>& revisions, const std::vector<std::string>& others, Instant now);
    Version version() const;
    void choose(const Version& version); // without chosen()

Q_SIGNALS:
    void chosen(); // by a person

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // of its list

private:
    std::vector<Version> m_versions;
};

} // namespace penstock::designer
