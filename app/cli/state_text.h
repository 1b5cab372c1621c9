// States as a mark, a word and a tone; reasons as one line.
#pragma once

#include "app/cli/console.h"
#include "core/engine/state.h"
#include "core/pipeline/document.h"
#include "core/registry/event.h"

namespace penstock::cli {

struct StateText {
    QString mark; // one column
    QString word;
    Tone tone = Tone::plain;
};

StateText stateText(const Console& console, engine::InstanceState state);
StateText stateText(const Console& console, const engine::Instance& instance); // "Cached" where it executed nothing
StateText stateText(const Console& console, const engine::Run& run); // blocked runs are waiting for a person
StateText stateText(const Console& console, engine::Request::State state);

// "✓ succeeded", toned for stdout.
QString shown(const Console& console, const StateText& state);

QString stageWord(registry::Stage stage);
QString kindWord(const pipeline::Step& step);
QString outcomeText(const engine::Outcome& outcome); // "exit code 1: …"; empty for success
// Why it does not run or how it ended; empty when there is nothing to say.
QString reasonText(const engine::WorkspaceState& state, const engine::Run& run, const engine::Instance& instance);
QString parametersText(const Json& parameters); // "kernel=rbf c=1.0"
QString valueText(const Json& value);           // texts without quotes

// When it began and ended as its witness saw it; the owner hears of short attempts all at once.
Instant beginOf(const engine::Attempt& attempt);
Instant endOf(const engine::Attempt& attempt);
Duration spanOf(const engine::Instance& instance, Instant now); // from its first start to its end, or to now
Instant wallTime();

// Bytes that it printed but that its log does not have: of very much output, the beginning and the end are kept.
std::uint64_t droppedOutput(const engine::Attempt& attempt);

} // namespace penstock::cli
