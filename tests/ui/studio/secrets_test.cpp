#include "tests/ui/studio/recorded_studio.h"
#include "app/studio/palette_entries.h"
#include "app/studio/secrets_dialog.h"
#include "ui/common/form_row.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace penstock;
using namespace penstock::test;
using namespace penstock::studio;
using namespace Qt::Literals::StringLiterals;

class SecretsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSecretIsKeptByTheProgramThroughItsInput();
    void oneOfTheListIsRemovedWhereItHolds();
    void whatTheProgramRefusesIsSaidBesideTheValue();
    void nothingIsKeptWithoutNameAndValue();
    void thePaletteAndTheInspectorLeadToIt();
};

namespace {

// The program is a script here, which writes down what it is asked and answers from files of the test.
struct Dialog {
    Dialog()
    {
        folder.write("list.json", R"({"secrets": [{"name": "API_TOKEN", "place": "keyring", "workspace": null}, {"name": "KEY", "place": "file", "workspace": "/w"}]})");
        folder.write("penstock", "#!/bin/sh\nhere=$(dirname \"$0\")\necho \"$@\" >> \"$here/asked\"\n"
                                 "if [ \"$2\" = list ]; then cat \"$here/list.json\"; exit; fi\ncat > \"$here/input\"\n"
                                 "if [ -e \"$here/refuse\" ]; then echo 'penstock: The keyring is locked.' >&2; exit 6; fi\necho '{}'\n");
        QFile::setPermissions(program(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QString program() const { return QString::fromStdString(folder / "penstock"); }
    QString asked() const { return QString::fromStdString(folder.read("asked")); }

    template <class Widget>
    static Widget* find(const QWidget& dialog, const QString& name)
    {
        for (Widget* widget : dialog.findChildren<Widget*>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    static QPushButton* button(const QWidget& dialog, const QString& text)
    {
        for (QPushButton* each : dialog.findChildren<QPushButton*>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }

    TemporaryFolder folder;
};

// On the heap: it deletes itself when it is closed.
SecretsDialog* shown(const Dialog& made, const QString& wanted = {})
{
    auto* dialog = new SecretsDialog(made.program(), u"/w"_s, wanted);
    dialog->show();
    [&] { QTRY_COMPARE(dialog->findChild<QListWidget*>()->count(), 2); }();
    return dialog;
}

} // namespace

void SecretsTest::aSecretIsKeptByTheProgramThroughItsInput()
{
    const Dialog made;
    const std::unique_ptr<SecretsDialog> dialog(shown(made, u"NEW_TOKEN"_s));
    auto* value = Dialog::find<QLineEdit>(*dialog, u"New value"_s);
    QCOMPARE(Dialog::find<QLineEdit>(*dialog, u"Name"_s)->text(), u"NEW_TOKEN"_s);
    QCOMPARE(value->echoMode(), QLineEdit::Password);
    value->setText(u"very secret ä"_s);
    dialog->findChild<QComboBox*>()->setCurrentIndex(1);
    dialog->findChild<QCheckBox*>()->setChecked(true);
    Dialog::button(*dialog, u"Keep"_s)->click();
    QTRY_COMPARE(value->text(), QString());
    QCOMPARE(QString::fromStdString(made.folder.read("input")), u"very secret ä"_s);
    QVERIFY(made.asked().contains(u"secret set NEW_TOKEN --workspace /w --file --json"_s));
    QVERIFY(!made.asked().contains(u"very"_s));
    QTRY_COMPARE(made.asked().count(u"secret list"_s), 2);
}

void SecretsTest::oneOfTheListIsRemovedWhereItHolds()
{
    const Dialog made;
    const std::unique_ptr<SecretsDialog> dialog(shown(made));
    auto* list = dialog->findChild<QListWidget*>();
    QCOMPARE(list->item(0)->text(), u"API_TOKEN · keyring"_s);
    QCOMPARE(list->item(1)->text(), u"KEY · file, only in this workspace"_s);
    list->setCurrentRow(1);
    Dialog::button(*dialog, u"Remove"_s)->click();
    QTRY_VERIFY(made.asked().contains(u"secret remove KEY --workspace /w --json"_s));
    list->setCurrentRow(-1);
    QVERIFY(!Dialog::button(*dialog, u"Remove"_s)->isEnabled());
}

void SecretsTest::whatTheProgramRefusesIsSaidBesideTheValue()
{
    const Dialog made;
    const std::unique_ptr<SecretsDialog> dialog(shown(made, u"A"_s));
    made.folder.write("refuse", "");
    auto* value = Dialog::find<QLineEdit>(*dialog, u"New value"_s);
    value->setText(u"kept by the person"_s);
    Dialog::button(*dialog, u"Keep"_s)->click();
    auto* row = qobject_cast<common::FormRow*>(value->parentWidget());
    QVERIFY(row);
    QTRY_COMPARE(row->error(), u"The keyring is locked."_s);
    QCOMPARE(value->text(), u"kept by the person"_s);
}

void SecretsTest::nothingIsKeptWithoutNameAndValue()
{
    const Dialog made;
    const std::unique_ptr<SecretsDialog> dialog(shown(made));
    QPushButton* keep = Dialog::button(*dialog, u"Keep"_s);
    auto* name = Dialog::find<QLineEdit>(*dialog, u"Name"_s);
    auto* value = Dialog::find<QLineEdit>(*dialog, u"New value"_s);
    QVERIFY(!keep->isEnabled());
    value->setText(u"value"_s);
    QVERIFY(!keep->isEnabled());
    name->setText(u"no name"_s);
    QVERIFY(!keep->isEnabled());
    name->setText(u"NAME"_s);
    QVERIFY(keep->isEnabled());
}

void SecretsTest::thePaletteAndTheInspectorLeadToIt()
{
    const RecordedStudio studio;
    studio.window->show();
    const auto entries = entriesOf(studio.window->actions());
    QVERIFY(std::any_of(entries.begin(), entries.end(), [](const PaletteEntry& entry) { return entry.choice.title == u"Secrets…"_s; }));
    Q_EMIT studio.window->screen(ModeId::design)->secretsWanted(u"API_TOKEN"_s);
    SecretsDialog* dialog = nullptr;
    QTRY_VERIFY((dialog = studio.window->findChild<SecretsDialog*>()) != nullptr);
    QCOMPARE(Dialog::find<QLineEdit>(*dialog, u"Name"_s)->text(), u"API_TOKEN"_s);
    dialog->close();
}

QTEST_MAIN(SecretsTest)
#include "secrets_test.moc"
