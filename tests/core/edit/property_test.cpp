// What must hold for any document and any edit.
#include "core/edit/history.h"
#include "tests/core/edit/random_document.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <fstream>
#include <sstream>

namespace penstock::edit {

namespace {

std::vector<std::string> templates()
{
    std::vector<std::string> texts;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(PENSTOCK_SOURCE_DIR "/resources/templates")) {
        if (!entry.path().string().ends_with(".pipeline.yaml"))
            continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        texts.push_back(text.str());
    }
    return texts;
}

std::vector<std::string> documents(std::size_t count)
{
    std::vector<std::string> texts = templates();
    EXPECT_FALSE(texts.empty());
    Random random(4);
    while (texts.size() < count)
        texts.push_back(randomDocument(random));
    return texts;
}

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
    return lines;
}

bool isWord(const std::string& line, const std::string& name)
{
    for (std::size_t at = line.find(name); at != std::string::npos; at = line.find(name, at + 1)) {
        const char after = at + name.size() < line.size() ? line[at + name.size()] : ' ';
        if (!std::isalnum(static_cast<unsigned char>(after)) && after != '_')
            return true;
    }
    return false;
}

// Whether the lines that an edit does not concern are all still there, in order.
bool keeps(const std::vector<std::string>& before, const std::vector<std::string>& after, const std::function<bool(std::size_t)>& isConcerned)
{
    std::size_t at = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (isConcerned(i))
            continue;
        while (at < after.size() && after[at] != before[i])
            ++at;
        if (at == after.size())
            return false;
        ++at;
    }
    return true;
}

// From the key of a step to the line before the next key, which is more than its own lines by the comments between.
std::pair<std::size_t, std::size_t> placeOf(const Document& document, const std::string& step)
{
    const format::YamlNode& steps = *document.read().tree->root.member("steps");
    std::size_t first = 0, last = linesOf(document.text()).size();
    for (std::size_t i = 0; i < steps.entryCount(); ++i) {
        if (steps.key(i).text == step)
            first = static_cast<std::size_t>(steps.key(i).place.line) - 1;
        else if (first > 0 && last > static_cast<std::size_t>(steps.key(i).place.line) - 1 && static_cast<std::size_t>(steps.key(i).place.line) - 1 > first)
            last = static_cast<std::size_t>(steps.key(i).place.line) - 1;
    }
    return {first, last};
}

} // namespace

