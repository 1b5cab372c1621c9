#pragma once

#include <QStringList>
#include <QWidget>

class QPushButton;

namespace penstock::common {
class Label;
}

namespace penstock::studio {

class WorkspaceMaker;

// What stands there before a workspace is open: recent ones, open a folder, a new one from the digits template.
class WelcomePage final : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(const QStringList& recent, QWidget* parent = nullptr);

    void chooseFolder();
    void chooseNew();

Q_SIGNALS:
    void folderChosen(const QString& folder);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeRecent(const QStringList& recent);
    void make(const QString& folder);
    void say(const QString& problem);

    QPushButton* m_open;
    QPushButton* m_new;
    common::Label* m_state;
    WorkspaceMaker* m_maker;
};

} // namespace penstock::studio
