// What is typed into a field that nobody has left: kept for the case of a crash, and nothing else happens.
#include "form_of_text.h"

#include "tests/support/manual_clock.h"

#include <memory>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;

namespace {

const std::string text = R"(penstock: 1
name: p
parameters: {c: 1.0}
steps:
  train:
    run: [python3, train.py, --c, "${{ params.c }}"]
    timeout: 2h
    retry: {attempts: 3}
    env: {A: "1"}
    pass: [HOME]
  pause: {wait: 10s}
)";

} // namespace

class UnfinishedTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        DraftPlace place;
        place.folders = [] { return std::vector<std::string>{"/state/drafts"}; };
        place.hold = [](const std::string&) { return std::make_shared<int>(); };
        place.clock = &clock;
        form = std::make_unique<FormOfText>(text, place);
        QVERIFY(form->isReady());
        form->inspector->showStep(u"train"_s);
    }
    void cleanup() { form.reset(); }

    void aWordIsKeptAndTheCursorStays()
    {
        QLineEdit* field = form->line(u"Timeout"_s);
        FormOfText::type(field, u"7h"_s);
        field->setCursorPosition(1);
        QTRY_VERIFY(isKept("timeout: 7h"));
        expectNothingElse();
        QVERIFY(field->hasFocus());
        QCOMPARE(field->cursorPosition(), 1);
        QTest::keyClicks(field, u"3"_s); // and it goes on
        QCOMPARE(field->text(), u"73h"_s);
        QTRY_VERIFY(isKept("timeout: 73h"));
        expectNothingElse();
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(form->editor->history().position(), std::size_t(1));
    }

    void aLineOfTheCommandIsKeptThoughItsQuoteHasNoEnd()
    {
        auto* command = form->find<QPlainTextEdit>(u"Command"_s);
        command->setFocus();
        command->moveCursor(QTextCursor::End);
        QTest::keyClicks(command, u" 'a long wa"_s);
        QTRY_VERIFY(isKept("'a long wa"));
        expectNothingElse();
        QVERIFY(command->hasFocus());
        QVERIFY(command->textCursor().atEnd());
    }

    void whatIsNoNumberIsKeptAsItIs()
    {
        FormOfText::type(form->line(u"Attempts"_s), u"three"_s);
        QTRY_VERIFY(isKept("attempts: three"));
        expectNothingElse();
    }

    void aLineOfAListIsKept()
    {
        auto* pass = form->find<QPlainTextEdit>(u"Passed variables"_s);
        pass->setFocus();
        pass->moveCursor(QTextCursor::End);
        QTest::keyClick(pass, Qt::Key_Return);
        QTest::keyClicks(pass, u"LANG"_s);
        QTRY_VERIFY(isKept("pass: [HOME, LANG]"));
        expectNothingElse();
    }

    void theNameOfARowIsKept()
    {
        FormOfText::type(form->line(u"Environment variables 1: Name"_s), u"THREADS"_s);
        QTRY_VERIFY(isKept("{THREADS: \"1\"}"));
        expectNothingElse();
        form->line(u"Environment variables 1: Name"_s)->setText(u"A"_s);
        QTest::keyClick(form->line(u"Environment variables 1: Name"_s), Qt::Key_Return);
        form->button(u"Add: Environment variables"_s)->click();
        FormOfText::type(form->line(u"Environment variables 2: Name"_s), u"SEED"_s);
        QTRY_VERIFY(isKept("SEED: "));
        expectNothingElse();
    }

    void theNameOfTheStepIsKeptWithAllThatRefersToIt()
    {
        FormOfText::type(form->line(u"Name"_s), u"fit"_s);
        QTRY_VERIFY(isKept("  fit:\n"));
        expectNothingElse();
    }

    void aParameterThatIsBeingRenamedIsFollowedInWhatIsKept()
    {
        form->inspector->showStep({});
        FormOfText::type(form->line(u"Parameters 1: Name"_s), u"strength"_s);
        QTRY_VERIFY(isKept("params.strength"));
        expectNothingElse();
        QVERIFY(form->row(u"Parameters"_s)->error().isEmpty());
    }

    void partOfAMappingIsKept()
    {
        form->inspector->showStep(u"pause"_s);
        form->choose(u"Wait"_s, u"For a file"_s);
        QTest::keyClicks(form->line(u"For a file"_s), u"data/re"_s);
        QTRY_VERIFY(isKept("{wait: {file: data/re}}"));
        expectNothingElse();
    }

private:
    bool isKept(const std::string& words)
    {
        clock.advance(Duration(3'000));
        const auto names = form->disk.list("/state/drafts");
        for (const std::string& name : names ? *names : std::vector<std::string>()) {
            const auto content = form->disk.content("/state/drafts/" + name);
            if (content && content->find(words) != std::string::npos)
                return true;
        }
        return false;
    }
    void expectNothingElse() const
    {
        QCOMPARE(form->now(), text);
        QVERIFY(!form->editor->history().canUndo());
        QVERIFY(form->editor->isSaved());
    }

    test::ManualClock clock;
    std::unique_ptr<FormOfText> form;
};

} // namespace penstock::designer

QTEST_MAIN(penstock::designer::UnfinishedTextTest)
#include "unfinished_text_test.moc"
