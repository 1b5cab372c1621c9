// A short fact in a pill: "commit 4e1c9a2", "kernel=rbf".
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace penstock::common {

class Chip final : public QWidget {
    Q_OBJECT

public:
    explicit Chip(const QString& text, QWidget* parent = nullptr);

    void setText(const QString& text);
    QString text() const { return m_text; }
    void setRole(theme::Role role); // of the text; muted at first

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    theme::Role m_role = theme::Role::muted;
};

} // namespace penstock::common
