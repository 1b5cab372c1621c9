#include "core/pipeline/drawn.h"

namespace penstock::pipeline {

namespace {

constexpr std::string_view notePrefix = "note:"; // no step is called so

} // namespace

std::vector<StepFrame> framesOf(const Json& frames)
{
    std::vector<StepFrame> read;
    if (!frames.is_object())
        return read;
    for (const auto& [name, frame] : frames.items()) {
        const Json& steps = frame.is_array() ? frame : memberAt(frame, "steps");
        if (!steps.is_array())
            continue;
        StepFrame made{name, textAt(frame, "title"), {}};
        for (const Json& step : steps) {
            if (step.is_string())
                made.steps.push_back(step.get<std::string>());
        }
        if (made.title.empty())
            made.title = name;
        read.push_back(std::move(made));
    }
    return read;
}

std::vector<Note> notesOf(const Json& notes)
{
    std::vector<Note> read;
    if (!notes.is_object())
        return read;
    for (const auto& [name, note] : notes.items()) {
        const std::string text = note.is_string() ? note.get<std::string>() : textAt(note, "text");
        if (!text.empty())
            read.push_back({name, text});
    }
    return read;
}

std::string noteNode(const std::string& note) { return std::string(notePrefix) + note; }

bool isNoteNode(const Json& notes, const std::string& node)
{
    return node.starts_with(notePrefix) && notes.is_object() && notes.contains(node.substr(notePrefix.size()));
}

} // namespace penstock::pipeline
