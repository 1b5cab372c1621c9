// The form in a panel that is narrow, with larger letters: nothing leaves it, and what is cut can be read all the same.
#include "form_of_text.h"

#include "ui/common/breakable_text.h"
#include "ui/designer/form/field_line.h"

#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>

#include <memory>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;

namespace {

const std::string text = R"(penstock: 1
name: p
parameters:
  a_parameter_with_a_long_name: {type: number, default: 1.0, minimum: 0.001, maximum: 100, choices: [1.0, 2.0], about: How strong it is.}
on: {event: data.arrived.from.far.away, if: event.rows > 100, parameters: {a_parameter_with_a_long_name: "${{ event.strength }}"}}
defaults: {env: {PYTHONUNBUFFERED: "1"}, timeout: 6h}
steps:
  prepare: {run: [python3, prepare.py], outputs: {train: data/train.csv}}
  a_step_with_a_rather_long_name:
    run: [python3, train.py, --strength, "${{ params.a_parameter_with_a_long_name }}"]
    inputs: {data: "${{ steps.prepare.outputs.train }}", raw: {file: data/raw}}
    outputs: {model: {kind: model}}
    retry: {attempts: 3, delay: 10s, on: [timeout, lost, exit 75]}
    timeout: 2 hours
    resources: {memory: 1GiB}
    environment: {venv: {requirements: some/folder/requirements.txt, python: /usr/bin/python3.11}}
    map: {over: {c: {from: 0.1, to: 10, scale: log, whole: false}}, sample: {count: 3, seed: 1}, best: {metric: accuracy, direction: maximize, target: 0.9, tie: last}}
  pause: {wait: {file: data/incoming/ready, timeout: 2h}}
  check: {choose: [{if: "params.a_parameter_with_a_long_name > 1", then: a_step_with_a_rather_long_name, at_most: 3}, {else: pause}]}
)";

} // namespace

class NarrowFormTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        form.reset();
        QApplication::setFont(font);
    }

    void nothingLeavesThePanel_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<double>("letters");
        for (const int width : {280, 340, 420}) {
            QTest::addRow("%d", width) << width << 1.0;
            QTest::addRow("%d with larger letters", width) << width << 1.25;
        }
    }

    void nothingLeavesThePanel()
    {
        QFETCH(int, width);
        QFETCH(double, letters);
        show(width, letters);
        for (const QString& step : {QString(), u"a_step_with_a_rather_long_name"_s, u"pause"_s, u"check"_s}) {
            form->inspector->showStep(step);
            form->showAll();
            QCoreApplication::processEvents();
            const QWidget* page = form->inspector->widget();
            QVERIFY2(page->minimumSizeHint().width() <= form->inspector->viewport()->width(), qPrintable(step % widest()));
            QCOMPARE(page->width(), form->inspector->viewport()->width());
        }
    }

    void aTextThatIsCutIsToldWhole()
    {
        show(280, 1.0);
        form->inspector->showStep(u"pause"_s);
        auto* line = form->find<FieldLine>(u"For a file"_s);
        QVERIFY(!line->isCut());
        line->setText(u"data/incoming/of/the/day/before/yesterday/ready"_s);
        QVERIFY(line->isCut());
        line->clearFocus();
        QHelpEvent help(QEvent::ToolTip, {5, 5}, line->mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(line, &help);
        QVERIFY(QToolTip::text().contains(line->text()));
    }

    void aLongNameIsBrokenWhereItHasJoints()
    {
        QCOMPARE(common::breakable(u"a few words of ordinary length"_s), u"a few words of ordinary length"_s);
        QCOMPARE(common::breakable(u"see some/rather/long/path.yaml"_s), u"see some/\u200Brather/\u200Blong/\u200Bpath.\u200Byaml"_s);
        QCOMPARE(common::breakable(QString(30, u'x')).size(), 31);
        QCOMPARE(common::breakable({}), QString());
    }

    void asManyShortFieldsStandInALineAsHaveRoom()
    {
        show(420, 1.0);
        form->inspector->showStep(u"a_step_with_a_rather_long_name"_s);
        QCoreApplication::processEvents();
        QCOMPARE(top(u"Attempts"_s), top(u"Retry on"_s));
        form->inspector->resize(280, 900);
        QCoreApplication::processEvents();
        QCOMPARE(top(u"Attempts"_s), top(u"Delay"_s));
        QVERIFY(top(u"Attempts"_s) < top(u"Retry on"_s));
    }

private:
    void show(int width, double letters)
    {
        QFont larger = font;
        larger.setPointSizeF(font.pointSizeF() * letters);
        QApplication::setFont(larger);
        form = std::make_unique<FormOfText>(text);
        QVERIFY(form->isReady());
        form->inspector->resize(width, 900);
    }
    int top(const QString& name) const { return form->line(name)->mapTo(form->inspector->widget(), QPoint()).y(); }
    QString widest() const
    {
        const QWidget* found = nullptr;
        for (const QWidget* widget : form->inspector->widget()->findChildren<QWidget*>()) {
            const bool isLeaf = widget->findChildren<QWidget*>().isEmpty() && widget->isVisible();
            if (isLeaf && (!found || widget->minimumSizeHint().width() > found->minimumSizeHint().width()))
                found = widget;
        }
        return u": %1 %2"_s.arg(QLatin1String(found->metaObject()->className()), found->accessibleName());
    }

    QFont font = QApplication::font();
    std::unique_ptr<FormOfText> form;
};

} // namespace penstock::designer

QTEST_MAIN(penstock::designer::NarrowFormTest)
#include "narrow_form_test.moc"
