// What people draw beside the steps: frames around some of them, and notes. For the canvas only; no run knows of them.
//
//   frames: {prepare: {title: Clean the data, steps: [load, clean]}}
//   notes:  {why: "The test set is that of 2024 on purpose."}
#pragma once

#include "core/base/json.h"

#include <string>
#include <vector>

namespace penstock::pipeline {

struct StepFrame {
    std::string name, title;        // without a title its name is shown
    std::vector<std::string> steps; // of the document or not: names that nobody has are passed over

    bool operator==(const StepFrame&) const = default;
};

struct Note {
    std::string name, text;

    bool operator==(const Note&) const = default;
};

// What cannot be read is left out: a drawing must not stop anybody.
std::vector<StepFrame> framesOf(const Json& frames);
std::vector<Note> notesOf(const Json& notes);

// Where a note stands in a layout file: among the nodes, under "note:why".
std::string noteNode(const std::string& note);
bool isNoteNode(const Json& notes, const std::string& node); // of one of these notes

} // namespace penstock::pipeline
