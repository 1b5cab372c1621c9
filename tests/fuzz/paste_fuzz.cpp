// What was copied somewhere: refused with a sentence, or steps that can be added under names that are free.
#include "core/edit/clipboard.h"
#include "tests/fuzz/target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace penstock;
    static const edit::Document document("steps:\n  a: {run: x}\n\n  b: # has a comment\n    needs: [a]\n    run: z\n", "nodes: {a: [1, 2]}\n");
    const auto add = edit::pasted(document, fuzz::textOf(data, size), format::NodePosition{3, 4});
    if (!add) {
        fuzz::must(add.error().code == ErrorCode::invalid, "a paste that is refused is invalid");
        return 0;
    }
    fuzz::must(!add->steps.empty(), "what can be pasted has steps");
    const auto after = edit::apply(document, *add);
    fuzz::must(after || after.error().message.id == "yaml.patch_failed", "what was renamed can be added");
    if (!after)
        return 0;
    fuzz::must(after->pipeline().steps.size() == document.pipeline().steps.size() + add->steps.size(), "all steps are added");
    for (const edit::NewStep& step : add->steps)
        fuzz::must(after->pipeline().step(step.name) != nullptr, "each has its name");
    fuzz::must(!edit::copied(*after, {add->steps.front().name}).empty(), "it can be copied again");
    return 0;
}
