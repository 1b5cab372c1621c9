// Edits of a pipeline of 5,000 steps that concern thousands of lines, beside one reading of its text: what a person waits for.
#include "core/edit/clipboard.h"
#include "core/edit/edit.h"
#include "core/edit/nesting.h"
#include "core/format/yaml_tree.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

using namespace penstock;

namespace {

constexpr int all = 5'000;
constexpr int successors = 2'000; // of the step that everything hangs on
constexpr int budget = 300;       // ms

double milliseconds(const std::function<void()>& work)
{
    std::vector<double> times;
    for (int i = 0; i < 3; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    return *std::min_element(times.begin(), times.end());
}

std::string name(int step) { return "step_" + std::to_string(step); }

// Half of the successors name it in `needs`, half use what it makes; the others hang on each other.
std::string pipelineText()
{
    std::string text = "penstock: 1\nname: large\nsteps:\n  source: {run: [s], outputs: {m: out/source}}\n"
                       "  hub:\n    needs: [source]\n    run: [python3, hub.py]   # everything hangs on it\n    outputs: {m: out/hub}\n\n";
    for (int i = 0; i < all; ++i) {
        text += "  " + name(i) + ":\n    run: [python3, train.py, --c, \"" + std::to_string(i) + "\"]   # one of many\n";
        if (i < successors / 2)
            text += "    needs: [hub]\n";
        else if (i < successors)
            text += "    inputs: {m: \"${{ steps.hub.outputs.m }}\"}\n";
        else
            text += "    needs: [" + name(i / 2) + "]\n";
        text += "    outputs: {m: out/" + std::to_string(i) + "}\n    timeout: 2h\n\n";
    }
    return text;
}

std::vector<std::string> names(int first, int count)
{
    std::vector<std::string> steps;
    for (int i = first; i < first + count; ++i)
        steps.push_back(name(i));
    return steps;
}

} // namespace

int main()
{
    const std::string text = pipelineText();
    const edit::Document document(text, "");
    const double reading = milliseconds([&] { (void)format::readYaml(text); });
    std::printf("%d steps, %zu kB: one reading takes %.0f ms; budget %d ms\n", all, text.size() / 1000, reading, budget);
    const double meaning = milliseconds([&] { (void)edit::Document(text, "").pipeline(); });
    std::printf("%-58s %8.0f ms %6.1f readings\n", "reading with its meaning", meaning, meaning / reading);
    (void)document.pipeline();
    const auto report = [&](const char* what, const std::function<bool()>& work) {
        bool done = true;
        const double took = milliseconds([&] { done = work() && done; });
        std::printf("%-58s %8.0f ms %6.1f readings%s%s\n", what, took, took / reading, took > budget ? "  over" : "", done ? "" : "  REFUSED");
    };
    const auto apply = [&](const char* what, const edit::Edit& edit) { report(what, [&] { return edit::apply(document, edit).ok(); }); };
    apply("one value", edit::SetValue{{"steps", name(2'500), "timeout"}, "3h"});
    apply("a new step in the middle", edit::AddSteps{{{"fresh", {{"run", {"x"}}}, {}, {}}}, name(2'500)});
    apply("renaming what 2,000 steps speak of", edit::RenameStep{"hub", "centre"});
    apply("removing it", edit::RemoveSteps{{"hub"}});
    apply("removing it, its successors linked to what came before", edit::RemoveSteps{{"hub"}, true});
    apply("removing 1,000 steps", edit::RemoveSteps{names(3'000, 1'000)});
    apply("removing 1,000 steps and linking around them", edit::RemoveSteps{names(1'000, 1'000), true});
    apply("switching off 1,000 steps", edit::SetEnabled{names(1'000, 1'000), false});
    report("collapsing 1,000 steps", [&] { return edit::collapse(document, names(4'000, 1'000), "inner", "pipelines/inner.pipeline.yaml").ok(); });
    report("collapsing what 2,000 steps speak of", [&] { return edit::collapse(document, {"source", "hub"}, "inner", "pipelines/inner.pipeline.yaml").ok(); });
    const std::string copied = edit::copied(document, names(2'000, 1'000));
    report("copying 1,000 steps", [&] { return !edit::copied(document, names(2'000, 1'000)).empty(); });
    report("pasting them", [&] {
        const auto add = edit::pasted(document, copied, format::NodePosition{0, 0});
        return add.ok() && edit::apply(document, *add).ok();
    });
}
