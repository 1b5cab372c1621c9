// The 60 px rail of modes at the left of the window: icon, label, a count where something waits. One mode is chosen.
// Up and Down move while it has the focus; Alt+1, Alt+2... choose from anywhere in the window.
#pragma once

#include "ui/theme/icon.h"

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace penstock::common {

class ModeRail final : public QWidget {
    Q_OBJECT

public:
    explicit ModeRail(QWidget* parent = nullptr);

    int addMode(theme::Icon icon, const QString& label); // its index
    int current() const;
    void setCurrent(int index);
    // How many things wait there; 0 shows nothing. `meaning` says it in words: "1 waits for you".
    void setCount(int index, int count, const QString& meaning = {});
    void setModeEnabled(int index, bool enabled);

    QSize sizeHint() const override;

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QButtonGroup* m_modes;
    QVBoxLayout* m_column;
};

} // namespace penstock::common