TEST(EditProperty, ADocumentThatIsNotEditedKeepsItsBytes)
{
    for (const std::string& text : documents(1'000)) {
        const Document document(text, "");
        ASSERT_TRUE(document.isEditable()) << text;
        EXPECT_EQ(document.text(), text);
        const std::string step = document.pipeline().steps.front().name;
        const auto same = apply(document, SetValue{{"steps", step}, format::valueOf(*document.read().tree->find({"steps", step}))});
        ASSERT_TRUE(same);
        EXPECT_EQ(same->text(), text);
        EXPECT_EQ(apply(document, MoveNodes{{{step, {3, 4}}}})->text(), text);
    }
}

TEST(EditProperty, AnEditOfOneStepChangesOnlyItsLines)
{
    Random random(5);
    for (const std::string& text : documents(1'000)) {
        const Document document(text, "");
        const auto& steps = document.pipeline().steps;
        const std::string step = steps[random() % steps.size()].name;
        const auto [first, last] = placeOf(document, step);
        const std::vector<std::string> before = linesOf(text);
        const auto isOwn = [&, begin = first, end = last](std::size_t line) { return line >= begin && line < end; };
        const auto set = apply(document, SetValue{{"steps", step, "timeout"}, "77m"});
        ASSERT_TRUE(set) << step << '\n' << text;
        EXPECT_TRUE(keeps(before, linesOf(set->text()), isOwn)) << step << '\n' << text << "\n->\n" << set->text();
        EXPECT_EQ(format::valueOf(*set->read().tree->find({"steps", step, "timeout"})), "77m");

        const auto renamed = apply(document, RenameStep{step, "quite_new"});
        ASSERT_TRUE(renamed) << renamed.error().message.id << step << '\n' << text;
        const auto speaks = [&](std::size_t line) { return isWord(before[line], step); };
        EXPECT_TRUE(keeps(before, linesOf(renamed->text()), speaks)) << step << '\n' << text << "\n->\n" << renamed->text();
        EXPECT_EQ(linesOf(renamed->text()).size(), before.size());
        EXPECT_FALSE(renamed->pipeline().step(step));

        const auto added = apply(document, AddSteps{{{"quite_new", {{"run", {"x"}}}, {}, {}}}, step});
        ASSERT_TRUE(added) << step << '\n' << text;
        const bool isFlow = document.read().tree->find({"steps"})->style == format::YamlStyle::flow;
        EXPECT_TRUE(keeps(before, linesOf(added->text()), isFlow ? std::function<bool(std::size_t)>(isOwn) : [](std::size_t) { return false; }))
            << step << '\n' << text << "\n->\n" << added->text();
    }
}

TEST(EditProperty, ARemovedStepTakesOnlyWhatSpeaksOfItAlong)
{
    Random random(6);
    for (const std::string& text : documents(1'000)) {
        const Document document(text, "");
        const auto& steps = document.pipeline().steps;
        const std::string step = steps[random() % steps.size()].name;
        const auto [first, last] = placeOf(document, step);
        const std::vector<std::string> before = linesOf(text);
        const auto removed = apply(document, RemoveSteps{{step}});
        // An anchor that others use cannot go with its step.
        if (!removed) {
            EXPECT_EQ(removed.error().message.id, "yaml.patch_shared") << step << '\n' << text;
            continue;
        }
        const auto isConcerned = [&, begin = first, end = last](std::size_t line) {
            const std::string& own = before[line];
            const bool isMaybeItsOwn = own.find_first_not_of(" \t") == std::string::npos || own[own.find_first_not_of(" \t")] == '#';
            return (line >= begin && line < end) || isWord(own, step) || isMaybeItsOwn || own.find("needs:") != std::string::npos || own.find("inputs:") != std::string::npos
                   || own.find("choose:") != std::string::npos || own.find("if:") != std::string::npos || own.find("at_most:") != std::string::npos;
        };
        EXPECT_TRUE(keeps(before, linesOf(removed->text()), isConcerned)) << step << '\n' << text << "\n->\n" << removed->text();
        EXPECT_FALSE(removed->pipeline().step(step));
    }
}

TEST(EditProperty, UndoGivesBackTheBytesOfAnyEdit)
{
    Random random(7);
    for (const std::string& text : documents(1'000)) {
        History history(Document(text, "penstock: 1\nnodes:\n  s0: [1, 2]  # here\n"));
        const Edit edit = randomEdit(random, history.now());
        if (const auto done = history.apply(edit); !done) {
            EXPECT_NE(done.error().message.id, "yaml.patch_failed") << nameOf(edit).id << '\n' << text;
            EXPECT_FALSE(history.canUndo());
        }
        history.undo();
        EXPECT_EQ(history.now().text(), text);
        EXPECT_EQ(history.now().layoutText(), "penstock: 1\nnodes:\n  s0: [1, 2]  # here\n");
    }
}

TEST(EditProperty, TwoHundredEditsAreUndoneAndRedoneToTheSameDocumentsAtEveryPoint)
{
    for (unsigned seed = 0; seed < 20; ++seed) {
        Random random(seed);
        History history(Document(randomDocument(random), ""));
        std::vector<Document> points{history.now()};
        for (int i = 0; i < 200; ++i) {
            const Edit edit = randomEdit(random, history.now());
            const Document before = history.now();
            const auto done = history.apply(edit);
            EXPECT_TRUE(done || done.error().message.id != "yaml.patch_failed") << nameOf(edit).id << '\n' << before.text();
            EXPECT_TRUE(history.now().isEditable());
            if (!(history.now() == points.back()))
                points.push_back(history.now());
        }
        EXPECT_GT(points.size(), 50u);
        for (std::size_t i = points.size() - 1; i > 0; --i) {
            ASSERT_EQ(history.now(), points[i]);
            history.undo();
        }
        EXPECT_EQ(history.now(), points.front());
        EXPECT_FALSE(history.canUndo());
        for (std::size_t i = 1; i < points.size(); ++i) {
            history.redo();
            ASSERT_EQ(history.now(), points[i]);
        }
        EXPECT_FALSE(history.canRedo());
    }
}

} // namespace penstock::edit
