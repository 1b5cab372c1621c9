// The form of a pipeline whose text is given, with its fields by the names that assistive tools say.
#pragma once

#include "ui/designer/form/inspector.h"

#include "tests/support/failing_file_system.h"
#include "ui/common/form_row.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QToolButton>

namespace penstock::designer {

class FormOfText final {
public:
    explicit FormOfText(const std::string& text, const DraftPlace& drafts = {})
    {
        disk.put("/w/pipelines/p.pipeline.yaml", text);
        editor.emplace(QStringLiteral("/w"), disk, drafts);
        m_problem = editor->open(QStringLiteral("pipelines/p.pipeline.yaml"));
        inspector.emplace(*editor);
        inspector->resize(340, 900);
        inspector->show();
        m_isSeen = QTest::qWaitForWindowActive(&*inspector);
    }

    bool isReady() const { return m_problem.isEmpty() && m_isSeen; }
    std::string now() const { return editor->document().text(); }
    QByteArray changed(const std::string& before) const // the first line that differs
    {
        const QStringList was = QString::fromStdString(before).split(QLatin1Char('\n')), is = QString::fromStdString(now()).split(QLatin1Char('\n'));
        for (qsizetype i = 0; i < is.size(); ++i) {
            if (i >= was.size() || is[i] != was[i])
                return is[i].trimmed().toUtf8();
        }
        return {};
    }

    // Of those that are seen.
    template <typename Widget>
    Widget* find(const QString& name) const
    {
        for (auto* widget : inspector->findChildren<Widget*>()) {
            if (widget->accessibleName() == name && widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    QLineEdit* line(const QString& name) const { return find<QLineEdit>(name); }
    QToolButton* button(const QString& name) const { return find<QToolButton>(name); }
    common::FormRow* row(const QString& name) const
    {
        for (auto* row : inspector->findChildren<common::FormRow*>()) {
            if (row->editor()->accessibleName() == name && row->isVisible())
                return row;
        }
        return nullptr;
    }

    // As a person does: goes there, writes over what is there, and leaves it with Enter.
    void write(const QString& name, const QString& value) const
    {
        QLineEdit* field = line(name);
        QVERIFY2(field, qPrintable(name));
        type(field, value);
        QTest::keyClick(field, Qt::Key_Escape); // of what is offered
        QTest::keyClick(field, Qt::Key_Return);
    }
    static void type(QLineEdit* field, const QString& value)
    {
        field->setFocus();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, value);
    }
    void choose(const QString& name, const QString& word) const
    {
        auto* box = find<QComboBox>(name);
        QVERIFY2(box, qPrintable(name));
        const int index = box->findText(word);
        QVERIFY2(index >= 0, qPrintable(word));
        box->setFocus();
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
    // All that is rare in the sections that are open.
    void showAll() const
    {
        for (auto* button : inspector->findChildren<QToolButton*>()) {
            if (button->isVisible() && button->text().startsWith(QLatin1String("More: ")))
                button->click();
        }
    }

private:
    QString m_problem;
    bool m_isSeen = false;

public:
    test::FailingFileSystem disk; // in memory
    std::optional<PipelineEditor> editor;
    std::optional<Inspector> inspector;
};

} // namespace penstock::designer
