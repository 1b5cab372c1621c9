#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QGridLayout;

namespace penstock::runs {

struct Fact {
    QString name;  // "Ran"
    QString value; // one line or several
    bool mono = false;

    bool operator==(const Fact&) const = default;
};

// Names at the left, muted; values at the right. Values can be selected and copied.
class FactList final : public QWidget {
    Q_OBJECT

public:
    explicit FactList(QWidget* parent = nullptr);

    void setFacts(const std::vector<Fact>& facts);

private:
    QGridLayout* m_grid;
    std::vector<Fact> m_facts;
};

} // namespace penstock::runs
