#pragma once

#include <QWidget>

namespace penstock::common {
class Label;
}

namespace penstock::designer {

// One line above the canvas: where the picture went that was written last, and a way to its folder. Not there until there is one.
class OutputBar final : public QWidget {
    Q_OBJECT

public:
    explicit OutputBar(QWidget* parent = nullptr);

    void tell(const QString& path);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_path;
    common::Label* m_text;
};

} // namespace penstock::designer
