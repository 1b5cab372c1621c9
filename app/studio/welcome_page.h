#pragma once

#include <QStringList>
#include <QWidget>

class QListWidget;
class QProcess;
class QPushButton;

namespace penstock::common {
class Label;
}

namespace penstock::studio {

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
    void makeFromTemplate(const QString& folder);
    void say(const QString& problem);

    QListWidget* m_recent;
    QPushButton* m_open;
    QPushButton* m_new;
    common::Label* m_state;
    QProcess* m_maker = nullptr;
};

} // namespace penstock::studio
