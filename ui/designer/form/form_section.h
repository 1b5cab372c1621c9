#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

namespace penstock::common {
class FormRow;
class Label;
}

class QGridLayout;
class QToolButton;

namespace penstock::designer {

// Rows of a form below a title that folds them away. Short rows stand side by side, as many to a line as there is room for.
class FormSection final : public QWidget {
    Q_OBJECT

public:
    struct Row {
        common::FormRow* widget;
        bool isShort;
        bool startsLine = false; // a short one that belongs to those behind it

        bool operator==(const Row&) const = default;
    };

    explicit FormSection(const QString& title, QWidget* parent = nullptr); // without a title it cannot be folded

    void arrange(const QList<Row>& rows, const QStringList& hidden); // `hidden`: names of fields that "More" would show
    bool isOpen() const { return m_isOpen; }
    void setOpen(bool open);

Q_SIGNALS:
    void folded(bool open); // by a person
    void moreWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void place();
    void addComplaint(const QList<common::FormRow*>& line, int at);
    void showMore();
    void showState();

    QToolButton* m_title = nullptr;
    QWidget* m_body;
    QGridLayout* m_grid = nullptr;
    QToolButton* m_more;
    QList<Row> m_rows;
    QStringList m_hidden;
    int m_perLine = 3;
    QList<common::Label*> m_complaints; // below lines of short rows
    bool m_isOpen = true;
};

} // namespace penstock::designer
