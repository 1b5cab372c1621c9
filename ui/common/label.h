// Plain text in one of the theme's types and roles. Follows changes of the theme; never interprets markup, because most
// texts here come from files and programs.
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

namespace penstock::common {

class Label final : public QLabel {
    Q_OBJECT

public:
    explicit Label(const QString& text = {}, theme::Type type = theme::Type::text, theme::Role role = theme::Role::text, QWidget* parent = nullptr);

    // One line that gives way to its neighbours: cut with an ellipsis, the whole text as tool tip.
    enum class Fit { natural, elide, wrap };
    void setFit(Fit fit, Qt::TextElideMode mode = Qt::ElideRight);
    void setRole(theme::Role role);
    void setSurface(theme::Role surface); // what it stands on, for contrast; panel at first

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    theme::Role m_role;
    theme::Role m_surface = theme::Role::panel;
    Fit m_fit = Fit::natural;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

Label* pageTitle(const QString& text, QWidget* parent = nullptr);
Label* sectionTitle(const QString& text, QWidget* parent = nullptr); // "STEPS": small, spaced, muted
Label* secondary(const QString& text, QWidget* parent = nullptr);

} // namespace penstock::common
